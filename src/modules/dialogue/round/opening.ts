/** The answers open, all together: each becomes a contribution, and from then on is what every contribution is. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { PersonId } from '../../people/contract.ts'
import { contribution, hearIt } from '../contribution.ts'
import type { RoundId } from './round.ts'
import { openAnswers } from './store.ts'

/** A round as a subject. */
export const subjectOf = (id: RoundId) => ({ kind: 'round', id })

/** Opens the answers of a round that is held still and has not opened. `by` is who pressed for it; nobody, when it was time. */
export const openTogether = async (
  tx: Tx,
  round: { readonly id: RoundId; readonly community_id: number },
  by: PersonId | null,
): Promise<void> => {
  const community = round.community_id
  const answers = await tx.rows(openAnswers(round.id, tx.now))
  await record(tx, { kind: 'round.closed', actor: by, subject: subjectOf(round.id), community })
  for (const { id, author_id, html, language, waits } of answers) {
    const actor = author_id || null
    const subject = contribution(id)
    await hearIt(tx, id, { text: '', html, language })
    await record(tx, { kind: 'contribution.said', actor, subject, community })
    if (waits) await record(tx, { kind: 'contribution.waits', actor, subject, community })
  }
}

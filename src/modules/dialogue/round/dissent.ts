/** A no that comes after an answer: in rounds that are still open the answer becomes a pass, and looks like one. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { PersonId } from '../../people/contract.ts'
import { takesPartStill } from '../../safeguarding/public.ts'
import { subjectOf } from './opening.ts'
import * as store from './store.ts'

/** Follows what a student or their guardian said of being heard here. As the owner only; safe to repeat. */
export const passInRounds = async (
  tx: Tx,
  { person, community }: { readonly person: PersonId; readonly community: number },
): Promise<void> => {
  if (await takesPartStill(tx, person, community)) return
  // Where nobody hears of turns before the opening, nobody hears of this one either.
  for (const { round, shown } of await tx.rows(store.passInstead(person, community)))
    if (shown) await record(tx, { kind: 'round.moved', actor: null, subject: subjectOf(round), community })
}

/** Telling an author “I read this”: by name, to the author alone, never counted, never timed, and recorded as no fact. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import type { Subject } from '../../../platform/http/address-book.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayTellRead } from '../access.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { contributionById } from '../store/contributions.ts'
import { deleteReading, insertReading } from '../store/saying.ts'

/** Tells the author of any subject that the asking person read it, or takes that back. The caller has fetched it through the scope. */
export const tellRead = async (
  tx: Tx,
  scope: MemberScope,
  subject: Subject,
  authorId: number,
  read: boolean,
): Promise<void> => {
  if (scope.personId === null || scope.personId === authorId) return
  await tx.rows(read ? insertReading(scope, subject, authorId) : deleteReading(scope, subject))
}

/** Tells the author of a contribution that the asking person read it, or takes that back. */
export const readVoice = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  read: boolean,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(contributionById(scope, id))
    if (!said) return refuse('change.gone')
    const may = mayTellRead(scope, said)
    if (!may.ok) return may
    await tellRead(tx, scope, contribution(id), said.author_id, read)
    return done({ id })
  })

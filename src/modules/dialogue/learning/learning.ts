/** Learning from somewhere: the source that somebody names, as a path from there to what is said of it. */
import type { Tx } from '../../../platform/db/database.ts'
import type { Subject } from '../../../platform/http/address-book.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { contributionById } from '../store/contributions.ts'
import type { Manner } from './manner.ts'

/**
 * The source of something that is said as learned: what is named, or else what it answers. Nothing for other manners.
 * A source of another kind has been looked up by the caller. Refuses with the keys of `learned.…`.
 */
export const sourceOf = async (
  tx: Tx,
  scope: MemberScope,
  said: {
    readonly manner?: Manner | undefined
    readonly learnedFrom?: Subject | undefined
    readonly replyTo?: ContributionId | undefined
  },
): Promise<Outcome<Subject | undefined>> => {
  if (said.manner !== 'learned') return done(undefined)
  const source = said.learnedFrom ?? (said.replyTo === undefined ? undefined : contribution(said.replyTo))
  if (!source) return refuse('learned.nowhere', 'manner')
  if (source.kind !== 'contribution') return done(source)
  const found = await tx.one(contributionById(scope, source.id))
  if (!found || found.withdrawn) return refuse('learned.gone', 'manner')
  return found.waits ? refuse('say.waits', 'manner') : done(source)
}

/** Who may do what to a contribution: its author alone changes it; a facilitator's role does not reach into words. */
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { MemberScope } from '../people/contract.ts'
import { CARRIED } from './carrying/carried.ts'

/** What the rules need to know of a contribution. */
export interface Owned {
  readonly author_id: number
  readonly withdrawn: boolean
  /** In which way it is meant; what is said for somebody nobody changes. */
  readonly manner: string
  /** Who wrote it down for its author, and whether the author said yes to it. */
  readonly written_by: number | null
  readonly confirmed: boolean
}

/** Whether these are the asking person's own words. */
export const isMine = (scope: MemberScope, said: { readonly author_id: number }): boolean =>
  scope.personId !== null && said.author_id === scope.personId

/** Whether these are the asking person's own words, kept for themselves. */
export const isKept = (
  scope: MemberScope,
  said: Pick<Owned, 'author_id' | 'withdrawn'> & { readonly audience: string },
): boolean => isMine(scope, said) && !said.withdrawn && said.audience === `me:${scope.personId}`

/** Whether the asking person wrote these words down for somebody who has not said yes to them yet. */
export const isMyWriting = (scope: MemberScope, said: Pick<Owned, 'written_by' | 'confirmed'>): boolean =>
  scope.personId !== null && said.written_by === scope.personId && !said.confirmed

/** Whether the asking person may change or narrow a contribution. What somebody wrote down for another nobody changes. */
export const mayChange = (scope: MemberScope, said: Owned): Outcome<null> => {
  if (!isMine(scope, said)) return refuse('change.notYours')
  if (said.withdrawn) return refuse('change.withdrawn')
  if (said.manner === CARRIED) return refuse('change.carried')
  return said.written_by === null ? done(null) : refuse('change.written')
}

/** Whether the asking person may withdraw or take back a contribution: its author, and until their yes whoever wrote it down. */
export const mayTakeAway = (scope: MemberScope, said: Owned): Outcome<null> => {
  if (!isMine(scope, said) && !isMyWriting(scope, said))
    return refuse(
      scope.personId !== null && said.written_by === scope.personId ? 'change.confirmed' : 'change.notYours',
    )
  return said.withdrawn ? refuse('change.withdrawn') : done(null)
}

/** Whether the asking person may tell the author “I read this”. */
export const mayTellRead = (scope: MemberScope, said: Pick<Owned, 'author_id' | 'withdrawn'>): Outcome<null> => {
  if (scope.personId === null || isMine(scope, said)) return refuse('read.own')
  return said.withdrawn ? refuse('change.withdrawn') : done(null)
}

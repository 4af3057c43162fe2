/** Who may do what to a contribution: its author alone changes it; a facilitator's role does not reach into words. */
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { MemberScope } from '../people/contract.ts'

/** What the rules need to know of a contribution. */
export interface Owned {
  readonly author_id: number
  readonly withdrawn: boolean
}

/** Whether these are the asking person's own words. */
export const isMine = (scope: MemberScope, said: { readonly author_id: number }): boolean =>
  scope.personId !== null && said.author_id === scope.personId

/** Whether the asking person may change, narrow, withdraw or take back a contribution. */
export const mayChange = (scope: MemberScope, said: Owned): Outcome<null> => {
  if (!isMine(scope, said)) return refuse('change.notYours')
  return said.withdrawn ? refuse('change.withdrawn') : done(null)
}

/** Whether the asking person may tell the author “I read this”. */
export const mayTellRead = (scope: MemberScope, said: Owned): Outcome<null> => {
  if (scope.personId === null || isMine(scope, said)) return refuse('read.own')
  return said.withdrawn ? refuse('change.withdrawn') : done(null)
}

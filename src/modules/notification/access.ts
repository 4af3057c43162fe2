/** Who may what with letters: everybody chooses for themselves; facilitators may be told daily; the mail itself is the site's. */
import type { MemberScope } from '../people/contract.ts'

/** Whether somebody looks after a community, and so may be told every day. */
export const mayBeToldDaily = (scope: MemberScope): boolean =>
  scope.reach.some((circle) => circle.startsWith('facilitators:'))

/** Whether somebody keeps the mail of the site and its holidays. */
export const mayKeepMail = (scope: MemberScope): boolean => scope.administrator

/** Who may do what with a need: whoever belongs says, answers and reads; its owner alone says that it is met, or takes it back. */
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** Whoever belongs may say what they need or can offer. */
export const maySay = (scope: MemberScope, community: number): boolean =>
  scope.personId !== null && belongsTo(scope, community)

/** Whether it is the asking person's own. */
export const isMine = (scope: MemberScope, need: { readonly author_id: number }): boolean =>
  scope.personId !== null && need.author_id === scope.personId

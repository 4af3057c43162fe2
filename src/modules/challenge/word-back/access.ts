/** Who may tell people what came of their words. */
import { facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** Whoever looks after it, and the facilitators. */
export const mayTell = (
  scope: MemberScope,
  ending: { readonly owner_id: number | null; readonly community_id: number },
): boolean => scope.personId !== null && (scope.personId === ending.owner_id || facilitates(scope, ending.community_id))

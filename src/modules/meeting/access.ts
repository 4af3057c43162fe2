/** Who may do what with a meeting: pure, each rule by name. */
import { belongsTo, facilitates } from '../community/public.ts'
import type { MemberScope } from '../people/contract.ts'

/** What the rules need of a meeting. */
export interface Guarded {
  readonly community_id: number
  readonly planned_by: number | null
}

/** Whoever belongs may plan a meeting: a circle that nobody owns. */
export const mayPlan = (scope: MemberScope, community: number): boolean =>
  scope.personId !== null && belongsTo(scope, community)

/** Facilitators, and whoever planned it, change and cancel it. */
export const mayChange = (scope: MemberScope, meeting: Guarded): boolean =>
  scope.personId !== null &&
  belongsTo(scope, meeting.community_id) &&
  (facilitates(scope, meeting.community_id) || meeting.planned_by === scope.personId)

/** Everybody answers for themselves; a facilitator notes for somebody what they said. */
export const mayAnswerFor = (scope: MemberScope, community: number, person: number): boolean =>
  belongsTo(scope, community) && (scope.personId === person || facilitates(scope, community))

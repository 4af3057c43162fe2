/** Who may do what with a need: whoever belongs says, answers and reads; its owner alone says that it is met, or takes it back. */
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** Whoever belongs may say what they need or can offer. */
export const maySay = (scope: MemberScope, community: number): boolean =>
  scope.personId !== null && belongsTo(scope, community)

/** Whether it is the asking person's own. */
export const isMine = (scope: MemberScope, need: { readonly author_id: number }): boolean =>
  scope.personId !== null && need.author_id === scope.personId

/** Whether a look at a student's words is the asking person's: one of the adults of the community, and not their author. */
export const mayLook = (
  scope: MemberScope,
  said: { readonly author_id: number; readonly community_id: number },
): boolean => !isMine(scope, said) && scope.reach.includes(`adults:${said.community_id}`)

/** Whether what somebody writes here waits for a look: students, whom no role of a facilitator makes adults. */
export const writesAsStudent = (
  people: readonly { readonly person_id: number; readonly role: string; readonly perspectives: readonly string[] }[],
  person: number | null,
): boolean =>
  people.some((one) => one.person_id === person && one.role !== 'facilitator' && one.perspectives.includes('student'))

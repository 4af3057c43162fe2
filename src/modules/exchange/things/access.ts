/** Who may do what with a shared thing: whoever belongs shares; its owner narrows it or takes it back; facilitators take it down. */
import { belongsTo, facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Thing } from './contract.ts'

/** Whoever belongs may share. */
export const mayShare = (scope: MemberScope, community: number): boolean =>
  scope.personId !== null && belongsTo(scope, community)

/** Whether it is the asking person's own. */
export const isMine = (scope: MemberScope, thing: Pick<Thing, 'author_id'>): boolean =>
  scope.personId !== null && thing.author_id === scope.personId

/** Whether the look that a student's thing waits for is the asking person's: an adult's who has not shared it. */
export const mayOpen = (scope: MemberScope, thing: Pick<Thing, 'author_id' | 'community_id' | 'waits'>): boolean =>
  thing.waits && !isMine(scope, thing) && scope.reach.includes(`adults:${thing.community_id}`)

/** Whoever facilitates may take down what somebody else shared; their own they take back. */
export const mayTakeDown = (
  scope: MemberScope,
  thing: Pick<Thing, 'author_id' | 'community_id' | 'taken_down_at'>,
): boolean => thing.taken_down_at === null && !isMine(scope, thing) && facilitates(scope, thing.community_id)

/** Its owner may at any time let fewer people see it. */
export const mayNarrow = (
  scope: MemberScope,
  thing: Pick<Thing, 'author_id' | 'audience' | 'taken_down_at'>,
): boolean => thing.taken_down_at === null && isMine(scope, thing) && thing.audience.startsWith('community:')

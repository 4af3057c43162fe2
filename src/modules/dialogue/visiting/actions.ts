/** Noting one's own visit to a conversation: seen by nobody else, recorded as no fact, and only when something is new. */
import type { House } from '../../../platform/house.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Thread } from '../contract.ts'
import { keepVisit } from './store.ts'
import { isWorthKeeping, visitNow } from './visiting.ts'

/** Notes that the asking person is here. A page that could not note it is shown all the same. */
export const noteVisit = async (house: House, scope: MemberScope, thread: Thread | undefined): Promise<void> => {
  if (!thread || scope.personId === null || !belongsTo(scope, thread.community_id)) return
  if (!isWorthKeeping(thread.visit, thread.newest)) return
  const visit = visitNow(thread.visit, thread.newest, house.clock.now())
  await house.db.write(scope, (tx) => tx.rows(keepVisit(scope, thread.id, visit)))
}

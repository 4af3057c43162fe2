/** SQL of live conversations: the room as whoever listens may see it, and where contributions stand. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'

/** The room of a thread, for those who may read the community it is in. */
export interface LiveRoom {
  readonly community_id: number
  readonly audience: string
  readonly slug: string
}

/** The room, where the asking person may come in and hear. */
export const liveRoom = (scope: MemberScope, thread: ThreadId) => sql<LiveRoom>`
  select t.community_id, t.audience, place.slug from dialogue.thread t
  join community.place place on place.id = t.community_id
  where t.id = ${thread} and ${heardBy(scope, 't')}
    and (place.open or 'community:' || place.id = any(${scope.reach}::text[]))`

/** In which threads these were said. As the reader of facts only. */
export const threadsOf = (ids: readonly ContributionId[]) => sql<{ id: ContributionId; thread_id: ThreadId }>`
  select id, thread_id from dialogue.contribution where id = any(${[...ids]}::bigint[])`

/** In which conversations these questions to people, requests and rounds are. As the reader of facts only. */
export const threadsAround = (ids: {
  readonly asks: readonly number[]
  readonly carried: readonly number[]
  readonly rounds: readonly number[]
}) => sql<{ kind: 'ask' | 'carried' | 'round'; id: number; thread_id: ThreadId }>`
  select 'ask' as kind, id, thread_id from dialogue.ask where id = any(${[...ids.asks]}::bigint[])
  union all select 'carried', id, thread_id from dialogue.carried where id = any(${[...ids.carried]}::bigint[])
  union all select 'round', id, thread_id from dialogue.round where id = any(${[...ids.rounds]}::bigint[])`

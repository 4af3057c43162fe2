/** SQL of students' words in needs, thanks and answers that wait for one adult's look. */
import { sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { NeedId } from '../contract.ts'

/** Needs in which something waits for the asking person's look, or waits as their own; the oldest first. */
export const waitingHere = (scope: MemberScope, community: number) => sql<{ id: NeedId }>`
  select n.id from exchange.need n
  where n.community_id = ${community} and n.state <> 'withdrawn' and (
    (n.waits and (n.author_id = ${scope.personId} or 'adults:' || n.community_id = any(${scope.reach}::text[])))
    or exists (select from exchange.need_answer a where a.need_id = n.id and a.waits
      and 'adults:' || a.community_id = any(${scope.reach}::text[])))
  order by n.id limit 40`

/** Opens a need for everybody it is for; nothing when it waits no more, or the look is not the asking person's. */
export const openNeed = (id: NeedId) => sql<{ id: NeedId | null }>`select exchange.open_need(${id}) as id`

/** Opens an answer. */
export const openAnswer = (id: number) => sql<{ id: number | null }>`select exchange.open_answer(${id}) as id`

/** The adults who are told that words wait. For the reader of facts. */
export const whoLooksAtNeed = (id: NeedId) => sql<{ person_id: number }>`
  select s.person_id from exchange.need n join platform.seat s on s.audience::text = 'adults:' || n.community_id
  where n.id = ${id} and n.waits and s.person_id <> n.author_id`

/** The same for an answer. For the reader of facts. */
export const whoLooksAtAnswer = (id: number) => sql<{ person_id: number }>`
  select s.person_id from exchange.need_answer a join platform.seat s on s.audience::text = 'adults:' || a.community_id
  where a.id = ${id} and a.waits and s.person_id <> a.author_id`

/** SQL of visits: one's own, and where in a conversation one jumps to. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { heardOrMine, saidByMe } from '../nameless/store.ts'
import type { Visit } from './visiting.ts'

/** How much of a thread `t` the asking person hears, and the newest of it that others said: joined as `heard`. */
export const heardOf = (scope: MemberScope): RawBuilder<unknown> => sql`cross join lateral (
  select count(*) as contributions,
    coalesce(max(c.news) filter (where (${saidByMe(scope, 'c')}) is not true), 0)::bigint as newest
  from dialogue.contribution c where c.thread_id = t.id and ${heardOrMine(scope, 'c')}) heard`

/** The asking person's own last visit to a thread `t`, as one value. */
export const lastVisit = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${scope.personId}::bigint is not null then (
    select json_build_object('seen', v.seen, 'before', v.before, 'began', (extract(epoch from v.began_at) * 1000)::bigint)
    from dialogue.visit v where v.thread_id = t.id and v.person_id = ${scope.personId}) end as visit`

/** Keeps it; of two pages opened at once the further one stays. */
export const keepVisit = (scope: MemberScope, thread: ThreadId, visit: Visit) => sql`
  insert into dialogue.visit (thread_id, person_id, seen, before, began_at)
  values (${thread}, ${scope.personId}, ${visit.seen}, ${visit.before}, ${new Date(visit.began)})
  on conflict (thread_id, person_id) do update
    set seen = excluded.seen, before = excluded.before, began_at = excluded.began_at
    where excluded.seen > visit.seen`

const first = (scope: MemberScope, thread: ThreadId, where: RawBuilder<boolean>, order: RawBuilder<unknown>) => sql<{
  id: ContributionId
}>`
  select c.id from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
  where t.id = ${thread} and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')} and ${where}
  order by ${order} limit 1`

const inOrder = sql`c.place_at, c.root_id, c.id`

/** The first contribution of others, from above, that is new. */
export const firstNew = (scope: MemberScope, thread: ThreadId, above: number) =>
  first(scope, thread, sql<boolean>`c.news > ${above} and (${saidByMe(scope, 'c')}) is not true`, inOrder)

/** The first of today, in the reader's zone. */
export const firstOfToday = (scope: MemberScope, thread: ThreadId, now: Date, zone: string) =>
  first(
    scope,
    thread,
    sql<boolean>`c.said_at >= date_trunc('day', ${now}::timestamptz at time zone ${zone}) at time zone ${zone}`,
    inOrder,
  )

/** What was said last. */
export const latestOf = (scope: MemberScope, thread: ThreadId) =>
  first(scope, thread, sql<boolean>`true`, sql`c.id desc`)

/** The thread's newest, and one's own last visit, for jumping there. */
export const visitTo = (scope: MemberScope, thread: ThreadId) => sql<{ newest: number; visit: Visit | null }>`
  select heard.newest, ${lastVisit(scope)} from dialogue.thread t ${heardOf(scope)}
  where t.id = ${thread} and ${heardBy(scope, 't')}`

/** SQL of what people need and can offer. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { Need, NeedId, NeedKind, NeedLine } from '../contract.ts'
import type { Aging } from '../need.ts'

/** The first wall: one's own, and what is for one's ears; what waits for a look, by the adults alone. */
export const heard = (scope: MemberScope): RawBuilder<boolean> => sql<boolean>`(n.author_id = ${scope.personId}
  or case when n.waits then 'adults:' || n.community_id else n.audience::text end = any(${scope.reach}::text[]))`

const answered = sql`coalesce((
  select jsonb_agg(jsonb_build_object('person_id', a.author_id, 'name', w.name) order by a.id)
  from exchange.need_answer a
  join community.known w on w.community_id = a.community_id and w.person_id = a.author_id
  where a.need_id = n.id), '[]') as answered`

/** A line's columns, from `n`, the place `k` and its owner `b`. */
export const lineColumns = sql`n.id, n.community_id, k.slug, k.name as place, n.kind, n.state, n.waits, n.words, n.language, n.audience,
  n.author_id, b.name as author, 'student' = any(b.perspectives) as by_student, n.said_at, ${answered}`
const columns = sql`${lineColumns}, n.stands_since, n.asked_at, n.met_at, n.met_with, n.thanks, n.thanks_language, (
  select w.name from community.known w where w.community_id = n.community_id and w.person_id = n.met_with) as helper`
/** Where they stand. */
export const tables = sql`exchange.need n join community.place k on k.id = n.community_id
  join community.known b on b.community_id = n.community_id and b.person_id = n.author_id`

/** One page of the open needs, or of the open offers, of a community, the newest first; `total` is how many stand. */
export const openOf = (
  scope: MemberScope,
  community: number,
  kind: NeedKind,
  wanted: { readonly limit: number; readonly offset: number },
) => sql<NeedLine & { readonly total: number }>`
  select ${lineColumns}, count(*) over () as total from ${tables}
  where n.community_id = ${community} and n.kind = ${kind} and n.state = 'open' and not n.waits and ${heard(scope)}
  order by n.id desc limit ${wanted.limit} offset ${wanted.offset}`

/** The newest open needs and offers of some communities. */
export const newestOpen = (scope: MemberScope, communities: readonly number[], most: number) => sql<NeedLine>`
  select ${lineColumns} from ${tables}
  where n.community_id = any(${[...communities]}::bigint[]) and n.state = 'open' and not n.waits and ${heard(scope)}
  order by n.id desc limit ${most}`

/** The open needs and offers of a community below a number, the newest first, for programs. */
export const openBelow = (scope: MemberScope, community: number, below: number, most: number) => sql<NeedLine>`
  select ${lineColumns} from ${tables}
  where n.community_id = ${community} and n.id < ${below} and n.state = 'open' and not n.waits and ${heard(scope)}
  order by n.id desc limit ${most}`

/** What the asking person said and what now rests. */
export const mineResting = (scope: MemberScope, community: number) => sql<NeedLine>`
  select ${lineColumns} from ${tables}
  where n.community_id = ${community} and n.author_id = ${scope.personId} and n.state = 'resting'
  order by n.id desc limit 20`

/** One of a community. */
export const needById = (scope: MemberScope, community: number, id: NeedId) => sql<Need>`
  select ${columns} from ${tables}
  where n.id = ${id} and n.community_id = ${community} and ${heard(scope)}`

/** Some of any community, for the address book and for notices. */
export const needsById = (ids: readonly NeedId[]) => sql<Need>`
  select ${columns} from ${tables}
  where n.id = any(${[...ids]}::bigint[])
    and (n.author_id = (select platform.me()) or
      case when n.waits then 'adults:' || n.community_id else n.audience::text end = any((select platform.reach())::text[]))`

/** Keeps what somebody needs or can offer; answers its number. */
export const insertNeed = (
  scope: MemberScope,
  row: {
    readonly community: number
    readonly audience: string
    readonly kind: NeedKind
    readonly words: string
    readonly language: string
    readonly at: Date
  },
) => sql<{ id: NeedId; waits: boolean }>`
  insert into exchange.need (community_id, author_id, audience, kind, words, language, said_at, stands_since)
  values (${row.community}, ${scope.personId}, ${row.audience}, ${row.kind}, ${row.words}, ${row.language},
    ${row.at}, ${row.at})
  returning id, waits`

/** It is met; nothing when it was met or taken back in the same moment. */
export const meetNeed = (
  scope: MemberScope,
  id: NeedId,
  met: { readonly with: number | null; readonly thanks: string; readonly language: string; readonly at: Date },
) => sql<{ id: NeedId; waits: boolean }>`
  update exchange.need set state = 'met', met_at = ${met.at}, met_with = ${met.with}, thanks = ${met.thanks},
    thanks_language = ${met.language}
  where id = ${id} and author_id = ${scope.personId} and state in ('open', 'resting') returning id, waits`

/** It still stands, as if said today. */
export const standAgain = (scope: MemberScope, id: NeedId, at: Date) => sql<{ id: NeedId }>`
  update exchange.need set state = 'open', stands_since = ${at}, asked_at = null, met_at = null, met_with = null,
    thanks = ''
  where id = ${id} and author_id = ${scope.personId} and state <> 'withdrawn' returning id`

/** Erases its words; nothing when they were erased in the same moment. */
export const withdrawNeed = (scope: MemberScope, id: NeedId) => sql<{ id: NeedId }>`
  update exchange.need set state = 'withdrawn', words = '', thanks = ''
  where id = ${id} and author_id = ${scope.personId} and state <> 'withdrawn' returning id`

/** Removes it as if it had never been said. */
export const deleteNeed = (scope: MemberScope, id: NeedId) => sql<{ id: NeedId }>`
  delete from exchange.need where id = ${id} and author_id = ${scope.personId} returning id`

/** What may be due, oldest first, by `before`: what stands since then or was asked since then. As the owner only. */
export const agingSince = (stood: Date, asked: Date) => sql<Aging & { readonly id: NeedId }>`
  select id, state, stands_since, asked_at from exchange.need
  where state = 'open' and case when asked_at is null then stands_since <= ${stood} else asked_at <= ${asked} end
  order by id limit 1000`

/** Notes that its owner is asked; nothing when something happened to it meanwhile. As the owner only. */
export const noteAsked = (id: NeedId, at: Date) => sql<{ id: NeedId }>`
  update exchange.need set asked_at = ${at} where id = ${id} and state = 'open' and asked_at is null returning id`

/** Lets it rest; nothing when something happened to it meanwhile. As the owner only. */
export const letRest = (id: NeedId) => sql<{ id: NeedId }>`
  update exchange.need set state = 'resting'
  where id = ${id} and state = 'open' and asked_at is not null returning id`

/** Who hears a need, but not whose it is. For the reader of facts. */
export const whoHearsNeed = (id: NeedId) => sql<{ person_id: number }>`
  select s.person_id from exchange.need n join platform.seat s on s.audience = n.audience
  where n.id = ${id} and n.state = 'open' and not n.waits and s.person_id <> n.author_id`

/** Whose need it is. For the reader of facts. */
export const whoseNeed = (id: NeedId) => sql<{ person_id: number }>`
  select author_id as person_id from exchange.need where id = ${id}`

/** Who answered a need, and who helped. For the reader of facts. */
export const whoAnswered = (id: NeedId) => sql<{ person_id: number }>`
  select a.author_id as person_id from exchange.need_answer a where a.need_id = ${id}
  union select n.met_with from exchange.need n where n.id = ${id} and n.met_with is not null`

/** SQL of what people share. */
import { sql } from 'kysely'
import type { FileKind } from '../../../platform/files/kind.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Thing, ThingId, ThingKind } from './contract.ts'

/** The first wall: one's own, and what is for one's eyes; what waits for a look, by the adults alone. */
export const seenBy = (scope: MemberScope) => sql<boolean>`(t.author_id = ${scope.personId}
  or case when t.waits then 'adults:' || t.community_id else t.audience::text end = any(${scope.reach}::text[]))`

const columns = sql`t.id, t.community_id, k.slug, k.name as place, t.kind, t.title, t.why, t.language, t.audience,
  t.author_id, b.name as author, 'student' = any(b.perspectives) as by_student, t.shared_at, t.waits, t.address,
  t.file_key, t.file_kind, t.bytes, t.alt, t.width, t.height, t.taken_down_at, t.reason, t.reason_language`
const tables = sql`exchange.thing t join community.place k on k.id = t.community_id
  join community.known b on b.community_id = t.community_id and b.person_id = t.author_id`

/** One page of what is shared in a community, the newest first; `total` is how many there are for the asking person. */
export const thingsOf = (
  scope: MemberScope,
  community: number,
  wanted: { readonly limit: number; readonly offset: number },
) => sql<Thing & { readonly total: number }>`
  select ${columns}, count(*) over () as total from ${tables}
  where t.community_id = ${community} and ${seenBy(scope)} and (t.taken_down_at is null or t.author_id = ${scope.personId})
  order by t.id desc limit ${wanted.limit} offset ${wanted.offset}`

/** The newest in some communities. */
export const newestThings = (scope: MemberScope, communities: readonly number[], most: number) => sql<Thing>`
  select ${columns} from ${tables}
  where t.community_id = any(${[...communities]}::bigint[]) and ${seenBy(scope)} and t.taken_down_at is null
  order by t.id desc limit ${most}`

/** What is shared in a community below a number, the newest first, for programs. */
export const thingsBelow = (scope: MemberScope, community: number, below: number, most: number) => sql<Thing>`
  select ${columns} from ${tables}
  where t.community_id = ${community} and t.id < ${below} and ${seenBy(scope)} and t.taken_down_at is null
  order by t.id desc limit ${most}`

/** One of a community. */
export const thingById = (scope: MemberScope, community: number, id: ThingId) => sql<Thing>`
  select ${columns} from ${tables} where t.id = ${id} and t.community_id = ${community} and ${seenBy(scope)}`

/** The one that a key opens. */
export const thingByKey = (scope: MemberScope, community: number, key: string) => sql<Thing>`
  select ${columns} from ${tables} where t.file_key = ${key} and t.community_id = ${community} and ${seenBy(scope)}`

/** Some of any community, for the address book and for notices; the second wall says which of them. */
export const thingsById = (ids: readonly ThingId[]) => sql<Thing>`
  select ${columns} from ${tables} where t.id = any(${[...ids]}::bigint[])
    and (t.author_id = (select platform.me()) or case when t.waits then 'adults:' || t.community_id
      else t.audience::text end = any((select platform.reach())::text[]))`

/** What is kept of something shared. */
export interface NewThing {
  readonly community: number
  readonly audience: string
  readonly kind: ThingKind
  readonly title: string
  readonly why: string
  readonly language: string
  readonly address: string | null
  readonly key: string | null
  readonly file: FileKind | null
  readonly bytes: number | null
  readonly alt: string | null
  readonly width: number | null
  readonly height: number | null
  readonly at: Date
}

/** Keeps it; answers its number, and whether it waits for a look. */
export const insertThing = (scope: MemberScope, row: NewThing) => sql<{ id: ThingId; waits: boolean }>`
  insert into exchange.thing (community_id, author_id, audience, kind, title, why, language, address, file_key,
    file_kind, bytes, alt, width, height, shared_at)
  values (${row.community}, ${scope.personId}, ${row.audience}, ${row.kind}, ${row.title}, ${row.why},
    ${row.language}, ${row.address}, ${row.key}, ${row.file}, ${row.bytes}, ${row.alt}, ${row.width}, ${row.height},
    ${row.at})
  returning id, waits`

/** From now on the facilitators alone see it. */
export const narrowThing = (scope: MemberScope, id: ThingId) => sql<{ id: ThingId }>`
  update exchange.thing set audience = 'facilitators:' || community_id
  where id = ${id} and author_id = ${scope.personId} and taken_down_at is null and audience like 'community:%'
  returning id`

/** Everybody sees what a student shared; nothing when somebody opened it in the same moment. */
export const openThing = (scope: MemberScope, id: ThingId) => sql<{ id: ThingId }>`
  update exchange.thing set waits = false, opened_by = ${scope.personId}
  where id = ${id} and waits and author_id <> ${scope.personId} returning id`

/** What it was is gone; its owner and the facilitators still see its title and the reason. */
export const takeDownThing = (
  scope: MemberScope,
  id: ThingId,
  why: { readonly reason: string; readonly language: string; readonly at: Date },
) => sql<{ id: ThingId }>`
  update exchange.thing set taken_down_at = ${why.at}, taken_down_by = ${scope.personId}, reason = ${why.reason},
    reason_language = ${why.language}, audience = 'facilitators:' || community_id, address = null, file_key = null,
    file_kind = null, bytes = null, alt = null, width = null, height = null
  where id = ${id} and taken_down_at is null and author_id <> ${scope.personId} returning id`

/** Removes it; answers the key of its bytes. */
export const deleteThing = (scope: MemberScope, id: ThingId) => sql<{ file_key: string | null }>`
  delete from exchange.thing where id = ${id} and author_id = ${scope.personId} returning file_key`

/** Which of some keys are named by a row. As the owner only. */
export const keysInUse = (keys: readonly string[]) => sql<{ file_key: string }>`
  select file_key from exchange.thing where file_key = any(${[...keys]}::text[])`

/** Who sees a thing, but not whose it is. For the reader of facts. */
export const whoSeesThing = (id: ThingId) => sql<{ person_id: number }>`
  select s.person_id from exchange.thing t join platform.seat s
    on s.audience::text = case when t.waits then 'adults:' || t.community_id else t.audience::text end
  where t.id = ${id} and t.taken_down_at is null and s.person_id <> t.author_id`

/** Whose thing it is. For the reader of facts. */
export const whoseThing = (id: ThingId) => sql<{ person_id: number }>`
  select author_id as person_id from exchange.thing where id = ${id}`

/** SQL of what a student wrote and what waits as a whole act for one adult's look. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'

/** What an adult may ask before opening. */
export type HeldQuestion = 'name' | 'hurt' | 'danger'

/** An act that waits. */
export interface Held {
  readonly id: number
  readonly community_id: number
  readonly author_id: PersonId
  readonly author: string | null
  readonly kind: string
  readonly given: string
  readonly words: readonly string[]
  readonly language: string
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly since: Date
  readonly stayed_at: Date | null
  readonly about: HeldQuestion | null
  readonly fine_at: Date | null
}

const columns = sql`h.id, h.community_id, h.author_id, p.name as author, h.kind, h.given, h.words, h.language,
  h.subject_kind, h.subject_id, h.since, h.stayed_at, h.about, h.fine_at
  from community.held h left join people.named p on p.id = h.author_id`
const waits = sql`h.stayed_at is null`
const reached = (scope: MemberScope) => sql`h.audience = any(${scope.reach}::text[])`

/** What waits for the asking adult in a community, the oldest first. */
export const heldIn = (scope: MemberScope, community: number, most: number) => sql<Held>`
  select ${columns} where h.community_id = ${community} and ${waits} and ${reached(scope)}
    and h.author_id <> ${scope.personId} order by h.since, h.id limit ${most}`

/** What the asking person wrote that waits, or that stayed with them. */
export const myHeld = (scope: MemberScope, community: number) => sql<Held>`
  select ${columns} where h.community_id = ${community} and h.author_id = ${scope.personId} order by h.since desc, h.id desc`

/** The communities where something of the asking person's waits. */
export const whereMineWaits = (scope: MemberScope) => sql<{ slug: string; name: string }>`
  select place.slug, place.name from community.place place
  where place.id in (select community_id from community.held where author_id = ${scope.personId}) order by place.id`

/** One of them, for its author and the adults. */
export const heldById = (scope: MemberScope, id: number) => sql<Held>`
  select ${columns} where h.id = ${id} and (${reached(scope)} or h.author_id = ${scope.personId})`

/** Keeps an act; sent twice, it is kept once. */
export const keepHeld = (
  scope: MemberScope,
  row: Pick<Held, 'community_id' | 'kind' | 'given' | 'words' | 'language' | 'subject_kind' | 'subject_id'>,
  at: Date,
) => sql<{ id: number }>`
  insert into community.held (community_id, author_id, audience, kind, given, words, language, subject_kind, subject_id, since)
  values (${row.community_id}, ${scope.personId}, ${`adults:${row.community_id}`}, ${row.kind}, ${row.given},
    ${[...row.words]}::text[], ${row.language}, ${row.subject_kind}, ${row.subject_id}, ${at})
  on conflict (author_id, kind, md5(given)) do nothing returning id`

/** One that was kept before. */
export const sameHeld = (scope: MemberScope, kind: string, given: string) => sql<{ id: number }>`
  select id from community.held where author_id = ${scope.personId} and kind = ${kind} and md5(given) = md5(${given})`

/** An adult has looked. */
export const setOpened = (scope: MemberScope, id: number) => sql<{ id: number }>`
  update community.held h set opened_by = ${scope.personId}
  where h.id = ${id} and ${waits} and ${reached(scope)} and h.author_id <> ${scope.personId} returning h.id`

/** From here on in this transaction its author does what was looked at; nothing when it is done or gone already. */
export const doNow = (scope: MemberScope, id: number) => sql<{ id: number; done: string }>`
  select h.id, set_config('ciranda.held', h.id::text, true) as done from community.held h
  where h.id = ${id} and h.author_id = ${scope.personId} and h.opened_by is not null and ${waits} for update`

/** Takes it away: it is done, or its author took it back. */
export const deleteHeld = (scope: MemberScope, id: number) => sql<{ id: number }>`
  delete from community.held where id = ${id} and author_id = ${scope.personId} returning id`

/** It cannot be done any more; its author keeps the words. */
export const setStayed = (id: number, at: Date) => sql<{ id: number }>`
  update community.held set stayed_at = ${at} where id = ${id} and stayed_at is null returning id`

/** An adult asks; a later question takes the place of an earlier one. */
export const setAsked = (scope: MemberScope, id: number, about: HeldQuestion, at: Date) => sql<{ id: number }>`
  update community.held h set about = ${about}, asked_by = ${scope.personId}, asked_at = ${at}, fine_at = null
  where h.id = ${id} and ${waits} and ${reached(scope)} and h.author_id <> ${scope.personId} returning h.id`

/** The author's “it is fine as it is”. */
export const setHeldFine = (scope: MemberScope, id: number, at: Date) => sql<{ id: number }>`
  update community.held set fine_at = ${at}
  where id = ${id} and author_id = ${scope.personId} and about is not null and fine_at is null returning id`

/** The address of a community by its number. */
export const slugOf = (community: number) =>
  sql<{ slug: string }>`select slug from community.place where id = ${community}`

/** The adults who are told that something waits; nobody, while something older waits. As the owner only. */
export const adultsOfHeld = (id: number) => sql<{ person_id: PersonId }>`
  select s.person_id from community.held h join platform.seat s on s.audience = h.audience and s.person_id <> h.author_id
  where h.id = ${id} and ${waits} and not exists (select from community.held older where older.community_id = h.community_id
    and older.stayed_at is null and (older.since, older.id) < (h.since, h.id)) order by s.person_id`

/** All adults who see what waits. As the owner only. */
export const allAdultsOfHeld = (id: number) => sql<{ person_id: PersonId }>`
  select s.person_id from community.held h join platform.seat s on s.audience = h.audience and s.person_id <> h.author_id
  where h.id = ${id} and ${waits} order by s.person_id`

/** Who wrote it. As the owner only. */
export const authorOfHeld = (id: number) => sql<{ person_id: PersonId }>`
  select author_id as person_id from community.held where id = ${id}`

/** What waits and for which nobody else was called yet. As the owner only. */
export const uncalledHeld = sql<{ id: number; community_id: number; since: Date }>`
  select h.id, h.community_id, h.since from community.held h where ${waits} and h.called_at is null order by h.id`

/** Marks that the others were called. As the owner only. */
export const setHeldCalled = (id: number, at: Date) => sql<{ id: number }>`
  update community.held set called_at = ${at} where id = ${id} and called_at is null returning id`

/** What stayed with its author for so long that it is forgotten. As the owner only. */
export const forgetStayed = (before: Date) => sql`delete from community.held where stayed_at < ${before}`

/** Where something waits, for its author and the adults; as a letter tells it. */
export const heldPlace = (scope: MemberScope, id: number) => sql<{
  slug: string
  place: string
  mine: boolean
  stayed: boolean
  about: HeldQuestion | null
}>`
  select place.slug, place.name as place, h.author_id = ${scope.personId} as mine, h.stayed_at is not null as stayed,
    case when h.fine_at is null then h.about end as about
  from community.held h join community.place place on place.id = h.community_id
  where h.id = ${id} and (${reached(scope)} or h.author_id = ${scope.personId})`

/** All SQL of codes, of who waits, and of cards. */
import { sql } from 'kysely'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import type { CommunityId, Perspective } from '../contract.ts'

/** A code as the facilitators see it. */
export interface JoinCode {
  readonly id: number
  readonly code: string
  readonly perspective: Perspective | null
  readonly expires_at: Date
  readonly uses_left: number
}

/** Somebody who waits. */
export interface Waiting {
  readonly person_id: PersonId
  readonly name: string
  readonly avatar: string | null
  readonly perspectives: Perspective[]
}

const tended = (scope: MemberScope, alias: string) =>
  sql`'facilitators:' || ${sql.ref(`${alias}.community_id`)} = any(${scope.reach}::text[])`

/** The codes that work. */
export const openCodes = (scope: MemberScope, id: CommunityId, now: Date) => sql<JoinCode>`
  select j.id, j.code, j.perspective, j.expires_at, j.uses_left from community.join_code j
  where j.community_id = ${id} and ${tended(scope, 'j')} and j.ended_at is null and j.expires_at > ${now}
    and j.uses_left > 0
  order by j.id desc limit 20`

/** A new code. */
export const insertCode = (row: {
  communityId: CommunityId
  code: string
  perspective: Perspective | null
  personId: PersonId
  at: Date
  until: Date
  uses: number
}) => sql<{ id: number }>`
  insert into community.join_code (community_id, code, perspective, person_id, made_at, expires_at, uses_left)
  values (${row.communityId}, ${row.code}, ${row.perspective}, ${row.personId}, ${row.at}, ${row.until}, ${row.uses})
  on conflict (code) do nothing returning id`

/** Ends a code. */
export const endCode = (id: CommunityId, code: number, at: Date) => sql<{ id: number }>`
  update community.join_code set ended_at = ${at}
  where community_id = ${id} and id = ${code} and ended_at is null returning id`

/** What a code opens. As the owner only. */
export interface Opened extends Place {
  readonly code_id: number
  readonly perspective: Perspective | null
  readonly purpose: string
}

/** The community of a code that works. As the owner only: whoever types it belongs nowhere yet. */
export const communityByCode = (code: string, now: Date) => sql<Opened>`
  select c.id, c.slug, c.name, c.language, c.invented, c.open, c.purpose, j.id as code_id, j.perspective
  from community.join_code j join community.community c on c.id = j.community_id
  where j.code = ${code} and j.ended_at is null and j.expires_at > ${now} and j.uses_left > 0 and c.stage <> 'closed'`

/** Uses a code once, if it still works. As the owner only. */
export const useCode = (id: number, now: Date) => sql<{ id: number }>`
  update community.join_code set uses_left = uses_left - 1
  where id = ${id} and ended_at is null and expires_at > ${now} and uses_left > 0 returning id`

/** Whether somebody here, or waiting here, has a name. As the owner only. */
export const nameTaken = (id: CommunityId, name: string) => sql<{ taken: boolean }>`
  select exists (
    select from people.named p where lower(p.name) = lower(${name}) and (
      exists (select from community.membership m where m.community_id = ${id} and m.person_id = p.id)
      or exists (select from community.newcomer n
        where n.community_id = ${id} and n.person_id = p.id and n.decided_at is null))
  ) as taken`

/** Somebody waits from now on; who was declined may ask again, who waits or belongs changes nothing. As the owner only. */
export const insertNewcomer = (row: {
  communityId: CommunityId
  personId: PersonId
  perspectives: readonly Perspective[]
  newHere: boolean
  at: Date
}) => sql<{ person_id: PersonId }>`
  insert into community.newcomer as n (community_id, person_id, perspectives, new_here, asked_at)
  select ${row.communityId}, ${row.personId}, ${[...row.perspectives]}, ${row.newHere}, ${row.at}
  where not exists (select from community.membership m
    where m.community_id = ${row.communityId} and m.person_id = ${row.personId})
  on conflict (community_id, person_id) do update
    set asked_at = excluded.asked_at, perspectives = excluded.perspectives, decided_at = null, decided_by = null, let_in = null
    where n.decided_at is not null
  returning person_id`

/** Where the asking person waits, or was not let in; the latest first. */
export const myWaits = () => sql<{ slug: string; name: string; let_in: boolean | null }>`
  select slug, name, let_in from community.my_waits()`

/** Who waits. */
export const waitingIn = (scope: MemberScope, id: CommunityId) => sql<Waiting>`
  select w.person_id, w.name, w.avatar, w.perspectives from community.waiting w
  where w.community_id = ${id} and ${tended(scope, 'w')} order by w.asked_at, w.person_id limit 100`

/** Decides about somebody who waits, once. */
export const decide = (scope: MemberScope, id: CommunityId, person: PersonId, letIn: boolean, at: Date) => sql<{
  perspectives: Perspective[]
}>`
  update community.newcomer set decided_at = ${at}, decided_by = ${scope.personId}, let_in = ${letIn}
  where community_id = ${id} and person_id = ${person} and decided_at is null returning perspectives`

/** Whose cards this community gives, and since when they have one. */
export const cardHolders = (id: CommunityId) =>
  sql<{
    person_id: PersonId
    name: string
    avatar: string | null
    card_since: Date | null
  }>`select * from community.card_holders(${id})`

/** Gives somebody a new card; says whether this community may. */
export const giveCard = (id: CommunityId, person: PersonId, hash: Buffer, leadsTo: string, at: Date) =>
  sql<{
    given: boolean
  }>`select community.give_card(${id}, ${person}, ${hash}, ${leadsTo}, ${at}) as given`

/** Whether somebody came here as a student by a code: then that stays, for it protects them. */
export const cameAsStudent = (scope: MemberScope, id: CommunityId) => sql<{ student: boolean }>`
  select exists (select from community.newcomer n
    where n.community_id = ${id} and n.person_id = ${scope.personId} and 'student' = any (n.perspectives)) as student`

/** How many adults read at once what a student says. */
export const adultsHere = (id: CommunityId) => sql<{ adults: number }>`
  select count(*) as adults from platform.seat where audience::text = ${`adults:${id}`}`

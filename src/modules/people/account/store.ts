/** All SQL for those who look after a site: who is here, coming back in, everybody's tokens. As the owner only. */
import { sql } from 'kysely'
import type { PersonId } from '../contract.ts'
import type { Holder } from '../scope.ts'
import type { Token } from '../token/token.ts'

/** A person as those see them who look after a site. */
export interface Somebody {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly administrator: boolean
  readonly password: boolean
  readonly came_at: Date
}

/** Everybody who may come in, in the order they came; people of an archive are none of them. */
export const everybody = () => sql<Somebody>`
  select p.id, p.name, a.email, p.language, p.site_role is not null as administrator,
    a.password_hash is not null as password, p.created_at as came_at
  from people.person p left join people.account a on a.person_id = p.id
  where p.kind = 'person' order by p.id`

/** What a scope is minted from, by e-mail address. */
export const holderByEmail = (email: string) => sql<Holder>`
  select p.id as person_id, p.name, p.language, p.site_role, platform.reach_of(p.id) as reach
  from people.account a join people.person p on p.id = a.person_id where lower(a.email) = lower(${email})`

/** An account for a new person; answers nothing when the address is taken, also by somebody at this very moment. */
export const insertOnlyAccount = (personId: PersonId, email: string, hash: string | null, provedAt: Date | null) =>
  sql<{ person_id: PersonId }>`
    insert into people.account (person_id, email, password_hash, verified_at)
    values (${personId}, ${email}, ${hash}, ${provedAt})
    on conflict do nothing returning person_id`

/** Closes the ways by which somebody came in so far: password, passkeys, school, open links, sessions. Answers how many sessions. */
export const closeWaysIn = (personId: PersonId, now: Date) => sql<{ sessions: number }>`
  with forgotten as (update people.account set password_hash = null where person_id = ${personId}),
    unlocked as (delete from people.passkey where person_id = ${personId}),
    unlinked as (delete from people.school_link where person_id = ${personId}),
    used as (update people.sign_in_letter set used_at = ${now} where person_id = ${personId} and used_at is null),
    ended as (delete from people.session where person_id = ${personId} and expires_at > ${now} returning 1)
  select count(*) as sessions from ended`

/** A token with whose it is. */
export interface OwnedToken extends Token {
  readonly person_id: PersonId
  readonly person: string
  readonly email: string | null
}

/** Everybody's tokens, or those of one address; the newest first. */
export const everyToken = (email?: string) => sql<OwnedToken>`
  select t.id, t.name, t.rights, t.made_at, t.expires_at, t.revoked_at, t.last_used, t.person_id, p.name as person, a.email
  from people.token t join people.person p on p.id = t.person_id left join people.account a on a.person_id = p.id
  where ${email === undefined ? sql`true` : sql`lower(a.email) = lower(${email})`} order by t.id desc`

/** Ends a token, whoever has it. */
export const endAnyToken = (id: number, at: Date) => sql<{ person_id: PersonId; name: string }>`
  update people.token set revoked_at = ${at} where id = ${id} and revoked_at is null returning person_id, name`

/** Those of these numbers that are people who may come in, and no placeholders. */
export const peopleAmong = (ids: readonly number[]) => sql<{ id: PersonId }>`
  select id from people.person where id = any(${[...ids]}::bigint[]) and kind = 'person'`

/** What letters need of a person: a scope is minted from it, and it says where letters go. */
export const recipientById = (id: PersonId) => sql<Holder & { email: string | null; proved: boolean }>`
  select p.id as person_id, p.name, p.language, p.site_role, platform.reach_of(p.id) as reach, a.email,
    a.verified_at is not null as proved
  from people.person p left join people.account a on a.person_id = p.id where p.id = ${id} and p.kind = 'person'`

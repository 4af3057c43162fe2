/** All SQL of what belongs to a person as such: who they are, their ways in, and the end of it. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'
import type { PersonId } from '../contract.ts'

/** Who the person is here. */
export const ownPerson = (person: Person) => sql<OwnRow>`
  select p.id, p.created_at as at, p.name, p.language, p.site_role, s.name as school
  from people.person p left join people.school s on s.id = p.school_id where p.id = ${person}`

/** The person's address, and whether there is a password. */
export const ownAccount = (person: Person) => sql<OwnRow>`
  select a.email, a.verified_at, a.password_hash is not null as has_password
  from people.account a where a.person_id = ${person}`

/** Where the person is signed in now; the newest first. */
export const ownSessions = (person: Person) => sql<OwnRow & { way: string; at: Date; expires_at: Date }>`
  select s.opened_at as at, s.way, s.expires_at from people.session s
  where s.person_id = ${person} order by s.opened_at desc`

/** The person's keys for programs, without the keys. */
export const ownTokens = (person: Person) => sql<OwnRow>`
  select t.made_at as at, t.name, t.rights, t.expires_at, t.revoked_at, t.last_used from people.token t
  where t.person_id = ${person} order by t.id`

/** The devices that know the person. */
export const ownPasskeys = (person: Person) => sql<OwnRow>`
  select k.made_at as at, k.name, k.last_used from people.passkey k where k.person_id = ${person} order by k.id`

/** By which schools the person may come in. */
export const ownSchoolLinks = (person: Person) => sql<OwnRow>`
  select l.made_at as at, l.issuer from people.school_link l where l.person_id = ${person} order by l.made_at`

/** What the person has begun and not sent. */
export const ownBegun = (person: Person) => sql<OwnRow>`
  select b.kept_at as at, b.title, b.page, (
    select string_agg(v.value, E'\n\n' order by f.at, v.at)
    from jsonb_array_elements(b.fields) with ordinality f (field, at)
    cross join lateral jsonb_array_elements_text(f.field -> 'values') with ordinality v (value, at)
    where f.field ->> 'kind' = 'text') as words
  from people.begun b where b.person_id = ${person} order by b.kept_at desc, b.id`

/** When the person came in, by their facts; the newest first. */
export const signInsOf = (person: Person, most: number) => sql<{ at: Date; kind: string }>`
  select f.at, f.kind from platform.fact f
  where f.subject_kind = 'person' and f.subject_id = ${person} and f.kind in ('session.opened', 'password.chosen')
  order by f.at desc limit ${most}`

/** Holds the person's row until the end of this transaction; nothing when it is gone. */
export const holdPerson = (person: Person) => sql<{ name: string; created_at: Date; administrator: boolean }>`
  select name, created_at, site_role is not null as administrator from people.person
  where id = ${person} and kind = 'person' for update`

/** Somebody without a name, by the key of their place; made when first needed. */
export const formerPerson = (key: string, name: string, language: string, at: Date) => sql<{ id: PersonId }>`
  insert into people.person (name, language, kind, source_key, created_at)
  values (${name}, ${language}, 'placeholder', ${key}, ${at})
  on conflict (source_key) do update set name = excluded.name returning id`

/** Whether nobody else looks after the site. */
export const isLastAdministrator = (person: Person) => sql<{ last: boolean }>`
  select p.site_role is not null and not exists (
    select from people.person o where o.id <> p.id and o.kind = 'person' and o.site_role is not null) as last
  from people.person p where p.id = ${person}`

/** How a session of the person's was opened, and when. */
export const sessionOf = (hash: Buffer, person: Person, now: Date) => sql<{ way: string; opened_at: Date }>`
  select s.way, s.opened_at from people.session s
  where s.token_hash = ${hash} and s.person_id = ${person} and s.expires_at > ${now}`

/** Who has come in since when, or said anything: the last trace of everybody who may come in. */
export const quietSince = (before: Date) => sql<{ id: PersonId; came_at: Date; last: Date }>`
  with acted as (select f.actor_id, max(f.at) as at from platform.fact f where f.actor_id is not null group by 1),
    opened as (select s.person_id, max(s.opened_at) as at from people.session s group by 1),
    seen as (
      select p.id, p.created_at as came_at, greatest(p.created_at, acted.at, opened.at) as last
      from people.person p left join acted on acted.actor_id = p.id left join opened on opened.person_id = p.id
      where p.kind = 'person' and p.site_role is null)
  select id, came_at, last from seen where last < ${before} order by id`

/** The person is gone, and with the row whatever hangs on it: account, sessions, letters, keys. */
export const leavePeople = ({ person }: Leaving): RawBuilder<unknown>[] => {
  const address = sql`select lower(a.email) from people.account a where a.person_id = ${person}`
  return [
    sql`delete from platform.mailbox where lower(recipient) in (${address})`,
    sql`delete from platform.bounced_address where lower(email) in (${address})`,
    sql`
      update platform.setting set value = coalesce((
        select jsonb_agg(e.one) from jsonb_array_elements(value) e (one)
        where lower(e.one ->> 'email') not in (${address})), '[]'::jsonb)
      where key = 'demonstrationPeople'`,
    sql`delete from people.person where id = ${person}`,
  ]
}

/** SQL of invented people: those whose address of mail nobody can have. As the owner only. */
import { sql } from 'kysely'
import type { PersonId } from '../contract.ts'

// The names that RFC 2606 keeps free, so that no letter to them can reach anybody.
const NOBODYS = String.raw`[@.](test|example|invalid|localhost|example\.(com|net|org))$`

/** Whether an address of mail can belong to nobody. */
export const isNobodys = (email: string): boolean => new RegExp(NOBODYS, 'i').test(email)

/** An invented person who can sign in. */
export interface Invented {
  readonly name: string
  readonly language: string
  readonly email: string
  readonly hash: string
  readonly at: Date
}

/** How many people the site holds who are not invented, as far as their address tells. */
export const realPeople = () => sql<{ people: number }>`
  select count(*) as people from people.person p left join people.account a on a.person_id = p.id
  where p.kind = 'person' and (a.email is null or a.email !~* ${NOBODYS})`

/** The people of these addresses. */
export const peopleByEmail = (emails: readonly string[]) => sql<{ id: PersonId; email: string }>`
  select a.person_id as id, a.email from people.account a
  where lower(a.email) = any(${emails.map((email) => email.toLowerCase())}::text[])`

/** New people with their accounts; those whose address is known stay as they are. */
export const insertInvented = (people: readonly Invented[]) => sql<{ id: PersonId }>`
  with fresh as materialized (
    select nextval(pg_get_serial_sequence('people.person', 'id')) as id, a.*
    from unnest(${people.map(({ name }) => name)}::text[], ${people.map(({ language }) => language)}::text[],
      ${people.map(({ email }) => email)}::text[], ${people.map(({ hash }) => hash)}::text[],
      ${people.map(({ at }) => at.toISOString())}::timestamptz[]) a (name, language, email, hash, at)
    where not exists (select from people.account known where lower(known.email) = lower(a.email))
  ), person as (
    insert into people.person (id, name, language, created_at) overriding system value
    select id, name, language, at from fresh returning id
  )
  insert into people.account (person_id, email, password_hash, verified_at)
  select fresh.id, fresh.email, fresh.hash, fresh.at from fresh join person on person.id = fresh.id
  returning person_id as id`

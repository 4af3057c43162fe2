/** All SQL of people: persons, accounts, sessions, letters. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { sweepAddressLetters } from './card/store.ts'
import type { MemberScope, PersonId } from './contract.ts'
import { sweepChallenges } from './passkey/store.ts'
import { sweepPending } from './school-sign-in/store.ts'
import type { Holder } from './scope.ts'
import { sweepTokens } from './token/store.ts'

/** An account as sign-in needs it. */
export interface Account {
  readonly person_id: PersonId
  readonly name: string
  readonly email: string
  readonly language: string
  readonly password_hash: string | null
  readonly verified_at: Date | null
}

const accountColumns = sql`a.person_id, p.name, a.email, p.language, a.password_hash, a.verified_at`

/** Who holds a session. */
export const holderOf = (hash: Buffer, now: Date) => sql<Holder>`select * from people.session_holder(${hash}, ${now})`

/** Who holds each of these sessions, named by their hashes in base64. */
export const holdersOf = (sessions: readonly string[], now: Date) => sql<Holder & { session: string }>`
  select s.session, h.* from unnest(${[...sessions]}::text[]) s (session)
  cross join lateral people.session_holder(decode(s.session, 'base64'), ${now}) h`

/** The asking person as others see them. */
export const myself = (scope: MemberScope) => sql<{ id: PersonId; name: string; language: string }>`
  select id, name, language from people.person where id = ${scope.personId}`

/** The same, and from here on it is they who ask; without a session it stays a visitor. */
export const holderWhoAsks = (hash: Buffer, now: Date) => sql<Holder>`
  select h.person_id, h.name, h.language, h.site_role, h.reach
  from people.session_holder(${hash}, ${now}) h cross join lateral platform.ask(h.person_id::text)`

/** Changes the asking person's name and language. */
export const renameMyself = (scope: MemberScope, name: string, language: string) =>
  sql`update people.person set name = ${name}, language = ${language} where id = ${scope.personId}`

/** Changes the asking person's language. */
export const speak = (scope: MemberScope, language: string) =>
  sql`update people.person set language = ${language} where id = ${scope.personId}`

/** Ends one session. */
export const endSession = (hash: Buffer) => sql`select people.end_session(${hash})`

/** Ends every session of the asking person. */
export const endMySessions = () => sql`select people.end_my_sessions()`

/** One more try under a key: whether it is still within what is allowed. */
export const takeTry = (key: string, allowed: number, seconds: number, now: Date) =>
  sql<{ within: boolean }>`select platform.take(${key}, ${allowed}, ${seconds}, ${now}) as within`

/** The account of an e-mail address. As the owner only. */
export const accountByEmail = (email: string) => sql<Account>`
  select ${accountColumns} from people.account a join people.person p on p.id = a.person_id
  where lower(a.email) = lower(${email})`

/** The account of a person. As the owner only. */
export const accountOf = (personId: PersonId) => sql<Account>`
  select ${accountColumns} from people.account a join people.person p on p.id = a.person_id
  where a.person_id = ${personId}`

/** A new person; answers the number. As the owner only. */
export const insertPerson = (person: {
  name: string
  language: string
  at: Date
  kind?: 'person' | 'placeholder'
  administrator?: boolean
  schoolId?: number | null
}) =>
  sql<{ id: PersonId }>`
    insert into people.person (name, language, kind, site_role, school_id, created_at)
    values (${person.name}, ${person.language}, ${person.kind ?? 'person'},
      ${person.administrator ? 'administrator' : null}, ${person.schoolId ?? null}, ${person.at})
    returning id`

/** Placeholders for the people of an archive; those that are there stay as they are. As the owner only. */
export const insertPlaceholders = (
  people: readonly { readonly key: string; readonly name: string }[],
  language: string,
  at: Date,
) => sql`
  insert into people.person (name, language, kind, source_key, created_at)
  select a.name, ${language}, 'placeholder', a.key, ${at}
  from unnest(${people.map(({ name }) => name)}::text[], ${people.map(({ key }) => key)}::text[]) a (name, key)
  on conflict (source_key) do nothing returning id`

/** The people of an archive by the keys they came with. As the owner only. */
export const placeholdersByKey = (keys: readonly string[]) => sql<{ id: PersonId; source_key: string }>`
  select id, source_key from people.person where source_key = any(${[...keys]}::text[])`

/** The account of a person. As the owner only. */
export const insertAccount = (personId: PersonId, email: string, hash: string | null, verifiedAt: Date | null) => sql`
  insert into people.account (person_id, email, password_hash, verified_at)
  values (${personId}, ${email}, ${hash}, ${verifiedAt})`

/** A new password. As the owner only. */
export const setPassword = (personId: PersonId, hash: string) =>
  sql`update people.account set password_hash = ${hash} where person_id = ${personId}`

/** A letter has reached the address: what was set before that is no longer trusted. As the owner only. */
export const verifyAccount = (personId: PersonId, now: Date) => sql`
  update people.account set verified_at = ${now}, password_hash = null
  where person_id = ${personId} and verified_at is null returning person_id`

/** A new session. As the owner only. */
export const insertSession = (session: {
  hash: Buffer
  personId: PersonId
  way: string
  now: Date
  expires: Date
}) => sql`
  insert into people.session (token_hash, person_id, way, opened_at, expires_at)
  values (${session.hash}, ${session.personId}, ${session.way}, ${session.now}, ${session.expires})`

/** Ends all sessions of a person. As the owner only. */
export const endSessionsOf = (personId: PersonId) => sql`delete from people.session where person_id = ${personId}`

/** A new sign-in letter. As the owner only. */
export const insertLetter = (letter: {
  hash: Buffer
  personId: PersonId
  returnTo: string | null
  expires: Date
}) => sql`
  insert into people.sign_in_letter (token_hash, person_id, return_to, expires_at)
  values (${letter.hash}, ${letter.personId}, ${letter.returnTo}, ${letter.expires})`

/** Uses a letter up, once. As the owner only. */
export const useLetter = (hash: Buffer, now: Date) => sql<{ person_id: PersonId; return_to: string | null }>`
  update people.sign_in_letter set used_at = ${now}
  where token_hash = ${hash} and used_at is null and expires_at > ${now} returning person_id, return_to`

/** A school by name, made when new. As the owner only. */
export const insertSchool = (name: string) =>
  sql<{ id: number }>`insert into people.school (name) values (${name}) returning id`

/** Old sessions and letters, swept away; whose a session was is known for a month, for words sent too late. As the owner only. */
export const sweepProofs = async (tx: Tx): Promise<void> => {
  await tx.rows(sql`delete from people.session where expires_at < ${tx.now}::timestamptz - interval '30 days'`)
  await tx.rows(sql`delete from people.sign_in_letter where expires_at < ${tx.now}::timestamptz - interval '7 days'`)
  await tx.rows(sweepTokens(tx.now))
  await tx.rows(sweepChallenges(tx.now))
  await tx.rows(sweepPending(tx.now))
  await tx.rows(sweepAddressLetters(tx.now))
  await tx.rows(sql`delete from platform.tries where since < ${tx.now}::timestamptz - interval '1 day'`)
  await tx.rows(sql`delete from platform.once where at < ${tx.now}::timestamptz - interval '2 days'`)
}

/** Claims the site's beginning: answers a row for the first who asks, nothing after. As the owner only. */
export const claimBeginning = () => sql<{ key: string }>`
  insert into platform.setting (key, value) values ('begun', 'true') on conflict do nothing returning key`

/** Whose eyes one may borrow in the demonstration, with a line about each in every language. */
export const demonstrationPeople = () => sql<{
  value: { name: string; email: string; says: Record<string, string> }[]
}>`
  select value from platform.setting where key = 'demonstrationPeople'`

/** Writes them, at the end of the move. As the owner only. */
export const putDemonstrationPeople = (
  people: readonly { name: string; email: string; says: Record<string, string> }[],
) => sql`
  insert into platform.setting (key, value) values ('demonstrationPeople', ${JSON.stringify(people)}::jsonb)
  on conflict (key) do update set value = excluded.value`

/** Claims the token of a visitor's form: answers a row for the first sending. As the owner only. */
export const claimForm = (token: string, now: Date) => sql<{ token: string }>`
  insert into platform.once (token, at) values (${token}, ${now}) on conflict do nothing returning token`

/** Who arrived by a form. As the owner only. */
export const arrivedByForm = (token: string) => sql<{ person_id: PersonId }>`
  select (result ->> 'arrived')::bigint as person_id from platform.once
  where token = ${token} and person_id is null and result ? 'arrived'`

/** Notes who arrived by a form. As the owner only. */
export const noteArrival = (token: string, personId: PersonId) => sql`
  update platform.once set result = jsonb_build_object('arrived', ${personId}::bigint) where token = ${token}`

/** All SQL of passkeys. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../contract.ts'
import type { OtherWays, Passkey } from './passkey.ts'

/** The asking person's passkeys, the oldest first. */
export const passkeysOf = (scope: MemberScope) => sql<Passkey>`
  select id, name, made_at, last_used from people.passkey where person_id = ${scope.personId} order by id limit 50`

/** What else the asking person comes in by. */
export const myOtherWays = (scope: MemberScope) => sql<OtherWays>`
  select w.email, coalesce(w.password, false) as password,
    exists (select from people.school_link l where l.person_id = ${scope.personId}) and people.school_button() is not null
      as school
  from (values (1)) one left join people.my_ways_in() w on true`

/** The same of anybody. As the owner only. */
export const otherWaysOf = (personId: PersonId) => sql<OtherWays>`
  select a.email, a.password_hash is not null as password,
    exists (select from people.school_link l where l.person_id = p.id) and people.school_button() is not null as school
  from people.person p left join people.account a on a.person_id = p.id where p.id = ${personId}`

/** Keeps the question put to a browser; one at a time. As the owner only. */
export const putChallenge = (question: {
  visitor: Buffer
  personId: PersonId | null
  challenge: string
  expires: Date
}) => sql`
  insert into people.passkey_challenge (visitor_hash, person_id, challenge, expires_at)
  values (${question.visitor}, ${question.personId}, ${question.challenge}, ${question.expires})
  on conflict (visitor_hash) do update set person_id = excluded.person_id, challenge = excluded.challenge,
    expires_at = excluded.expires_at`

/** Takes the question put to a browser; it is gone with that, whatever comes of the answer. As the owner only. */
export const takeChallenge = (visitor: Buffer, personId: PersonId | null, now: Date) => sql<{ challenge: string }>`
  delete from people.passkey_challenge
  where visitor_hash = ${visitor} and person_id is not distinct from ${personId}::bigint and expires_at > ${now}
  returning challenge`

/** Questions that nobody answered, swept away. As the owner only. */
export const sweepChallenges = (now: Date) => sql`delete from people.passkey_challenge where expires_at <= ${now}`

/** A passkey as it is proved. */
export interface KeptKey {
  readonly id: number
  readonly person_id: PersonId
  readonly credential_id: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: string[]
  readonly handle: string
  readonly made_at: Date
}

/** A passkey by the name that devices give it. As the owner only. */
export const keyByCredential = (credential: string) => sql<KeptKey>`
  select id, person_id, credential_id, public_key, counter, transports, handle, made_at
  from people.passkey where credential_id = ${credential}`

/** All passkeys of a person. As the owner only. */
export const keysOf = (personId: PersonId) => sql<KeptKey>`
  select id, person_id, credential_id, public_key, counter, transports, handle, made_at
  from people.passkey where person_id = ${personId} order by id`

/** Holds a person still, who is none of an archive. As the owner only. */
export const holdPerson = (personId: PersonId) => sql<{ name: string }>`
  select name from people.person where id = ${personId} and kind = 'person' for update`

/** A new passkey; answers nothing where somebody has it already. As the owner only. */
export const insertKey = (key: {
  personId: PersonId
  credential: string
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
  handle: string
  name: string
  at: Date
}) => sql<{ id: number }>`
  insert into people.passkey (person_id, credential_id, public_key, counter, transports, handle, name, made_at)
  values (${key.personId}, ${key.credential}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${[...key.transports]},
    ${key.handle}, ${key.name}, ${key.at})
  on conflict (credential_id) do nothing returning id`

/** Notes that a passkey was used; answers nothing where it is gone or its counter has gone on. As the owner only. */
export const noteKeyUse = (id: number, counter: number, day: string) => sql<{ person_id: PersonId }>`
  update people.passkey set counter = ${counter}, last_used = ${day}
  where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0)) returning person_id`

/** Takes a passkey of a person away. As the owner only. */
export const deleteKey = (personId: PersonId, id: number) => sql<{ id: number }>`
  delete from people.passkey where id = ${id} and person_id = ${personId} returning id`

/** Takes every passkey of a person away. As the owner only. */
export const endKeysOf = (personId: PersonId) => sql`delete from people.passkey where person_id = ${personId}`

/** Nobody comes in by the school as this person any more. As the owner only. */
export const endSchoolLinks = (personId: PersonId) => sql<{ issuer: string }>`
  delete from people.school_link where person_id = ${personId} returning issuer`

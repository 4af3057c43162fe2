/** All SQL of cards, of shared devices, and of addresses that people add later. */
import { sql } from 'kysely'
import type { PersonId } from '../contract.ts'

/** A person who brings no address; answers the number. As the owner only. */
export const insertNickname = (name: string, language: string, avatar: string, at: Date) => sql<{ id: PersonId }>`
  insert into people.person (name, language, avatar, created_at) values (${name}, ${language}, ${avatar}, ${at}) returning id`

/** A card that works. As the owner only. */
export const cardBySecret = (hash: Buffer) => sql<{ id: number; person_id: PersonId; return_to: string }>`
  select id, person_id, return_to from people.card where secret_hash = ${hash} and ended_at is null`

/** A shared session lasts on, if it still does. As the owner only. */
export const prolong = (hash: Buffer, now: Date, until: Date) => sql`
  update people.session set expires_at = ${until} where token_hash = ${hash} and way = 'card' and expires_at > ${now}`

/** When a session was opened. As the owner only. */
export const sessionOpened = (hash: Buffer, now: Date) => sql<{ person_id: PersonId; opened_at: Date }>`
  select person_id, opened_at from people.session where token_hash = ${hash} and expires_at > ${now}`

/** How often something was tried lately. As the owner only. */
export const triesSince = (key: string, since: Date) => sql<{ count: number }>`
  select count from platform.tries where key = ${key} and since >= ${since}`

/** How the asking person comes in: whether by e-mail, and since when by a card. */
export const myCard = () => sql<{ address: boolean; card_since: Date | null }>`select * from people.my_card()`

/** Ends the asking person's card. */
export const endMyCard = (at: Date) => sql`select people.end_my_card(${at})`

/** A new letter that proves an address. As the owner only. */
export const insertAddressLetter = (letter: { hash: Buffer; personId: PersonId; email: string; expires: Date }) => sql`
  insert into people.address_letter (token_hash, person_id, email, expires_at)
  values (${letter.hash}, ${letter.personId}, ${letter.email}, ${letter.expires})`

/** Uses such a letter up, once, by the person who asked for it. As the owner only. */
export const useAddressLetter = (hash: Buffer, personId: PersonId, now: Date) => sql<{ email: string }>`
  update people.address_letter set used_at = ${now}
  where token_hash = ${hash} and person_id = ${personId} and used_at is null and expires_at > ${now} returning email`

/** A person as the letter needs them. As the owner only. */
export const personById = (id: PersonId) => sql<{ name: string; language: string }>`
  select name, language from people.person where id = ${id} and kind = 'person'`

/** Old letters, swept away. As the owner only. */
export const sweepAddressLetters = (now: Date) =>
  sql`delete from people.address_letter where expires_at < ${now}::timestamptz - interval '7 days'`

/** SQL of letters as jobs see them: as the owner, outside the walls. */
import { sql } from 'kysely'
import type { KeptNotice } from '../contract.ts'

/** A letter that somebody is about to send. */
export interface Claimed {
  readonly id: number
  readonly person_id: number
  readonly message_id: string
  readonly tries: number
  readonly begun_at: Date
}

/** People of whom something is due. */
export const peopleDue = (now: Date, most: number) => sql<{ person_id: number }>`
  select person_id from notification.notice where state = 'waiting' and due_at <= ${now}
  group by person_id order by min(due_at) limit ${most}`

/** Takes what is due for a person; another worker finds nothing then. */
export const lockDue = (person: number, now: Date) => sql<{ id: number }>`
  select id from notification.notice where person_id = ${person} and state = 'waiting' and due_at <= ${now}
  order by id for update skip locked`

/** Begins a letter. */
export const insertLetter = (person: number, messageId: string, now: Date) => sql<{ id: number }>`
  insert into notification.letter (person_id, message_id, begun_at, next_at)
  values (${person}, ${messageId}, ${now}, ${now}) returning id`

/** Puts notices into a letter. */
export const fill = (letter: number, notices: readonly number[]) => sql`
  update notification.notice set state = 'taken', letter_id = ${letter} where id = any(${[...notices]}::bigint[])`

/** Notices that no letter will say; they stand on the person's page. */
export const leaveToPage = (notices: readonly number[]) => sql`
  update notification.notice set state = 'page', letter_id = null where id = any(${[...notices]}::bigint[])`

/** Moves what waits for a person to a later moment, because this one is quiet. */
export const postpone = (notices: readonly number[], until: Date) => sql`
  update notification.notice set due_at = ${until} where id = any(${[...notices]}::bigint[])`

/** What a letter holds, as long as its fact is there: what was taken back without a trace leaves none here either. */
export const noticesIn = (letter: number) => sql<KeptNotice>`
  select n.id, n.fact_id, n.happened_at, n.kind, n.subject_kind, n.subject_id, n.community_id, n.topic, n.urgency
  from notification.notice n
  where n.letter_id = ${letter} and exists (
    select from platform.fact f where f.id = n.fact_id
      and f.at between n.happened_at - interval '1 second' and n.happened_at + interval '1 second')
  order by n.id`

/** Letters whose time has come. */
export const lettersDue = (now: Date, most: number) => sql<{ id: number }>`
  select id from notification.letter where state = 'waiting' and next_at <= ${now} order by next_at limit ${most}`

/** Claims a letter: one worker has it until `lease`. */
export const claim = (id: number, now: Date, lease: Date) => sql<Claimed>`
  update notification.letter set state = 'sending', tries = tries + 1, lease_until = ${lease}
  where id = ${id} and state = 'waiting' and next_at <= ${now}
  returning id, person_id, message_id, tries, begun_at`

/** Its words go out now: whoever dies from here on leaves it unknown. Nothing when somebody else has it meanwhile. */
export const handOver = (id: number, tries: number) => sql<{ id: number }>`
  update notification.letter set state = 'handing' where id = ${id} and state = 'sending' and tries = ${tries} returning id`

/** A letter ends. */
export const end = (id: number, state: 'sent' | 'refused' | 'given-up' | 'empty' | 'unknown', now: Date) => sql`
  update notification.letter set state = ${state}, ended_at = ${now}, next_at = null, lease_until = null where id = ${id}`

/** A letter waits for another try. */
export const again = (id: number, at: Date) => sql`
  update notification.letter set state = 'waiting', next_at = ${at}, lease_until = null where id = ${id}`

/** What a letter held is told, or stands on the page from now on. */
export const settle = (letter: number, state: 'told' | 'page') => sql`
  update notification.notice set state = ${state} where letter_id = ${letter}`

/** What a letter held that perhaps never arrived: the next regular letter says it, if it still holds. */
export const tellLater = (letter: number, at: Date) => sql`
  update notification.notice set state = 'waiting', due_at = ${at}, letter_id = null where letter_id = ${letter}`

/** Letters whose sender died before any word went out. */
export const freeForsaken = (now: Date) => sql`
  update notification.letter set state = 'waiting', next_at = ${now}, lease_until = null
  where state = 'sending' and lease_until <= ${now}`

/** Letters whose sender died in the middle of the words. */
export const forsakenHanding = (now: Date) => sql<{ id: number; person_id: number }>`
  select id, person_id from notification.letter where state = 'handing' and lease_until <= ${now} for update skip locked`

/** A link that ends a kind of letter. */
export const insertStop = (hash: Buffer, person: number, topic: string, now: Date) => sql`
  insert into notification.stop (token_hash, person_id, topic, made_at) values (${hash}, ${person}, ${topic}, ${now})`

/** What this person wants to hear nothing of. */
export const topicsOff = (person: number) => sql<{ topic: string }>`
  select topic from notification.topic_off where person_id = ${person}`

/** Forgets what is old: notices, letters, and the links in them. */
export const prune = (before: Date) => [
  sql`delete from notification.notice where happened_at < ${before} and state <> 'waiting'`,
  sql`delete from notification.letter where begun_at < ${before} and state not in ('waiting', 'sending', 'handing')`,
  sql`delete from notification.stop where made_at < ${before}`,
]

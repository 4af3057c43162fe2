/** SQL of what people see and choose of notices and letters: behind the wall of who asks. */
import { sql } from 'kysely'
import type { MailTrouble } from '../../../platform/mail/fault.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Holiday, KeptNotice, Rhythm } from '../contract.ts'

/** The newest notices of the asking person. */
export const myNotices = (scope: MemberScope, since: Date, most: number) => sql<KeptNotice>`
  select id, fact_id, happened_at, kind, subject_kind, subject_id, community_id, topic, urgency
  from notification.notice where person_id = ${scope.personId} and happened_at > ${since}
  order by (urgency = 'asked') desc, happened_at desc, id desc limit ${most}`

/** How the asking person wishes to be told; nothing when they chose nothing. */
export const myRhythm = (scope: MemberScope) => sql<Rhythm>`
  select often, weekday, hour, quiet_from, quiet_to, weekends, holidays, zone
  from notification.rhythm where person_id = ${scope.personId}`

/** What the asking person wants no letters of. */
export const myTopicsOff = (scope: MemberScope) =>
  sql<{ topic: string }>`select topic from notification.topic_off where person_id = ${scope.personId}`

/** Where letters reach the asking person, and since when they come back. */
export const myAddress = () =>
  sql<{ email: string; since: Date | null }>`select email, since from notification.my_address()`

/** The asking person says that their address works. */
export const myAddressWorks = () => sql`select notification.my_address_works()`

/** Keeps how the asking person wishes to be told. */
export const putRhythm = (scope: MemberScope, r: Rhythm) => sql`
  insert into notification.rhythm (person_id, often, weekday, hour, quiet_from, quiet_to, weekends, holidays, zone)
  values (${scope.personId}, ${r.often}, ${r.weekday}, ${r.hour}, ${r.quiet_from}, ${r.quiet_to}, ${r.weekends},
    ${r.holidays}, ${r.zone})
  on conflict (person_id) do update set often = excluded.often, weekday = excluded.weekday, hour = excluded.hour,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, weekends = excluded.weekends,
    holidays = excluded.holidays, zone = excluded.zone`

/** Keeps what the asking person wants no letters of: exactly these. */
export const putTopicsOff = (scope: MemberScope, topics: readonly string[]) => sql`
  with gone as (
    delete from notification.topic_off where person_id = ${scope.personId} and topic <> all(${[...topics]}::text[]))
  insert into notification.topic_off (person_id, topic)
  select ${scope.personId}, t from unnest(${[...topics]}::text[]) t on conflict do nothing`

/** Moves what waits for the asking person to the moments that they chose now. */
export const moveDue = (scope: MemberScope, asked: Date, told: Date) => sql`
  update notification.notice set due_at = case when urgency = 'asked' then greatest(${asked}, happened_at + interval '10 minutes')
    else ${told}::timestamptz end
  where person_id = ${scope.personId} and state = 'waiting'`

/** Which kind of letter a link ends; nothing for a link that is none. */
export const stopOf = (hash: Buffer) => sql<{ topic: string | null }>`select notification.stop_of(${hash}) as topic`

/** Ends that kind of letter. */
export const endTopic = (hash: Buffer) => sql<{ topic: string | null }>`select notification.end_topic(${hash}) as topic`

/** How the mail is. */
export interface MailState {
  readonly sent_at: Date | null
  readonly fault_at: Date | null
  readonly fault: MailTrouble | null
  readonly waiting: number
  readonly since: Date | null
  readonly unknown: number
}

/** For those who look after the site; nothing for others. */
export const mailState = () => sql<MailState>`select * from notification.mail_state()`

/** Whose address does not work. */
export const bouncedPeople = () =>
  sql<{ name: string; since: Date }>`select name, since from notification.bounced_people()`

/** A new time without letters. */
export const insertHoliday = (day: Omit<Holiday, 'id'>) => sql<{ id: number }>`
  insert into notification.holiday (name, first_day, last_day) values (${day.name}, ${day.first_day}, ${day.last_day})
  returning id`

/** Takes one away. */
export const deleteHoliday = (id: number) => sql<{ id: number }>`
  delete from notification.holiday where id = ${id} returning id`

/** How many there are. */
export const holidayCount = () => sql<{ count: number }>`select count(*) as count from notification.holiday`

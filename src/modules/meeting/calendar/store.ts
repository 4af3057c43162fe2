/** All SQL of calendar addresses, and which meetings stand in a calendar. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { Meeting } from '../contract.ts'
import { columns, heardBy, tables } from '../store.ts'

/** An address as its person sees it; `community_id` is nothing for all communities. */
export interface CalendarAddress {
  readonly community_id: number | null
  readonly made_at: Date
}

/** The asking person's addresses that work. */
export const addressesOf = (scope: MemberScope) => sql<CalendarAddress>`
  select community_id, made_at from meeting.calendar_address where person_id = ${scope.personId}`

/** A new address of the asking person; the one before it ends. */
export const keepAddress = (scope: MemberScope, community: number | null, hash: Buffer, now: Date) => sql`
  insert into meeting.calendar_address (person_id, community_id, secret_hash, made_at)
  values (${scope.personId}, ${community}, ${hash}, ${now})
  on conflict (person_id, community_id) do update set secret_hash = ${hash}, made_at = ${now}`

/** Ends an address of the asking person. */
export const removeAddress = (scope: MemberScope, community: number | null) => sql`
  delete from meeting.calendar_address
  where person_id = ${scope.personId} and community_id is not distinct from ${community}::bigint`

/** Whose address has this hash. */
export const calendarHolder = (hash: Buffer) =>
  sql<{ person_id: number; community_id: number | null }>`select * from meeting.calendar_holder(${hash})`

/** The meetings of the last twelve months and all that are to come; a cancelled one stays for sixty days. */
export const meetingsInCalendar = (scope: MemberScope, communities: readonly number[], now: Date) => sql<Meeting>`
  select ${columns} from ${tables}
  where m.community_id = any(${[...communities]}::bigint[]) and ${heardBy(scope, 'm')}
    and m.day >= (${now}::timestamptz - interval '12 months')::date
    and (m.cancelled_at is null or m.cancelled_at > ${now}::timestamptz - interval '60 days')
  order by m.day, m.id limit 1000`

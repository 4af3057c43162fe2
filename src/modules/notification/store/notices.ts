/** SQL of notices as the reader of facts puts them down: as the owner, outside the walls. */
import { sql } from 'kysely'
import type { Urgency } from '../../../platform/facts/notice.ts'
import type { Holiday, Rhythm } from '../contract.ts'

/** What is put down: one fact for many people, each with the moment from which on a letter may say it. */
export interface NewNotices {
  readonly fact: number
  readonly at: Date
  readonly kind: string
  readonly subject: { readonly kind: string; readonly id: number }
  readonly community: number | null
  readonly topic: string
  readonly urgency: Urgency
  readonly people: readonly number[]
  readonly due: readonly Date[]
}

/** Puts notices down; who knows of the fact already is not told again, and who is no person is left out. */
export const insertNotices = (notices: NewNotices) => sql`
  insert into notification.notice (person_id, fact_id, happened_at, kind, subject_kind, subject_id, community_id,
    topic, urgency, due_at)
  select a.person_id, ${notices.fact}, ${notices.at}, ${notices.kind}, ${notices.subject.kind}, ${notices.subject.id},
    ${notices.community}, ${notices.topic}, ${notices.urgency}, a.due_at
  from unnest(${[...notices.people]}::bigint[], ${[...notices.due]}::timestamptz[]) a (person_id, due_at)
  on conflict (person_id, fact_id) do nothing`

/** How these people wish to be told; who chose nothing has no row. */
export const rhythmsOf = (people: readonly number[]) => sql<Rhythm & { person_id: number }>`
  select person_id, often, weekday, hour, quiet_from, quiet_to, weekends, holidays, zone
  from notification.rhythm where person_id = any(${[...people]}::bigint[])`

/** The days without letters. */
export const holidays = () => sql<Holiday>`
  select id, name, first_day, last_day from notification.holiday order by first_day, id`

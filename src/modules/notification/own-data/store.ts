/** All SQL of what belongs to a person among notices and letters. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'

/** What the person was told of, by kind and number. */
export const ownNotices = (person: Person) => sql<OwnRow>`
  select n.happened_at as at, n.kind, n.subject_kind, n.subject_id, n.topic, n.urgency, n.state
  from notification.notice n where n.person_id = ${person} order by n.id`

/** How the person wishes to be told. */
export const ownRhythm = (person: Person) => sql<OwnRow>`
  select r.often, r.weekday, r.hour, r.quiet_from, r.quiet_to, r.weekends, r.holidays, r.zone
  from notification.rhythm r where r.person_id = ${person}`

/** Of what the person wishes no letters. */
export const ownTopicsOff = (person: Person) => sql<OwnRow>`
  select o.topic from notification.topic_off o where o.person_id = ${person} order by o.topic`

/** All of it goes: also letters that were about to be written. */
export const leaveNotification = ({ person }: Leaving): RawBuilder<unknown>[] =>
  ['notice', 'letter', 'rhythm', 'topic_off', 'stop'].map(
    (table) => sql`delete from ${sql.table(`notification.${table}`)} where person_id = ${person}`,
  )

/** All SQL of what belongs to a person in meetings. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person, Waning } from '../../../platform/own-data/part.ts'

const place = sql`left join community.place p on p.id = t.community_id`

/** Meetings that the person planned. */
export const ownMeetings = (person: Person) => sql<OwnRow>`
  select t.id, p.name as place, t.planned_at as at, t.day, t.at as hour, t.place as where, t.question, t.language, t.state
  from meeting.meeting t ${place} where t.planned_by = ${person} order by t.id`

/** Whether the person meant to come. */
export const ownComings = (person: Person) => sql<OwnRow>`
  select t.meeting_id as meeting, p.name as place, t.at, t.answer from meeting.coming t ${place}
  where t.person_id = ${person} order by t.meeting_id`

/** Where the person was. */
export const ownPresences = (person: Person) => sql<OwnRow>`
  select t.meeting_id as meeting, p.name as place, t.at, t.left_at from meeting.present t ${place}
  where t.person_id = ${person} order by t.meeting_id`

/** What was written down of what the person said; a pass is a turn. */
export const ownEntries = (person: Person) => sql<OwnRow>`
  select t.meeting_id as meeting, p.name as place, t.at, t.part, t.passed, t.words, t.language
  from meeting.entry t join meeting.present w on w.id = t.present_id ${place}
  where w.person_id = ${person} order by t.id`

/** What the person took upon themselves, and what they told of it. */
export const ownSteps = (person: Person) => sql<OwnRow>`
  select t.meeting_id as meeting, p.name as place, t.at, t.language, t.due, t.outcome,
    case when t.owner_id = ${person} or t.written_by = ${person} then t.words end as words,
    case when t.told_by = ${person} then t.told end as told
  from meeting.next_step t ${place} where ${person} in (t.owner_id, t.written_by, t.told_by) order by t.id`

/** What the person wrote down of what moved. */
export const ownMoves = (person: Person) => sql<OwnRow>`
  select t.meeting_id as meeting, p.name as place, t.at, t.words, t.language
  from meeting.moved t ${place} where t.written_by = ${person} order by t.id`

/** Since when a calendar of the person's is fed. */
export const ownCalendars = (person: Person) => sql<OwnRow>`
  select p.name as place, t.made_at as at from meeting.calendar_address t ${place}
  where t.person_id = ${person} order by t.id`

/** What happens to all of it when the person leaves, step by step. */
export const leaveMeetings = (leaving: Leaving): RawBuilder<unknown>[] => {
  const { person, former, formerName } = leaving
  const forget = (table: string, column: string) => sql`
    update ${sql.table(`meeting.${table}`)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${person}`
  return [
    sql`delete from meeting.coming where person_id = ${person}`,
    sql`delete from meeting.calendar_address where person_id = ${person}`,
    ...(leaving.choice === 'withdraw'
      ? [
          sql`
            delete from meeting.entry e using meeting.present w where w.id = e.present_id and w.person_id = ${person}`,
          sql`update meeting.next_step set told = '' where told_by = ${person}`,
        ]
      : []),
    // Who was there stays known as a number of people: it stands in the minutes that the others keep.
    sql`update meeting.present set person_id = null, name = ${formerName} where person_id = ${person}`,
    sql`update meeting.next_step set owner_id = ${former} where owner_id = ${person}`,
    forget('coming', 'noted_by'),
    forget('present', 'noted_by'),
    forget('entry', 'written_by'),
    forget('next_step', 'written_by'),
    forget('next_step', 'told_by'),
    forget('moved', 'written_by'),
    forget('meeting', 'planned_by'),
  ]
}

/** What students said in meetings before, and told of what they took upon themselves. Who was there stays a number of people. */
export const waneMeetings = ({ before }: Waning): RawBuilder<unknown>[] => [
  sql`
    delete from meeting.entry e using meeting.present w
    where w.id = e.present_id and e.at < ${before}::timestamptz
      and community.wrote_as_student(w.person_id, e.community_id)`,
  sql`
    update meeting.next_step set told = ''
    where told <> '' and at < ${before}::timestamptz and community.wrote_as_student(told_by, community_id)`,
]

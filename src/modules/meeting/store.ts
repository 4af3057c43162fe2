/** SQL of meetings as they are planned: when, where, what about; and who says that they come. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../people/contract.ts'
import type { Answer } from './coming.ts'
import type { Meeting, MeetingId } from './contract.ts'

/** The first wall: whether the asking person hears a row called `alias`; the database asks again by its policies. */
export const heardBy = (scope: MemberScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.audience`)} = any(${scope.reach}::text[])`

/** A meeting's columns, from `m` and the community's place `k`. */
export const columns = sql`m.id, m.community_id, k.slug, k.name as community, m.kind, m.day, m.at, m.zone, m.minutes, m.place,
  m.question, m.challenge_id, m.language, m.state, m.station, m.sequence, m.changed_at, m.cancelled_why`
/** Where they stand. */
export const tables = sql`meeting.meeting m join community.place k on k.id = m.community_id`

/** A meeting with who planned it, as its own page needs it. */
export interface PlannedMeeting extends Meeting {
  readonly planned_by: number | null
}

/** One meeting of a community. */
export const meetingById = (scope: MemberScope, community: number, id: MeetingId) => sql<PlannedMeeting>`
  select ${columns}, m.planned_by from ${tables}
  where m.id = ${id} and m.community_id = ${community} and ${heardBy(scope, 'm')}`

/** Some meetings of any community, for the address book and for notices. */
export const meetingsById = (ids: readonly MeetingId[]) => sql<Meeting>`
  select ${columns} from ${tables}
  where m.id = any(${[...ids]}::bigint[]) and m.audience = any((select platform.reach())::text[])`

// A meeting under way is ahead whatever its day; one that nobody began is over with its day.
const ahead = (today: string) => sql<boolean>`(m.state in ('running', 'closing')
  or (m.state in ('planned', 'cancelled') and m.day >= ${today}::date))`

/** The meetings that are still to come, or under way, the nearest first. `today` is the calendar day there. */
export const meetingsAhead = (scope: MemberScope, community: number, today: string) => sql<Meeting>`
  select ${columns} from ${tables}
  where m.community_id = ${community} and ${heardBy(scope, 'm')} and ${ahead(today)}
  order by m.day, m.at nulls last, m.id limit 50`

/** The meetings that were, the latest first, one page of them; `total` is how many there are. */
export const meetingsOf = (
  scope: MemberScope,
  community: number,
  wanted: { readonly today: string; readonly limit: number; readonly offset: number },
) => sql<Meeting & { readonly total: number }>`
  select ${columns}, count(*) over () as total from ${tables}
  where m.community_id = ${community} and ${heardBy(scope, 'm')} and not ${ahead(wanted.today)}
  order by m.day desc, m.id desc limit ${wanted.limit} offset ${wanted.offset}`

/** The meetings of a community below a number, the newest first, for programs. */
export const meetingsBelow = (scope: MemberScope, community: number, below: number, most: number) => sql<Meeting>`
  select ${columns} from ${tables}
  where m.community_id = ${community} and m.id < ${below} and ${heardBy(scope, 'm')} order by m.id desc limit ${most}`

/** The next meeting, with what the asking person said of coming. */
export interface NextMeetingRow extends Meeting {
  readonly mine: Answer | null
}

/** The next meeting of some communities: the one under way, or the nearest planned. */
export const nextMeeting = (scope: MemberScope, communities: readonly number[], today: string) => sql<NextMeetingRow>`
  select ${columns}, w.answer as mine
  from ${tables} left join meeting.coming w on w.meeting_id = m.id and w.person_id = ${scope.personId}
  where m.community_id = any(${[...communities]}::bigint[]) and ${heardBy(scope, 'm')}
    and m.state <> 'cancelled' and ${ahead(today)}
  order by m.state = 'planned', m.day, m.at nulls last, m.id limit 1`

/** The last meeting whose minutes stand. */
export const lastMeeting = (scope: MemberScope, communities: readonly number[]) => sql<Meeting>`
  select ${columns} from ${tables}
  where m.community_id = any(${[...communities]}::bigint[]) and ${heardBy(scope, 'm')} and m.state = 'published'
  order by m.day desc, m.id desc limit 1`

/** What a plan says. `day` is a calendar day there, `at` a time of its clocks or still open. */
export interface Plan {
  readonly day: string
  readonly at: string | null
  readonly minutes: number
  readonly place: string
  readonly question: string
  readonly challengeId: number | null
}

/** A new meeting, planned by the asking person; answers its number. */
export const insertMeeting = (
  scope: MemberScope,
  community: number,
  row: Plan & { readonly zone: string; readonly language: string; readonly now: Date },
) => sql<{ id: MeetingId }>`
  insert into meeting.meeting (community_id, audience, day, at, zone, minutes, place, question, challenge_id, language,
    planned_by, planned_at, changed_at)
  values (${community}, ${`community:${community}`}, ${row.day}, ${row.at}, ${row.zone}, ${row.minutes}, ${row.place},
    ${row.question}, ${row.challengeId}, ${row.language}, ${scope.personId}, ${row.now}, ${row.now})
  returning id`

// A sign of the plan as it stands: another one when anything that the form holds was changed.
const signOf = sql<string>`md5(concat_ws('|', m.day, coalesce(m.at, '-'), m.minutes, m.place, m.question, m.challenge_id))`

/** A changed plan, only while the one that was seen still stands: of two who change at once, one does. */
export const changePlan = (
  scope: MemberScope,
  id: MeetingId,
  seen: string,
  row: Plan & { readonly moved: boolean; readonly now: Date },
) => sql<{ id: MeetingId }>`
  update meeting.meeting m set day = ${row.day}, at = ${row.at}, minutes = ${row.minutes}, place = ${row.place},
    question = ${row.question}, challenge_id = ${row.challengeId}, changed_at = ${row.now},
    sequence = m.sequence + ${row.moved ? 1 : 0}
  where m.id = ${id} and m.state = 'planned' and ${heardBy(scope, 'm')} and ${signOf} = ${seen}
  returning m.id`

/** The sign of a plan, for the form that changes it. */
export const signOfPlan = (scope: MemberScope, id: MeetingId) => sql<{ sign: string }>`
  select ${signOf} as sign from meeting.meeting m where m.id = ${id} and ${heardBy(scope, 'm')}`

/** Cancels a planned meeting; it stays to be read. */
export const cancelMeeting = (scope: MemberScope, id: MeetingId, why: string, now: Date) => sql<{ id: MeetingId }>`
  update meeting.meeting m set state = 'cancelled', cancelled_at = ${now}, cancelled_why = ${why}, changed_at = ${now},
    sequence = m.sequence + 1
  where m.id = ${id} and m.state = 'planned' and ${heardBy(scope, 'm')} returning m.id`

/** Holds a meeting still while something about it is decided; answers its state now. */
export const lockMeeting = (scope: MemberScope, community: number, id: MeetingId) => sql<PlannedMeeting>`
  select ${columns}, m.planned_by from ${tables}
  where m.id = ${id} and m.community_id = ${community} and ${heardBy(scope, 'm')} for update of m`

/** Somebody's answer, by name. */
export interface ComingRow {
  readonly person_id: number
  readonly name: string
  readonly answer: Answer
}

/** Who said whether they come, by name. */
export const comingTo = (scope: MemberScope, id: MeetingId) => sql<ComingRow>`
  select w.person_id, p.name, w.answer from meeting.coming w join people.named p on p.id = w.person_id
  where w.meeting_id = ${id} and ${heardBy(scope, 'w')} order by lower(p.name), w.person_id`

/** Keeps an answer; a later one takes its place. Only for people of the community; answers nothing for others. */
export const keepComing = (
  scope: MemberScope,
  meeting: Pick<Meeting, 'id' | 'community_id'>,
  row: { readonly personId: number; readonly answer: Answer; readonly now: Date },
) => sql<{ person_id: number }>`
  insert into meeting.coming as w (meeting_id, community_id, audience, person_id, answer, noted_by, at)
  select ${meeting.id}, ${meeting.community_id}, ${`community:${meeting.community_id}`}, b.person_id, ${row.answer},
    ${row.personId === scope.personId ? null : scope.personId}::bigint, ${row.now}
  from community.member b where b.community_id = ${meeting.community_id} and b.person_id = ${row.personId}
  on conflict (meeting_id, person_id) do update set answer = excluded.answer, noted_by = excluded.noted_by, at = excluded.at
  returning w.person_id`

const notTheActor = (fact: number) => sql<boolean>`
  b.person_id is distinct from (select f.actor_id from platform.fact f where f.id = ${fact})`
const notAtOnce = (fact: number) => sql<boolean>`
  not exists (select from platform.fact f join platform.fact s on s.xid = f.xid and s.kind = f.kind || '-soon'
    and s.subject_id = f.subject_id where f.id = ${fact})`

/**
 * Who is told of a fact about a meeting: the people of its community, but not who did it. Read by the reader of facts.
 * What is told at once by its fact of the same act is not told a second time.
 */
export const toldOfMeeting = (id: MeetingId, fact: number) => sql<{ person_id: number }>`
  select b.person_id from meeting.meeting m join community.member b on b.community_id = m.community_id
  where m.id = ${id} and ${notTheActor(fact)} and ${notAtOnce(fact)}`

/** The same of a fact about the first meeting, whose subject is the community. */
export const toldOfFirst = (community: number, fact: number) => sql<{ person_id: number }>`
  select b.person_id from community.member b
  where b.community_id = ${community} and ${notTheActor(fact)} and ${notAtOnce(fact)}`

/** The first meeting of a community; nothing when none is settled. */
export const firstMeeting = (scope: MemberScope, community: number) => sql<Meeting>`
  select ${columns} from ${tables} where m.community_id = ${community} and m.kind = 'first' and ${heardBy(scope, 'm')}`

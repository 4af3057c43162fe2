/** SQL of a meeting on its way: who is here, what was said, where the group is. */
import { sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { Meeting, MeetingId, MeetingState, Part } from '../../contract.ts'
import { heardBy } from '../../store.ts'

/** A meeting on its way, with what its run needs besides. */
export interface Held extends Meeting {
  readonly audience: string
  readonly began_at: Date | null
  readonly published_at: Date | null
  readonly nothing_moved: string
}

const held = sql`m.id, m.community_id, m.audience, k.slug, k.name as community, m.kind, m.day, m.at, m.zone, m.minutes, m.place,
  m.question, m.challenge_id, m.language, m.state, m.station, m.sequence, m.changed_at, m.cancelled_why, m.began_at,
  m.published_at, m.nothing_moved`

/** A meeting of a community, within reach. */
export const heldMeeting = (scope: MemberScope, community: number, id: MeetingId) => sql<Held>`
  select ${held} from meeting.meeting m join community.place k on k.id = m.community_id
  where m.id = ${id} and m.community_id = ${community} and ${heardBy(scope, 'm')}`

/** The same, and nobody else moves it until this transaction ends. */
export const heldFast = (scope: MemberScope, community: number, id: MeetingId) => sql<Held>`
  select ${held} from meeting.meeting m join community.place k on k.id = m.community_id
  where m.id = ${id} and m.community_id = ${community} and ${heardBy(scope, 'm')} for update of m`

/** Somebody in the circle. */
export interface Present {
  readonly id: number
  readonly person_id: number | null
  /** As they are called here; a guest as the name was written. */
  readonly name: string | null
  readonly left_at: Date | null
}

/** Who is in the circle, in the order of coming in. */
export const presentAt = (scope: MemberScope, id: MeetingId) => sql<Present>`
  select p.id, p.person_id, coalesce(n.name, p.name) as name, p.left_at
  from meeting.present p left join people.named n on n.id = p.person_id
  where p.meeting_id = ${id} and ${heardBy(scope, 'p')} order by p.id`

/** What somebody said, or that they passed. */
export interface Entry {
  readonly id: number
  readonly part: Part
  readonly present_id: number
  readonly person_id: number | null
  readonly name: string | null
  readonly passed: boolean
  readonly words: string
  readonly language: string
  readonly written_by: number | null
  /** Who held the pen, where it was somebody else. */
  readonly writer: string | null
  readonly version: number
}

/** What was said in all parts of a meeting, in the order it was said. */
export const entriesOf = (scope: MemberScope, id: MeetingId) => sql<Entry>`
  select e.id, e.part, e.present_id, p.person_id, coalesce(n.name, p.name) as name, e.passed, e.words, e.language,
    e.written_by, case when e.written_by is distinct from p.person_id then w.name end as writer, e.version
  from meeting.entry e join meeting.present p on p.id = e.present_id
  left join people.named n on n.id = p.person_id left join people.named w on w.id = e.written_by
  where e.meeting_id = ${id} and ${heardBy(scope, 'e')} and ${heardBy(scope, 'p')} order by e.id`

/** Who said that they come, or cannot. */
export const comingTo = (scope: MemberScope, id: MeetingId) => sql<{ person_id: number; answer: string }>`
  select c.person_id, c.answer from meeting.coming c where c.meeting_id = ${id} and ${heardBy(scope, 'c')}`

/** Begins a planned meeting. */
export const begin = (id: MeetingId, at: Date) => sql<{ id: number }>`
  update meeting.meeting set state = 'running', began_at = ${at} where id = ${id} and state = 'planned' returning id`

/** Moves the group from one place on the way to another; nothing when it is not there any more. */
export const moveStation = (id: MeetingId, seen: number, to: number, state: MeetingState) => sql<{ id: number }>`
  update meeting.meeting set station = ${to}, state = ${state}
  where id = ${id} and station = ${seen} and state in ('running', 'closing') returning id`

/** Puts the minutes among the community's meetings. */
export const publish = (id: MeetingId, at: Date) => sql<{ id: number }>`
  update meeting.meeting set state = 'published', published_at = ${at}
  where id = ${id} and state in ('running', 'closing') returning id`

/** Says why nothing open was moved. */
export const sayNothingMoved = (id: MeetingId, why: string) => sql`
  update meeting.meeting set nothing_moved = ${why} where id = ${id}`

/** Somebody of the community comes into the circle; again is the same, and brings back who had left. */
export const sitDown = (scope: MemberScope, on: Held, person: number, at: Date) => sql`
  insert into meeting.present (meeting_id, community_id, audience, person_id, noted_by, at)
  values (${on.id}, ${on.community_id}, ${on.audience}, ${person}, ${scope.personId}, ${at})
  on conflict (meeting_id, person_id) do update set left_at = null`

/** A guest comes into the circle by the name they gave. */
export const seatGuest = (scope: MemberScope, on: Held, name: string, at: Date) => sql`
  insert into meeting.present (meeting_id, community_id, audience, name, noted_by, at)
  values (${on.id}, ${on.community_id}, ${on.audience}, ${name}, ${scope.personId}, ${at})`

/** Somebody leaves the circle; what they said stays. */
export const leave = (id: MeetingId, present: number, at: Date) => sql<{ id: number }>`
  update meeting.present set left_at = ${at} where meeting_id = ${id} and id = ${present} returning id`

/** What somebody says, written down. Nothing when they had their turn in this part. */
export const insertEntry = (
  scope: MemberScope,
  on: Held,
  said: { part: Part; present: number; words: string; language: string; at: Date },
) => sql<{ id: number }>`
  insert into meeting.entry (meeting_id, community_id, audience, part, present_id, passed, words, language, written_by, at)
  values (${on.id}, ${on.community_id}, ${on.audience}, ${said.part}, ${said.present}, ${said.words === ''}, ${said.words},
    ${said.language}, ${scope.personId}, ${said.at})
  on conflict do nothing returning id`

/** Mends an entry as it was seen; nothing when it reads otherwise by now. */
export const mendEntry = (id: number, version: number, words: string) => sql<{ id: number }>`
  update meeting.entry set words = ${words}, passed = ${words === ''}, version = version + 1
  where id = ${id} and version = ${version} returning id`

/** SQL of next steps and of what a meeting moved. */
import { sql } from 'kysely'
import { placesOfMine } from '../../../community/public.ts'
import type { MemberScope } from '../../../people/contract.ts'
import type { MeetingId, StepOutcome } from '../../contract.ts'
import { heardBy } from '../../store.ts'
import type { Held } from './run.ts'

/** A next step. `due` is a calendar day. */
export interface NextStep {
  readonly id: number
  readonly meeting_id: MeetingId
  readonly words: string
  readonly language: string
  readonly owner_id: number
  readonly owner: string | null
  readonly due: string | null
  readonly outcome: StepOutcome | null
  readonly told: string
  readonly slug: string
  readonly community: string
}

const steps = sql`s.id, s.meeting_id, s.words, s.language, s.owner_id, n.name as owner, s.due, s.outcome, s.told, k.slug,
    k.name as community
  from meeting.next_step s join community.place k on k.id = s.community_id left join people.named n on n.id = s.owner_id`

/** The steps of earlier meetings that were still open when this one began, and those it told of. */
export const stepsBefore = (scope: MemberScope, on: Pick<Held, 'id' | 'community_id' | 'began_at'>) => sql<NextStep>`
  select ${steps} where s.community_id = ${on.community_id} and s.meeting_id <> ${on.id} and ${heardBy(scope, 's')}
    and (s.outcome is null or s.told_at >= ${on.began_at}) and s.at < coalesce(${on.began_at}, 'infinity'::timestamptz)
  order by s.id`

/** The steps that a meeting decided. */
export const stepsOf = (scope: MemberScope, id: MeetingId) => sql<NextStep>`
  select ${steps} where s.meeting_id = ${id} and ${heardBy(scope, 's')} order by s.id`

/** A step by number. */
export const stepById = (scope: MemberScope, community: number, id: number) => sql<NextStep>`
  select ${steps} where s.id = ${id} and s.community_id = ${community} and ${heardBy(scope, 's')}`

/** The open steps that the asking person took on, in all their communities, the most pressing first. */
export const myNextSteps = (scope: MemberScope) => sql<NextStep>`
  select ${steps} where s.owner_id = ${scope.personId} and s.outcome is null
    and s.community_id = any(${placesOfMine(scope)}::bigint[]) and ${heardBy(scope, 's')}
  order by s.due nulls last, s.id`

/** A new next step. */
export const insertStep = (
  scope: MemberScope,
  on: Held,
  step: { words: string; language: string; owner: number; due: string | null; at: Date },
) => sql<{ id: number }>`
  insert into meeting.next_step (meeting_id, community_id, audience, words, language, owner_id, due, written_by, at)
  values (${on.id}, ${on.community_id}, ${on.audience}, ${step.words}, ${step.language}, ${step.owner}, ${step.due},
    ${scope.personId}, ${step.at}) returning id`

/** What became of a step; a later word takes the place of an earlier one. */
export const tellStep = (
  scope: MemberScope,
  id: number,
  what: { outcome: StepOutcome; told: string; at: Date },
) => sql<{ id: number }>`
  update meeting.next_step set outcome = ${what.outcome}, told = ${what.told}, told_by = ${scope.personId}, told_at = ${what.at}
  where id = ${id} returning id`

/** Something open that a meeting moved. */
export interface Moved {
  readonly id: number
  readonly subject_kind: string
  readonly subject_id: number
  readonly subject_words: string
  readonly words: string
  readonly language: string
}

/** What a meeting moved. */
export const movedIn = (scope: MemberScope, id: MeetingId) => sql<Moved>`
  select v.id, v.subject_kind, v.subject_id, v.subject_words, v.words, v.language
  from meeting.moved v where v.meeting_id = ${id} and ${heardBy(scope, 'v')} order by v.id`

/** What the meetings of a community moved whose minutes stand, the latest first. */
export const movedLately = (scope: MemberScope, community: number, limit: number) => sql<Moved>`
  select v.id, v.subject_kind, v.subject_id, v.subject_words, v.words, v.language
  from meeting.moved v join meeting.meeting m on m.id = v.meeting_id and m.state = 'published'
  where v.community_id = ${community} and ${heardBy(scope, 'v')} and ${heardBy(scope, 'm')}
  order by m.day desc, v.id desc limit ${limit}`

/** The steps of a community of which somebody told what came of them, the latest first. */
export const stepsTold = (scope: MemberScope, community: number, limit: number) => sql<NextStep>`
  select ${steps} where s.community_id = ${community} and s.outcome is not null and ${heardBy(scope, 's')}
  order by s.told_at desc, s.id desc limit ${limit}`

/** Notes what moved; said again, the new words stand. */
export const insertMoved = (
  scope: MemberScope,
  on: Held,
  what: { kind: string; id: number; read: string; words: string; language: string; at: Date },
) => sql`
  insert into meeting.moved (meeting_id, community_id, audience, subject_kind, subject_id, subject_words, words, language, written_by, at)
  values (${on.id}, ${on.community_id}, ${on.audience}, ${what.kind}, ${what.id}, ${what.read}, ${what.words},
    ${what.language}, ${scope.personId}, ${what.at})
  on conflict (meeting_id, subject_kind, subject_id) do update set words = excluded.words, language = excluded.language`

/** Who was named for a step by somebody else. Read by the reader of facts. */
export const namedForStep = (id: number) => sql<{ person_id: number }>`
  select s.owner_id as person_id from meeting.next_step s where s.id = ${id} and s.owner_id is distinct from s.written_by`

/** The people of the community who were not in the circle. Read by the reader of facts. */
export const notAtMeeting = (id: MeetingId) => sql<{ person_id: number }>`
  select k.person_id from meeting.meeting m join community.member k on k.community_id = m.community_id
  where m.id = ${id}
    and not exists (select from meeting.present p where p.meeting_id = m.id and p.person_id = k.person_id)`

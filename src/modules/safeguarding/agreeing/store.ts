/** SQL of what students and guardians say. Names of guardians are read by those who keep the records alone. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { Answers, Band, Reach, Use, What } from './heard.ts'

/** Who keeps the records of a community: facilitators and leads. */
export const keepsRecords = (community: number) => sql<{ keeps: boolean }>`
  select safeguarding.keeps_records(${community}) as keeps`

/** What is needed to judge one person: nothing about whoever is no student there, or not to the asking person. */
export interface Judged {
  readonly answers: Answers | null
  readonly ages: unknown
  readonly zone: string | null
}

const settings = sql`
  (select s.value from platform.setting s where s.key = 'ages') as ages,
  (select s.value #>> '{}' from platform.setting s where s.key = 'timeZone') as zone`

/** What was said about a student, with the settings that judge it. */
export const answersAbout = (person: PersonId | null, community: number) => sql<Judged>`
  select safeguarding.answers_about(${person}, ${community}) as answers, ${settings}`

/** The same, whoever asks. As the owner only. */
export const allAnswers = (person: PersonId, community: number) => sql<Judged>`
  select safeguarding.all_answers(${person}, ${community}) as answers, ${settings}`

/** A student as those see one who keep the records. */
export interface StudentHere extends Judged {
  readonly person_id: PersonId
  readonly name: string
  readonly avatar: string | null
}

const student = sql`
  select m.person_id, p.name, p.avatar, safeguarding.answers_about(m.person_id, m.community_id) as answers, ${settings}
  from community.member m join people.named p on p.id = m.person_id
  where 'student' = any(m.perspectives) and m.role <> 'facilitator' and safeguarding.keeps_records(m.community_id)`

/** The students of a community by name, in no other order. */
export const studentsHere = (community: number) => sql<StudentHere>`
  ${student} and m.community_id = ${community} order by lower(p.name), m.person_id`
export const studentHere = (community: number, person: PersonId) => sql<StudentHere>`
  ${student} and m.community_id = ${community} and m.person_id = ${person}`

/** Whether a community asks guardians before a student speaks. */
export const asksHere = (community: number) => sql<{ asks: boolean }>`
  select exists (select from safeguarding.asks_guardians k where k.community_id = ${community}) as asks`
export const askFrom = (scope: MemberScope, community: number, at: Date) => sql`
  insert into safeguarding.asks_guardians (community_id, set_by, set_at) values (${community}, ${scope.personId}, ${at})
  on conflict do nothing`
export const askNot = (community: number) => sql`
  delete from safeguarding.asks_guardians where community_id = ${community}`

/** How old a student is. */
export const setBand = (scope: MemberScope, community: number, person: PersonId, band: Band, at: Date) => sql`
  insert into safeguarding.age (community_id, person_id, band, noted_by, noted_at)
  values (${community}, ${person}, ${band}, ${scope.personId}, ${at})
  on conflict (community_id, person_id) do update
    set band = excluded.band, noted_by = excluded.noted_by, noted_at = excluded.noted_at`

/** A guardian as the records hold one. */
export interface Guardian {
  readonly id: number
  readonly student_id: PersonId
  readonly name: string
  readonly language: string
  readonly link_made_at: Date | null
  readonly restricted_at: Date | null
}

const guardian = sql`
  select g.id, g.student_id, g.name, g.language, g.link_made_at, g.restricted_at from safeguarding.guardian g`

/** The guardians of a student, in the order in which they were written down. */
export const guardiansOf = (community: number, person: PersonId) => sql<Guardian>`
  ${guardian} where g.community_id = ${community} and g.student_id = ${person} order by g.id`
export const guardianById = (community: number, id: number) => sql<Guardian>`
  ${guardian} where g.community_id = ${community} and g.id = ${id}`

/** One answer as it was recorded. */
export interface Recorded extends Use {
  readonly id: number
  readonly guardian_id: number
  readonly yes: boolean
  readonly way: 'link' | 'paper' | 'school'
  readonly recorded_by: string | null
  readonly until: string | null
  readonly at: Date
}

/** All that a student's guardians said, the newest first: what was said before stays readable. */
export const recordedOf = (community: number, person: PersonId) => sql<Recorded>`
  select c.id, c.guardian_id, c.what, c.circle, c.yes, c.way, p.name as recorded_by, c.until, c.at
  from safeguarding.consent c left join people.named p on p.id = c.recorded_by
  where c.community_id = ${community} and c.student_id = ${person} order by c.id desc limit 200`

export const insertGuardian = (
  scope: MemberScope,
  one: { community: number; student: PersonId; name: string; language: string; at: Date },
) => sql<{ id: number }>`
  insert into safeguarding.guardian (community_id, student_id, name, language, made_by, made_at)
  values (${one.community}, ${one.student}, ${one.name}, ${one.language}, ${scope.personId}, ${one.at}) returning id`

/** A new link; the one before ends. Without a hash there is none any more. */
export const setLink = (id: number, hash: Buffer | null, at: Date) => sql<{ id: number }>`
  update safeguarding.guardian set link_hash = ${hash}, link_made_at = ${hash ? at : null}
  where id = ${id} and (${hash}::bytea is null or restricted_at is null) returning id`

/** Restricts a guardian and ends their link, or lifts it. */
export const setRestricted = (scope: MemberScope, id: number, restricted: boolean, at: Date) => sql<{ id: number }>`
  update safeguarding.guardian
  set restricted_at = ${restricted ? at : null}, restricted_by = ${restricted ? scope.personId : null},
    link_hash = null, link_made_at = null
  where id = ${id} returning id`

export const insertConsent = (
  scope: MemberScope,
  one: Use & {
    guardian: number
    community: number
    student: PersonId
    yes: boolean
    way: 'paper' | 'school'
    until: string | null
    at: Date
  },
) => sql`
  insert into safeguarding.consent
    (guardian_id, community_id, student_id, what, circle, yes, way, recorded_by, until, at)
  values (${one.guardian}, ${one.community}, ${one.student}, ${one.what}, ${one.circle}, ${one.yes}, ${one.way},
    ${scope.personId}, ${one.until}, ${one.at})`

export const insertAssent = (scope: MemberScope, community: number, use: Use, yes: boolean, at: Date) => sql`
  insert into safeguarding.assent (community_id, person_id, what, circle, yes, at)
  values (${community}, ${scope.personId}, ${use.what}, ${use.circle}, ${yes}, ${at})`

/** What a link shows. */
export interface Linked {
  readonly id: number
  readonly community_id: number
  readonly student_id: PersonId
  readonly name: string
  readonly language: string
  readonly student: string
  readonly avatar: string | null
  readonly community: string
  readonly answers: Answers['guardians']
}

/** Whose link it is; nobody's, once it was ended or restricted. */
export const guardianBy = (hash: Buffer) => sql<Linked>`select * from safeguarding.guardian_by(${hash})`

/** An answer by link. */
export const guardianSays = (hash: Buffer, what: What, circle: Reach, yes: boolean, until: string | null, at: Date) =>
  sql<{ id: number; community_id: number; student_id: PersonId }>`
    select * from safeguarding.guardian_says(${hash}, ${what}, ${circle}, ${yes}, ${until}::date, ${at})`

/** Things of a kind that a case hides from everybody, or from students: no guardian sees them either. As the owner only. */
export const hiddenThings = (community: number, kind: string) => sql<{ id: number }>`
  select h.subject_id as id from safeguarding.hiding h where h.community_id = ${community} and h.subject_kind = ${kind}`

/** Writes the ages down. As the owner only. */
export const putAges = (ages: unknown) => sql`
  insert into platform.setting (key, value) values ('ages', ${JSON.stringify(ages)}::jsonb)
  on conflict (key) do update set value = excluded.value`
export const agesKept = () => sql<{ value: unknown }>`select value from platform.setting where key = 'ages'`

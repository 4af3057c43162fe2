/** SQL of words that wait for one adult's look. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { dayAlone, heardOrMine, mineUnnamed, saidByMe } from '../nameless/store.ts'
import type { LookQuestion } from './look.ts'

/** What an adult asked about words `c` that wait, and whether their author said that they are fine: columns of reading them. */
export const lookedAt = sql`
  case when c.opens_to is not null then (select q.about from dialogue.look_question q
    where q.contribution_id = c.id and q.version = c.version) end as look_about,
  case when c.opens_to is not null then (select q.fine_at is not null from dialogue.look_question q
    where q.contribution_id = c.id and q.version = c.version) end as look_fine`

/** Whether what the asking person writes in a thread `t` waits for a look: one column of reading it. */
export const waitsForALook = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${scope.personId}::bigint is null then false
    else community.speaks_as_student(${scope.personId}, t.community_id) end as waits_here`

const standing = sql`c.opens_to is not null and c.withdrawn_at is null`
const adultsHere = (scope: MemberScope, column: string) =>
  sql<boolean>`'adults:' || ${sql.ref(column)} = any(${scope.reach}::text[])`

/** Words that wait, as their page lists them. */
export interface WaitingWords {
  readonly id: ContributionId
  readonly author: string | null
  readonly html: string
  /** The note before them. */
  readonly note: string | null
  readonly language: string
  readonly version: number
  readonly waits_since: Date
  readonly subject_kind: string | null
  readonly subject_id: number | null
  /** Of an open conversation. */
  readonly title: string | null
  /** What an adult asked about them, unless the author has answered. */
  readonly asked: LookQuestion | null
}

/** All words of a community that wait for the asking person's look, the oldest first. */
export const waitingIn = (scope: MemberScope, community: number, limit: number) => sql<WaitingWords>`
  select c.id, p.name as author, c.html, c.note, c.language, c.version, ${dayAlone('c', 'waits_since')} as waits_since, t.subject_kind, t.subject_id, t.title,
    (select q.about from dialogue.look_question q
     where q.contribution_id = c.id and q.version = c.version and q.fine_at is null) as asked
  from dialogue.contribution c
  join dialogue.thread t on t.id = c.thread_id and ${heardBy(scope, 't')}
  left join people.named p on p.id = c.author_id
  where c.community_id = ${community} and ${standing} and ${adultsHere(scope, 'c.community_id')} and ${heardBy(scope, 'c')}
    and not ${saidByMe(scope, 'c')}
  order by c.waits_since, c.id limit ${limit}`

/** Opens words that wait, if they are still those that were seen. */
export const openWords = (id: ContributionId, version: number) => sql<{ id: ContributionId | null }>`
  select dialogue.open_words(${id}, ${version}) as id`

/** Asks the author about words that wait; a later question takes the place of an earlier one. */
export const insertQuestion = (
  scope: MemberScope,
  said: { id: ContributionId; author_id: number; community_id: number; version: number },
  about: LookQuestion,
  at: Date,
) => sql`
  insert into dialogue.look_question (contribution_id, author_id, adults, asked_by, about, version, asked_at)
  values (${said.id}, ${said.author_id}, ${`adults:${said.community_id}`}, ${scope.personId}, ${about}, ${said.version}, ${at})
  on conflict (contribution_id) do update set asked_by = excluded.asked_by, about = excluded.about,
    version = excluded.version, asked_at = excluded.asked_at, fine_at = null`

/** The author's “it is fine as it is”. */
export const setFine = (scope: MemberScope, id: ContributionId, at: Date) => sql<{ id: ContributionId }>`
  update dialogue.look_question set fine_at = ${at}
  where contribution_id = ${id} and (author_id = ${scope.personId} or ${mineUnnamed(scope, 'look_question', 'contribution_id')})
    and fine_at is null returning contribution_id as id`

/** Takes the question away with which words were held. */
export const deleteQuestion = (id: ContributionId) =>
  sql`delete from dialogue.look_question where contribution_id = ${id}`

/** Whether others may read words only after a look, and in which community they are. As the owner only. */
const waiting = (id: ContributionId) => sql`from dialogue.contribution c where c.id = ${id} and ${standing}`

/** The adults who are told that these words wait. Nobody, while older ones wait: they have been told. As the owner only. */
export const adultsToTell = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select s.person_id from dialogue.contribution c join platform.seat s on s.audience = c.audience and s.person_id <> c.author_id
  where c.id = ${id} and ${standing} and not exists (
    select from dialogue.contribution older where older.community_id = c.community_id and older.opens_to is not null
      and older.withdrawn_at is null and (older.waits_since, older.id) < (c.waits_since, c.id))
  order by s.person_id`

/** All adults who hear words that wait. As the owner only. */
export const allAdults = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select s.person_id from platform.seat s join (select c.audience, c.author_id ${waiting(id)}) c
    on s.audience = c.audience and s.person_id <> c.author_id order by s.person_id`

/** Whose words wait. As the owner only. */
export const whoseWait = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select coalesce(n.author_id, c.author_id) as person_id from dialogue.contribution c
  left join dialogue.nameless_author n on n.contribution_id = c.id where c.id = ${id} and ${standing}`

/** Words that wait and for which nobody else was called yet. As the owner only. */
export const uncalled = sql<{ id: ContributionId; community_id: number; waits_since: Date }>`
  select c.id, c.community_id, c.waits_since from dialogue.contribution c where ${standing} and c.called_at is null
  order by c.id`

/** Marks that the others were called. As the owner only. */
export const setCalled = (id: ContributionId, at: Date) => sql<{ id: ContributionId }>`
  update dialogue.contribution set called_at = ${at} where id = ${id} and called_at is null returning id`

/** Where words stand that wait, for those who hear them; nothing when they wait no more. */
export const stillWaiting = (scope: MemberScope, id: ContributionId) => sql<{
  slug: string
  place: string
  mine: boolean
  asked: LookQuestion | null
}>`
  select place.slug, place.name as place, coalesce(${saidByMe(scope, 'c')}, false) as mine,
    (select q.about from dialogue.look_question q
     where q.contribution_id = c.id and q.version = c.version and q.fine_at is null) as asked
  from dialogue.contribution c join community.place place on place.id = c.community_id
  where c.id = ${id} and ${standing} and ${heardOrMine(scope, 'c')}`

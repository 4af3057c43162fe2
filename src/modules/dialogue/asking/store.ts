/** All SQL of questions to people, and of the links that answer them. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import type { Ask, AskId, AskState } from './ask.ts'

// Asker, asked and facilitators; the first wall, which the database repeats.
const concerns = (scope: MemberScope) => sql<boolean>`(${scope.personId}::bigint in (a.author_id, a.asked_id)
  or 'facilitators:' || a.community_id = any(${scope.reach}::text[]))`

/** The open questions of a thread `t` as one value: of those whom they concern. Part of reading the thread. */
export const waitingIn = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${scope.personId}::bigint is not null then (
    select json_agg(json_build_object('id', a.id, 'asked', people.name_of(a.asked_id), 'asker', people.name_of(a.author_id),
      'mine', a.asked_id = ${scope.personId}::bigint, 'question', a.question, 'language', a.language,
      'ends', (extract(epoch from a.ends_at) * 1000)::bigint) order by a.asked_at, a.id)
    from dialogue.ask a
    where a.thread_id = t.id and a.state = 'open' and ${concerns(scope)}
  ) end as asks`

const columns = sql`a.id, a.thread_id, a.community_id, place.slug, place.name as place, a.author_id, a.asked_id,
  asker.name as asker, asked.name as asked, seat.role as asker_role, coalesce('student' = any(seat.perspectives), false) as by_student,
  a.question, a.language, a.state, a.asked_at, a.ends_at, a.closed_at, a.contribution_id,
  t.audience, place.members, place.facilitators, t.subject_kind, t.subject_id, t.title,
  about.id as about_id, about.html as about_html, about.note as about_note, about.language as about_language, about.audience as about_audience,
  teller.name as about_author`

const surroundings = (scope: MemberScope) => sql`
  join dialogue.thread t on t.id = a.thread_id and ${heardBy(scope, 't')}
  join community.place place on place.id = a.community_id
  left join people.named asker on asker.id = a.author_id
  left join people.named asked on asked.id = a.asked_id
  left join community.member seat on seat.community_id = a.community_id and seat.person_id = a.author_id
  left join dialogue.contribution about
    on about.id = a.about_id and about.withdrawn_at is null and ${heardBy(scope, 'about')}
  left join people.named teller on teller.id = about.author_id`

// Whoever hears an answer may read what was asked.
const answerHeard = (scope: MemberScope) => sql<boolean>`exists (
  select from dialogue.contribution c
  where c.id = a.contribution_id and c.withdrawn_at is null and ${heardBy(scope, 'c')})`

/** A question by number, for those whom it concerns or who hear its answer, in a conversation they hear. */
export const askById = (scope: MemberScope, id: AskId) => sql<Ask>`
  select ${columns} from dialogue.ask a ${surroundings(scope)}
  where a.id = ${id} and (${concerns(scope)} or ${answerHeard(scope)})`

/** Holds a question of one's own still while it is closed or opened again. */
export const holdAsk = (scope: MemberScope, id: AskId) => sql`
  select a.id from dialogue.ask a
  where a.id = ${id} and ${scope.personId}::bigint in (a.author_id, a.asked_id) for update`

/** What waits for the asking person, the oldest first. */
export const asksForMe = (scope: MemberScope, now: Date, community?: number) => sql<Ask>`
  select ${columns} from dialogue.ask a ${surroundings(scope)}
  where a.asked_id = ${scope.personId} and a.state = 'open' and a.ends_at > ${now}
    and 'community:' || a.community_id = any(${scope.reach}::text[])
    and (${community ?? null}::bigint is null or a.community_id = ${community ?? null})
  order by a.asked_at, a.id limit 50`

/** A community's questions by number, after one of them, as far as they concern the asking person or their answer is heard. */
export const asksAfter = (scope: MemberScope, community: number, after: AskId, limit: number) => sql<Ask>`
  select ${columns} from dialogue.ask a ${surroundings(scope)}
  where a.community_id = ${community} and a.id > ${after} and (${concerns(scope)} or ${answerHeard(scope)})
  order by a.id limit ${limit}`

/** Somebody who may be asked. */
export interface Askable {
  readonly person_id: number
  readonly name: string
}

/** Who may be asked in a thread: its community's people who hear it, without the asking person. */
export const askableIn = (scope: MemberScope, thread: ThreadId, community: number) => sql<Askable>`
  select k.person_id, k.name from community.known k
  where k.community_id = ${community} and k.person_id <> ${scope.personId}
    and 'community:' || k.community_id = any(${scope.reach}::text[])
    and dialogue.can_be_asked(k.person_id, ${thread})
  order by lower(k.name), k.person_id limit 300`

/** Whether somebody was asked these words here before. */
export const askedBefore = (asked: number, thread: ThreadId, question: string, now: Date) =>
  sql<{ before: boolean }>`select dialogue.asked_before(${asked}, ${thread}, ${question}, ${now}) as before`

/** Marks one's own question to somebody here as run out, when its time has passed. */
export const closeRunOut = (scope: MemberScope, thread: ThreadId, asked: number, now: Date) => sql`
  update dialogue.ask set state = 'run-out', closed_at = ends_at
  where thread_id = ${thread} and author_id = ${scope.personId} and asked_id = ${asked}
    and state = 'open' and ends_at <= ${now}`

/** A new question; nothing when one of the asker's still waits with this person here. */
export const insertAsk = (
  scope: MemberScope,
  ask: {
    thread: ThreadId
    community: number
    about: ContributionId | null
    asked: number
    question: string
    language: string
    at: Date
    ends: Date
  },
) => sql<{ id: AskId }>`
  insert into dialogue.ask (thread_id, community_id, about_id, author_id, asked_id, question, language, asked_at, ends_at)
  values (${ask.thread}, ${ask.community}, ${ask.about}, ${scope.personId}, ${ask.asked}, ${ask.question},
    ${ask.language}, ${ask.at}, ${ask.ends})
  on conflict do nothing returning id`

/** Closes an open question; answers nothing when it is closed already. */
export const closeAsk = (id: AskId, state: AskState, at: Date, answer: ContributionId | null = null) => sql<{
  id: AskId
}>`
  update dialogue.ask set state = ${state}, closed_at = ${at}, contribution_id = ${answer}
  where id = ${id} and state = 'open' returning id`

/** Opens a question again that was passed; not when the asker has asked something else of this person since. */
export const reopenAsk = (scope: MemberScope, id: AskId) => sql<{ id: AskId }>`
  update dialogue.ask a set state = 'open', closed_at = null
  where a.id = ${id} and a.asked_id = ${scope.personId} and a.state in ('passed', 'declined')
    and not exists (select from dialogue.ask o where o.thread_id = a.thread_id and o.author_id = a.author_id
      and o.asked_id = a.asked_id and o.state = 'open')
  returning a.id`

/** Keeps the hash of a link of the asking person's. */
export const insertLink = (
  scope: MemberScope,
  link: { hash: Buffer; ask: AskId; purpose: 'answer' | 'undo'; at: Date; ends: Date },
) => sql`
  insert into dialogue.answer_link (token_hash, ask_id, person_id, purpose, made_at, expires_at)
  values (${link.hash}, ${link.ask}, ${scope.personId}, ${link.purpose}, ${link.at}, ${link.ends})
  on conflict do nothing`

/** Ends every link by which the asking person could answer a question. */
export const endLinks = (scope: MemberScope, ask: AskId, at: Date) => sql`
  update dialogue.answer_link set revoked_at = ${at}
  where ask_id = ${ask} and person_id = ${scope.personId} and revoked_at is null`

/** Whose link this is and for which question; nothing when it is unknown, ended, or too old. */
export const linkHolder = (hash: Buffer, purpose: 'answer' | 'undo', now: Date) =>
  sql<{
    ask_id: AskId
    person_id: number
  }>`select ask_id, person_id from dialogue.link_holder(${hash}, ${purpose}, ${now})`

/** Counts a try; false when there were too many. */
export const takeTry = (key: string, allowed: number, seconds: number, now: Date) =>
  sql<{ within: boolean }>`select platform.take(${key}, ${allowed}, ${seconds}, ${now}) as within`

/** Whom an open question waits for. As the owner only. */
export const whoIsAsked = (id: AskId) =>
  sql<{ person_id: number }>`select asked_id as person_id from dialogue.ask where id = ${id} and state = 'open'`

/** Who asked a question that was closed by the person asked. As the owner only. */
export const whoAsked = (id: AskId) => sql<{ person_id: number }>`
  select author_id as person_id from dialogue.ask where id = ${id} and state in ('answered', 'passed', 'declined')`

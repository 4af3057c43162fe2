/** SQL of reading contributions: pages of a thread, one by number, its earlier words, who spoke. */
import { type RawBuilder, sql } from 'kysely'
import type { Subject } from '../../../platform/http/address-book.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, Participant, Said, ThreadId } from '../contract.ts'
import { tended } from '../covering/store.ts'
import { isLearnedFrom, learnedFrom, learnersOf } from '../learning/store.ts'
import { lookedAt } from '../looking/store.ts'
import { dayAlone, heardOrMine, mineUnnamed, saidByMe, unnamed } from '../nameless/store.ts'
import { VOICES_A_PAGE } from '../numbering.ts'
import { quoteIn, quotes } from '../quoting/store.ts'
import { resolvedBy } from '../resolving/store.ts'
import { eyesOf } from '../round/perspective/store.ts'
import { saidAs } from './said.ts'
import { hangsOn } from './threads.ts'

// Who told the asking person “I read this” about their own words. Nobody else is told.
const readers = (scope: MemberScope) => sql`
  case when ${saidByMe(scope, 'c')} then dialogue.readers_of(c.id, c.author_id) end as readers`

// What most contributions are not, as one value that is nothing for those: fifty rows of few columns are quickly told.
const rest = (scope: MemberScope) => sql`
  case when ${unnamed('c')} or p.kind = 'placeholder' or c.edited_at is not null or c.withdrawn_at is not null
      or c.opens_to is not null or c.written_by is not null or c.confirmed_at is not null or c.ask_id is not null
      or c.asked_by is not null or c.note is not null or c.manner <> 'said' or c.round_id is not null
      or r.reader_id is not null or ${saidByMe(scope, 'c')} or ${quotes} or ${isLearnedFrom}
    then (select row_to_json(rest) from (select
      ${unnamed('c')} as nameless, coalesce(p.kind = 'placeholder', false) as placeholder,
      ${dayAlone('c', 'edited_at')} as edited_at,
      c.withdrawn_at is not null as withdrawn, r.reader_id is not null as read_by_me, c.ask_id,
      c.opens_to is not null and c.withdrawn_at is null as waits, ${lookedAt},
      c.written_by, c.confirmed_at is not null as confirmed,
      c.round_id, ${eyesOf}, c.note, c.note_from, c.manner,
      ${quoteIn(scope)}, ${learnedFrom(scope)}, ${learnersOf(scope)}, ${resolvedBy(scope)}, ${readers(scope)},
      case when c.written_by is not null then people.name_of(c.written_by) end as writer,
      case when c.asked_by is not null then people.name_of(c.asked_by) end as asked_by
    ) rest) end as rest`

const columns = (scope: MemberScope) => sql`c.id, c.reply_to,
  case when ${mineUnnamed(scope, 'c')} then ${scope.personId}::bigint else c.author_id end as author_id,
  coalesce(m.name, p.name) as author,
  coalesce(c.perspective, array_to_string(m.perspectives, ' ')) as perspectives,
  c.audience, c.language, c.html, c.version,
  case when ${mineUnnamed(scope, 'c')} then c.said_at else ${dayAlone('c', 'said_at')} end as said_at,
  nullif(${tended(scope)}, false) as tended, ${rest(scope)}`

// One by one: to know the company of fifty, nobody else is looked at.
const company = (scope: MemberScope): RawBuilder<unknown> => sql`
  left join lateral (
    select k.person_id, k.name, k.perspectives from community.known k
    where k.community_id = c.community_id and k.person_id = c.author_id limit 1
  ) m on true
  left join lateral (
    select n.name, n.kind from people.named n where n.id = c.author_id and m.person_id is null limit 1
  ) p on true
  left join dialogue.reading r on r.subject_kind = 'contribution' and r.subject_id = c.id and r.reader_id = ${scope.personId}`

// Their order alone: words are fetched for one page of them only.
const heardIn = (scope: MemberScope) => sql`
  select c.id from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
  where ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')}`

/** One page of what was said about a subject, oldest first, answers below what they answer. `page` counts from 1. */
export const contributionsOf = (scope: MemberScope, subject: Subject, page: number) =>
  saidAs<Said>(sql`
  select ${columns(scope)} from dialogue.contribution c ${company(scope)}
  where c.id = any(array(
    ${heardIn(scope)} and ${hangsOn(subject)}
    order by c.place_at, c.root_id, c.id limit ${VOICES_A_PAGE} offset ${(page - 1) * VOICES_A_PAGE}
  ))
  order by c.place_at, c.root_id, c.id`)

/** One page of a thread by its number, as {@link contributionsOf} gives the page of a subject; with the first one of the next. */
export const pageOfThread = (scope: MemberScope, thread: ThreadId, page: number) =>
  saidAs<Said>(sql`
  select ${columns(scope)} from dialogue.contribution c ${company(scope)}
  where c.id = any(array(
    ${heardIn(scope)} and t.id = ${thread}
    order by c.place_at, c.root_id, c.id limit ${VOICES_A_PAGE + 1} offset ${(page - 1) * VOICES_A_PAGE}
  ))
  order by c.place_at, c.root_id, c.id`)

/** Some contributions of a thread, each with how many stand before it, and before the one it answers. */
export const someOfThread = (scope: MemberScope, thread: ThreadId, ids: readonly ContributionId[]) => {
  const before = (alias: string) => sql<number>`(select count(*) from dialogue.contribution b
    where b.thread_id = ${thread} and ${heardOrMine(scope, 'b')}
      and (b.place_at, b.root_id, b.id) < (${sql.ref(`${alias}.place_at`)}, ${sql.ref(`${alias}.root_id`)}, ${sql.ref(`${alias}.id`)}))`
  return saidAs<Said & { before: number; root_before: number | null }>(sql`
  select ${columns(scope)}, ${before('c')} as before, root.before as root_before
  from dialogue.contribution c ${company(scope)}
  left join lateral (
    select ${before('a')} as before from dialogue.contribution a where a.id = c.reply_to and ${heardOrMine(scope, 'a')}
  ) root on true
  where c.id = any(${[...ids]}::bigint[]) and c.thread_id = ${thread} and ${heardOrMine(scope, 'c')}
  order by c.place_at, c.root_id, c.id`)
}

/** What was said in a round, in the order of its circle. */
export const contributionsOfRound = (scope: MemberScope, thread: ThreadId, round: number) =>
  saidAs<Said>(sql`
  select ${columns(scope)} from dialogue.contribution c ${company(scope)}
  where c.id = any(array(${heardIn(scope)} and t.id = ${thread} and c.round_id = ${round}))
  order by c.place_at, c.root_id, c.id`)

/** A contribution with where it stands and its words as they were typed, for acting on it. */
export interface Found extends Said {
  readonly thread_id: ThreadId
  readonly community_id: number
  readonly text: string
}

/** What was said in a thread, by number, after one of them; for programs, which do not turn pages. */
export const contributionsAfter = (scope: MemberScope, thread: ThreadId, after: ContributionId, limit: number) =>
  saidAs<Found>(sql`
  select ${columns(scope)}, c.thread_id, c.community_id, c.text from (
    select c.* from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
    where t.id = ${thread} and c.id > ${after} and ${heardBy(scope, 't')}
      and ${heardOrMine(scope, 'c')}
    order by c.id limit ${limit}
  ) c ${company(scope)} order by c.id`)

/** A contribution by number. Its author finds it even in a thread that has become too narrow for them. */
export const contributionById = (scope: MemberScope, id: ContributionId) =>
  saidAs<Found>(sql`
  select ${columns(scope)}, c.thread_id, c.community_id, c.text from (
    select c.* from dialogue.contribution c
    left join dialogue.thread t on t.id = c.thread_id and ${heardBy(scope, 't')}
    where c.id = ${id} and ${heardOrMine(scope, 'c')} and (t.id is not null or ${saidByMe(scope, 'c')})
  ) c ${company(scope)}`)

/** What a contribution is about: the subject of its thread, or the title of an open one. */
export interface AboutVoice {
  readonly id: ContributionId
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly title: string | null
  readonly slug: string
}

/** What some contributions are about. */
export const aboutVoices = (scope: MemberScope, ids: readonly ContributionId[]) => sql<AboutVoice>`
  select c.id, t.subject_kind, t.subject_id, t.title, place.slug
  from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
  join community.place place on place.id = c.community_id
  where c.id = any(${[...ids]}::bigint[]) and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')}`

/** Where a contribution is to be found: its thread, what that hangs on, and how many heard ones stand before it. */
export interface PlaceOfVoice {
  readonly id: ContributionId
  readonly thread_id: ThreadId
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly title: string | null
  readonly slug: string
  readonly before: number
}

/** The places of some contributions. */
export const placesOf = (scope: MemberScope, ids: readonly ContributionId[]) => sql<PlaceOfVoice>`
  select c.id, c.thread_id, t.subject_kind, t.subject_id, t.title, place.slug,
    (select count(*) from dialogue.contribution b where b.thread_id = c.thread_id and ${heardOrMine(scope, 'b')}
      and (b.place_at, b.root_id, b.id) < (c.place_at, c.root_id, c.id)) as before
  from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
  join community.place place on place.id = c.community_id
  where c.id = any(${[...ids]}::bigint[]) and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')}`

/** Earlier words of a contribution. */
export interface EarlierWords {
  readonly version: number
  readonly language: string
  readonly text: string
  readonly said_at: Date
}

/** What a contribution said before, newest first; heard by those who hear the contribution. */
export const historyOf = (scope: MemberScope, id: ContributionId) => sql<EarlierWords>`
  select e.version, e.language, e.text, ${dayAlone('e', 'said_at')} as said_at from dialogue.earlier_words e
  where e.contribution_id = ${id} and (${heardBy(scope, 'e')} or ${mineUnnamed(scope, 'e', 'contribution_id')}) order by e.version desc`

/** Whether anything was said about a subject that the asking person hears and that still stands, with a name or without. */
export const anythingSaid = (scope: MemberScope, subject: Subject) => sql<{ id: ContributionId }>`
  select c.id from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
  where ${hangsOn(subject)} and c.withdrawn_at is null and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')} limit 1`

/** The people who spoke about a subject, as far as the asking person hears them, first speakers first; nobody who did it without a name. */
export const participantsOf = (scope: MemberScope, subject: Subject) => sql<Participant>`
  select c.author_id as person_id, p.name, m.perspectives from (
    select c.author_id, c.community_id, min(c.said_at) as first_at
    from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
    where ${hangsOn(subject)} and c.withdrawn_at is null and not ${unnamed('c')} and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')}
    group by c.author_id, c.community_id
  ) c
  left join people.named p on p.id = c.author_id
  left join community.member m on m.community_id = c.community_id and m.person_id = c.author_id
  order by c.first_at, c.author_id`

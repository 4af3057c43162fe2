/** SQL of telling people what came of their words: what ended, who waits, what was told. */
import { sql } from 'kysely'
import type { MemberScope } from '../../../people/contract.ts'
import type { Challenge, ChallengeId } from '../../contract.ts'
import { heardOrAsked } from '../../store/heard.ts'
import type { SaidKind, SaidOn, Waiting } from '../word-back.ts'

/** Every word on a question, also those for fewer ears; answered only to who may end it, and shown to nobody. */
export const wordsOn = (id: ChallengeId, tryout: number | null) => sql<SaidOn>`
  select person_id, kind, thing, tryout_id, audience, at from challenge.words_on(${id}, ${tryout})`

/** Something that ended: a try-out by its number, or an answer for now. */
export type Ends = { readonly tryout: number } | { readonly outcome: number }

/** Keeps that something ended and that people wait. */
export const insertEnding = (scope: MemberScope, on: Challenge, ends: Ends, owner: number | null, at: Date) => sql<{
  id: number
}>`
  insert into challenge.ending (challenge_id, community_id, author_id, asker_id, audience, owner_id, tryout_id,
    outcome_id, at)
  values (${on.id}, ${on.community_id}, ${scope.personId}, ${on.author_id}, ${on.audience}, ${owner},
    ${'tryout' in ends ? ends.tryout : null}, ${'outcome' in ends ? ends.outcome : null}, ${at})
  returning id`

/** Keeps who waits. Not answered back: whoever ends it may not see all of them. */
export const insertWaiting = (
  scope: MemberScope,
  on: Challenge,
  ending: number,
  teller: number | null,
  waiting: readonly Waiting[],
) => sql`
  insert into challenge.word_back (ending_id, challenge_id, community_id, author_id, audience, person_id, teller_id,
    named, said_kind, said_id)
  select ${ending}::bigint, ${on.id}::bigint, ${on.community_id}::bigint, ${scope.personId}::bigint,
    ${on.audience.startsWith('me:') ? on.audience : `facilitators:${on.community_id}`}::text, w.person_id,
    case when not w.aside then ${teller}::bigint end, w.named, w.said_kind, w.said_id
  from unnest(${waiting.map((one) => one.person_id)}::bigint[], ${waiting.map((one) => one.aside)}::boolean[],
    ${waiting.map((one) => one.named)}::boolean[], ${waiting.map((one) => one.said.kind)}::text[],
    ${waiting.map((one) => one.said.id)}::bigint[]) w (person_id, aside, named, said_kind, said_id)`

/** Something that ended, as it is read. `title` is the try-out's, or the question; `waiting` counts whom the reader may tell. */
export interface Ending {
  readonly id: number
  readonly challenge_id: ChallengeId
  readonly community_id: number
  readonly slug: string
  readonly owner_id: number | null
  readonly tryout_id: number | null
  readonly title: string
  readonly title_language: string
  /** How it ended, in the words of whoever ended it: the reason, or the answer. */
  readonly because: string
  readonly because_language: string
  readonly words: string | null
  readonly language: string | null
  readonly teller: string | null
  readonly told_at: Date | null
  readonly waiting: number
}

// Who has left waits no more: they are not among those known here.
const waits = (scope: MemberScope) => sql`
  w.told_at is null and w.person_id is distinct from ${scope.personId} and (w.teller_id = ${scope.personId}
    or w.audience = any(${scope.reach}::text[]))
  and exists (select from community.known k where k.community_id = w.community_id and k.person_id = w.person_id)`

const columns = (scope: MemberScope) => sql`e.id, e.challenge_id, e.community_id, k.slug, e.owner_id, e.tryout_id,
  coalesce(t.title, c.question) as title, coalesce(t.language, c.language) as title_language,
  coalesce(t.reason, o.known, '') as because, coalesce(t.language, o.language, c.language) as because_language,
  e.words, e.language, p.name as teller, e.told_at,
  (select count(*) from challenge.word_back w where w.ending_id = e.id and ${waits(scope)}) as waiting`
const tables = sql`challenge.ending e join challenge.challenge c on c.id = e.challenge_id
  join community.place k on k.id = e.community_id left join challenge.tryout t on t.id = e.tryout_id
  left join challenge.outcome o on o.id = e.outcome_id left join people.named p on p.id = e.told_by`

/** What ended on a question, the newest first. */
export const endingsOf = (scope: MemberScope, id: ChallengeId) => sql<Ending>`
  select ${columns(scope)} from ${tables} where e.challenge_id = ${id} and ${heardOrAsked(scope, 'e')} order by e.id desc`

/** One thing that ended. */
export const endingById = (scope: MemberScope, id: ChallengeId, ending: number) => sql<Ending>`
  select ${columns(scope)} from ${tables}
  where e.id = ${ending} and e.challenge_id = ${id} and ${heardOrAsked(scope, 'e')}`

/** What ended in some communities, and whose people wait for a word of the asking person's; the oldest first. */
export const wordsAwaited = (scope: MemberScope, communities: readonly number[]) => sql<Ending>`
  select * from (
    select ${columns(scope)} from ${tables}
    where e.community_id = any(${[...communities]}::bigint[]) and ${heardOrAsked(scope, 'e')}
      and exists (select from challenge.word_back w where w.ending_id = e.id and ${waits(scope)})
  ) waiting order by id`

/** What came of what in some communities: the lines for everyone, the newest first. */
export const cameOfIt = (scope: MemberScope, communities: readonly number[], limit: number) => sql<Ending>`
  select ${columns(scope)} from ${tables}
  where e.community_id = any(${[...communities]}::bigint[]) and e.told_at is not null
    and e.audience::text not like 'me:%' and ${heardOrAsked(scope, 'e')}
  order by e.told_at desc, e.id desc limit ${limit}`

/** Somebody's word, told or waited for. Without a name where it may not be shown. */
export interface Waiter {
  readonly id: number
  readonly person_id: number | null
  readonly name: string | null
  readonly said_kind: SaidKind
  readonly said_id: number
  readonly words: string | null
  readonly language: string | null
  readonly told_at: Date | null
  readonly teller: string | null
}

/** Who waits for a word on an ending, and who was told, in the order in which they first spoke. */
export const waitersOf = (scope: MemberScope, ending: number) => sql<Waiter>`
  select w.id, case when w.named then w.person_id end as person_id, case when w.named then p.name end as name,
    w.said_kind, w.said_id, w.words, w.language, w.told_at, q.name as teller
  from challenge.word_back w left join people.named p on p.id = w.person_id left join people.named q on q.id = w.told_by
  where w.ending_id = ${ending}
    and (w.teller_id = ${scope.personId} or w.audience = any(${scope.reach}::text[]))
    and (w.told_at is not null or ${waits(scope)})
  order by w.id`

/** Tells everyone of an ending who still waits the same line, but for those named apart; answers whom. */
export const tellAll = (
  scope: MemberScope,
  ending: number,
  apart: readonly number[],
  word: { words: string; language: string; at: Date },
) => sql<{ id: number; community_id: number }>`
  update challenge.word_back w set words = ${word.words}, language = ${word.language}, told_by = ${scope.personId},
    told_at = ${word.at}
  where w.ending_id = ${ending} and w.told_at is null and w.id <> all(${[...apart]}::bigint[])
    and (w.teller_id = ${scope.personId} or w.audience = any(${scope.reach}::text[]))
  returning w.id, w.community_id`

/** Tells one person a line of their own; nothing when they were told already. */
export const tellOne = (
  scope: MemberScope,
  ending: number,
  id: number,
  word: { words: string; language: string; at: Date },
) => sql<{ id: number; community_id: number }>`
  update challenge.word_back w set words = ${word.words}, language = ${word.language}, told_by = ${scope.personId},
    told_at = ${word.at}
  where w.id = ${id} and w.ending_id = ${ending} and w.told_at is null
    and (w.teller_id = ${scope.personId} or w.audience = any(${scope.reach}::text[]))
  returning w.id, w.community_id`

/** Keeps the line for everyone; the first one stays. */
export const keepLine = (
  scope: MemberScope,
  ending: number,
  word: { words: string; language: string; at: Date },
) => sql`
  update challenge.ending e set words = ${word.words}, language = ${word.language}, told_by = ${scope.personId},
    told_at = ${word.at}
  where e.id = ${ending} and e.told_at is null and ${heardOrAsked(scope, 'e')}`

/** All SQL of questions themselves: raising, reading, rewording, moving on. */
import { type RawBuilder, sql } from 'kysely'
import type { Asker } from '../../../platform/db/database.ts'
import type { Hit, Walls } from '../../../platform/search/hits.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Challenge, ChallengeId, State } from '../contract.ts'
import { hangingColumns } from './heard.ts'

const read = (where: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql<Challenge>`
  select c.id, c.community_id, c.author_id, c.audience, c.question, c.language, c.about_child, c.help, c.state,
    c.parked_from, c.raised_at, c.changed_at, p.name as asker, k.slug,
    coalesce((select array_agg(t.state order by t.id) from challenge.tryout t where t.challenge_id = c.id), '{}') as trials
  from challenge.challenge c join community.place k on k.id = c.community_id left join people.named p on p.id = c.author_id
  where ${where} order by ${order}`

/** One question. */
export const challengeById = (scope: MemberScope, id: ChallengeId) =>
  read(sql`c.id = ${id} and ${heardBy(scope, 'c')}`, sql`c.id`)

/** The questions of a community, what changed last first. */
export const challengesOf = (scope: MemberScope, communityId: number) =>
  read(sql`c.community_id = ${communityId} and ${heardBy(scope, 'c')}`, sql`c.changed_at desc, c.id desc`)

/** The questions of a community, the newest first, from below a number; for programs. */
export const challengesBelow = (scope: MemberScope, communityId: number, below: ChallengeId, limit: number) =>
  sql<Challenge>`${read(
    sql`c.community_id = ${communityId} and c.id < ${below} and ${heardBy(scope, 'c')}`,
    sql`c.id desc`,
  )} limit ${limit}`

/** The question that a community is busy with: what it tries, explores or has chosen; of several, what changed last. */
export const currentChallenge = (scope: MemberScope, communityId: number) => sql<Challenge>`
  ${read(
    sql`c.community_id = ${communityId} and c.state in ('chosen', 'exploring')
      and c.audience = 'community:' || c.community_id and ${heardBy(scope, 'c')}`,
    sql`exists (select from challenge.tryout t where t.challenge_id = c.id and t.state = 'running') desc,
      c.state = 'exploring' desc, c.changed_at desc, c.id desc`,
  )} limit 1`

/** Titles and places of some questions, for the address book: by who asks alone, since it knows no more. */
export const challengeTitles = (asker: Asker, ids: readonly number[]) =>
  sql<{ id: ChallengeId; question: string; slug: string }>`
    select c.id, c.question, k.slug from challenge.challenge c join community.place k on k.id = c.community_id
    where c.id = any(${[...ids]}::bigint[])
      and (c.audience = any((select platform.reach())::text[]) or c.author_id = ${asker.personId})`

/** A question as the search page shows it. */
export interface Found {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly rank: number
  readonly at: Date
  readonly slug: string
}

/** The numbers of all questions that the asking person hears, for search. */
export const challengeWalls = (scope: MemberScope): Walls => ({
  challenge: sql<{ id: ChallengeId }>`select c.id from challenge.challenge c where ${heardBy(scope, 'c')}`,
})

/** The questions among the hits of a search (kind `challenge`), as far as heard. */
export const foundChallenges = (scope: MemberScope, hit: RawBuilder<Hit>) => sql<Found>`
  with hit as (${hit})
  select hit.kind, c.id, c.question as title, left(coalesce(o.known, ''), 600) as text, c.language,
    hit.rank::float8 as rank, c.changed_at as at, k.slug
  from hit join challenge.challenge c on hit.kind = 'challenge' and c.id = hit.id
  join community.place k on k.id = c.community_id
  left join lateral (select o.known from challenge.outcome o where o.challenge_id = c.id order by o.id desc limit 1) o on true
  where ${heardBy(scope, 'c')}`

/** A new question; answers its number. */
export const insertChallenge = (
  scope: MemberScope,
  row: {
    communityId: number
    audience: string
    question: string
    language: string
    aboutChild: string
    help: readonly string[]
    at: Date
  },
) => sql<{ id: ChallengeId }>`
  insert into challenge.challenge
    (community_id, author_id, audience, question, language, about_child, help, raised_at, changed_at)
  values (${row.communityId}, ${scope.personId}, ${row.audience}, ${row.question}, ${row.language}, ${row.aboutChild},
    ${[...row.help]}, ${row.at}, ${row.at})
  returning id`

/** New words, circle, answer or kind of help; only while the words are still those that were read. */
export const updateChallenge = (
  scope: MemberScope,
  row: {
    id: ChallengeId
    audience: string
    question: string
    language: string
    aboutChild: string
    help: readonly string[]
    at: Date
  },
  before: string,
) => sql<{ id: ChallengeId }>`
  update challenge.challenge c
  set audience = ${row.audience}, question = ${row.question}, language = ${row.language}, about_child = ${row.aboutChild},
    help = ${[...row.help]}, changed_at = ${row.at}
  where c.id = ${row.id} and c.question = ${before} and c.author_id = ${scope.personId} returning c.id`

/** A new state, only while the old one still stands: of two who act at once, one does. */
export const moveChallenge = (
  scope: MemberScope,
  id: ChallengeId,
  from: State,
  to: { state: State; parked_from: State | null },
  at: Date,
) => sql<{ id: ChallengeId }>`
  update challenge.challenge c set state = ${to.state}, parked_from = ${to.parked_from}, changed_at = ${at}
  where c.id = ${id} and c.state = ${from} and ${heardBy(scope, 'c')} returning c.id`

/** Something happened to the question. */
export const touchChallenge = (scope: MemberScope, id: ChallengeId, at: Date) => sql`
  update challenge.challenge c set changed_at = ${at} where c.id = ${id} and ${heardBy(scope, 'c')}`

/** Takes a question away, with all that hangs on it. Only its asker. */
export const deleteChallenge = (scope: MemberScope, id: ChallengeId) => sql<{ id: ChallengeId }>`
  delete from challenge.challenge c where c.id = ${id} and c.author_id = ${scope.personId} returning c.id`

const followers = ['wording', 'unknown', 'difference', 'outcome', 'tryout', 'change', 'sighting', 'ending'] as const

/** What hangs on a question goes to its new circle with it; shared reflections only ever narrow. */
export const followAudience = (scope: MemberScope, id: ChallengeId, audience: string) => [
  ...followers.map(
    (name) => sql`
      update ${sql.table(`challenge.${name}`)} h set audience = ${audience}
      where h.challenge_id = ${id} and h.asker_id = ${scope.personId}`,
  ),
  sql`select challenge.narrow_reflections(${id})`,
  sql`select challenge.narrow_word_backs(${id})`,
]

/** Whether somebody else has written on a question of the asking person's. */
export const othersWrote = (scope: MemberScope, id: ChallengeId) => sql<{ wrote: boolean }>`
  select ${sql.join(
    followers.map(
      (name) => sql`exists (select from ${sql.table(`challenge.${name}`)} h
        where h.challenge_id = ${id} and h.author_id is distinct from ${scope.personId})`,
    ),
    sql` or `,
  )} as wrote`

/** An earlier wording of a question and why it changed. */
export interface Wording {
  readonly number: number
  readonly question: string
  readonly changed: string | null
  readonly language: string
  readonly at: Date
}

/** The wordings of a question, first to last. */
export const wordingsOf = (scope: MemberScope, id: ChallengeId) => sql<Wording>`
  select w.number, w.question, w.changed, w.language, w.at from challenge.wording w
  where w.challenge_id = ${id} and (${heardBy(scope, 'w')} or w.asker_id = ${scope.personId}) order by w.number`

/** Keeps a wording; the numbers count up from 1. */
export const insertWording = (
  scope: MemberScope,
  row: {
    id: ChallengeId
    communityId: number
    audience: string
    question: string
    changed: string | null
    language: string
    at: Date
  },
) => sql`
  insert into challenge.wording (${hangingColumns}, number, question, changed, language, at)
  select ${row.id}::bigint, ${row.communityId}::bigint, ${scope.personId}::bigint, ${scope.personId}::bigint,
    ${row.audience}::text, coalesce(max(w.number), 0) + 1, ${row.question}::text, ${row.changed}::text,
    ${row.language}::text, ${row.at}::timestamptz
  from challenge.wording w where w.challenge_id = ${row.id}`

/** Every word that a question may be found by, besides the question itself. */
export const wordsToFind = (id: ChallengeId) => sql<{
  question: string
  language: string
  summary: string
  body: string
}>`
  select c.question, c.language,
    coalesce((select string_agg(o.known || E'\n' || o.stays_open, E'\n') from challenge.outcome o where o.challenge_id = c.id), '') as summary,
    concat_ws(E'\n',
      (select string_agg(u.words || E'\n' || coalesce(u.evidence, ''), E'\n') from challenge.unknown u where u.challenge_id = c.id),
      (select string_agg(d.words, E'\n') from challenge.difference d where d.challenge_id = c.id),
      (select string_agg(concat_ws(E'\n', t.title, t.expects, t.reason), E'\n') from challenge.tryout t where t.challenge_id = c.id),
      (select string_agg(s.words, E'\n') from challenge.sighting s where s.challenge_id = c.id)) as body
  from challenge.challenge c where c.id = ${id}`

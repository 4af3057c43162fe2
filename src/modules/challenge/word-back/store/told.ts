/** SQL of what a person was told about their own words, and where they said them. */
import { sql } from 'kysely'
import { heardBy } from '../../../community/public.ts'
import type { MemberScope } from '../../../people/contract.ts'
import { heardOrAsked } from '../../store/heard.ts'
import type { SaidKind } from '../word-back.ts'

/** A word told to the asking person. Title and address are missing when the question is out of their reach now. */
export interface ToldMe {
  readonly id: number
  readonly community_id: number
  readonly slug: string | null
  readonly challenge_id: number | null
  readonly title: string | null
  readonly title_language: string | null
  readonly words: string
  readonly language: string
  readonly teller: string | null
  readonly told_at: Date
  readonly said_kind: SaidKind
  readonly said_id: number
  /** Their own words, where they stand on the question itself and were not taken back. */
  readonly said: string | null
  readonly said_language: string | null
}

const own = (scope: MemberScope, kind: SaidKind, table: string, words: string) => sql`
  select ${sql.ref(`x.${words}`)} as said, x.language as said_language from ${sql.table(`challenge.${table}`)} x
  where w.said_kind = ${sql.lit(kind)} and x.id = w.said_id and x.author_id = ${scope.personId}`

const read = (scope: MemberScope) => sql`
  select w.id, w.community_id, k.slug, c.id as challenge_id, coalesce(t.title, c.question) as title,
    coalesce(t.language, c.language) as title_language, w.words, w.language, p.name as teller, w.told_at, w.said_kind,
    w.said_id, s.said, s.said_language
  from challenge.word_back w
  left join challenge.challenge c on c.id = w.challenge_id and ${heardBy(scope, 'c')}
  left join challenge.ending e on e.id = w.ending_id and ${heardOrAsked(scope, 'e')}
  left join challenge.tryout t on t.id = e.tryout_id and ${heardOrAsked(scope, 't')}
  left join community.place k on k.id = w.community_id
  left join people.named p on p.id = w.told_by
  left join lateral (
    ${own(scope, 'challenge', 'challenge', 'question')}
    union all ${own(scope, 'unknown', 'unknown', 'words')}
    union all ${own(scope, 'difference', 'difference', 'words')}
    union all ${own(scope, 'tryout', 'tryout', 'title')}
    union all ${own(scope, 'change', 'change', 'happened')}
    union all ${own(scope, 'sighting', 'sighting', 'words')}
  ) s on true`

/** What the asking person was told, the newest first, twenty a page. */
export const toldMe = (scope: MemberScope, page: number) => sql<ToldMe & { total: number }>`
  select told.*, count(*) over ()::int as total from (
    ${read(scope)} where w.person_id = ${scope.personId} and w.told_at is not null
      and w.told_by is distinct from ${scope.personId}
  ) told order by told.told_at desc, told.id desc limit 20 offset ${(page - 1) * 20}`

/** What the asking person was told since a moment, the newest first. */
export const toldMeSince = (scope: MemberScope, since: Date, limit: number) => sql<ToldMe>`
  ${read(scope)} where w.person_id = ${scope.personId} and w.told_at >= ${since}
    and w.told_by is distinct from ${scope.personId}
  order by w.told_at desc, w.id desc limit ${limit}`

/** One word told to the asking person. */
export const toldMeOne = (scope: MemberScope, id: number) => sql<ToldMe>`
  ${read(scope)} where w.id = ${id} and w.person_id = ${scope.personId} and w.told_at is not null`

/** Somebody's own words, to be shown beside what came of them. */
export interface Quote {
  readonly id: number
  readonly said: string
  readonly said_language: string
}

const theirs = (table: string, words: string) => sql`
  select w.id, ${sql.ref(`x.${words}`)} as said, x.language as said_language
  from challenge.word_back w join ${sql.table(`challenge.${table}`)} x on x.id = w.said_id and x.author_id = w.person_id`

/** What those of an ending said, as far as the asking person hears it, by the number of the word that answers it. */
export const quotesOf = (scope: MemberScope, ending: number) => {
  const hanging = (
    [
      ['unknown', 'words'],
      ['difference', 'words'],
      ['tryout', 'title'],
      ['change', 'happened'],
      ['sighting', 'words'],
    ] as const
  ).map(
    ([kind, words]) => sql`${theirs(kind, words)}
      where w.ending_id = ${ending} and w.said_kind = ${sql.lit(kind)} and w.named and ${heardOrAsked(scope, 'x')}`,
  )
  return sql<Quote>`${sql.join(hanging, sql` union all `)}
    union all ${theirs('challenge', 'question')}
      where w.ending_id = ${ending} and w.said_kind = 'challenge' and w.named and ${heardBy(scope, 'x')}`
}

/** Who was told by a fact, unless they told it themselves. As the reader of facts only. */
export const toldBy = (id: number) => sql<{ person_id: number }>`
  select w.person_id from challenge.word_back w
  where w.id = ${id} and w.told_at is not null and w.told_by is distinct from w.person_id`

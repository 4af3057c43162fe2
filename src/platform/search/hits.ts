// Asks the narrow index, always through the walls of the modules that own what is found.
import { type RawBuilder, sql } from 'kysely'
import { type SearchLanguage, searchLanguages } from './language.ts'
import { askedIn, askedTerms, type SearchQuery } from './question.ts'
import { tsquery } from './stemmer.ts'

/** A row that matches and that the reader may see. */
export interface Hit {
  kind: string
  id: number
  language: SearchLanguage
  rank: number
}

/** For each kind that may be found, a query for the `id` of the rows that the reader may see, each once. */
export type Walls = Record<string, RawBuilder<{ id: number }>>

/** So many of a kind are ranked at most, the newest; a word that stands in more of them says nothing. */
export const mostHits = 500

/**
 * The hits as a query to stand in a `with hit as (…)`: rows `(kind, id, language, rank)`, at most {@link mostHits} of
 * a kind, each already joined to its walled row. Order by `rank desc, id desc` for a stable order.
 */
export function hits(query: SearchQuery, walls: Walls): RawBuilder<Hit> {
  const matching = searchLanguages.map(
    (language) => sql`select kind, id, language from platform.search_index
      where language = ${sql.lit(language)} and lexemes @@ ${tsquery(language, sql`${askedIn(query, language) ?? null}::text`)}
        and kind = any(${Object.keys(walls)}::text[])`,
  )
  const seen = Object.entries(walls).map(
    ([kind, wall]) => sql`(select m.kind, m.id, m.language
      from (select * from matching where kind = ${kind} order by id desc offset 0) m join (${wall}) wall on wall.id = m.id
      order by m.id desc limit ${sql.lit(mostHits)})`,
  )
  return sql<Hit>`with matching as materialized (${sql.join(matching, sql` union all `)}),
    seen as (${sql.join(seen, sql` union all `)})
    ${query.match === 'all' ? rankedByNearness(query) : rankedByRarity(query)}`
}

/** All words are there: the closer together and the more in the title, the better. */
function rankedByNearness(query: SearchQuery): RawBuilder<Hit> {
  const ranks = searchLanguages.map((language) => {
    // A query of its own, so that the question is read once and not for every row.
    const asked = sql`(select ${tsquery(language, sql`${askedIn(query, language) ?? null}::text`)})`
    return sql`when ${sql.lit(language)} then ts_rank_cd(i.lexemes, ${asked}, 1) * ${closeness(query, language)}::float4`
  })
  return sql<Hit>`select s.kind, s.id, s.language, (case s.language ${sql.join(ranks, sql` `)} end)::float4 as rank
    from seen s join platform.search_index i on i.kind = s.kind and i.id = s.id and i.language = s.language`
}

/** Some words are there: a word that few of the seen rows have says more than one that all have. */
function rankedByRarity(query: SearchQuery): RawBuilder<Hit> {
  const terms = searchLanguages.map(
    (language) => sql`select ${sql.lit(language)} as language, ${tsquery(language, sql`term`)} as asked,
      ${closeness(query, language)}::float4 as closeness from unnest(${askedTerms(query, language).yes}::text[]) term`,
  )
  return sql<Hit>`, term as materialized (${sql.join(terms, sql` union all `)}),
    worth as materialized (
      select s.kind, s.id, s.language, t.asked::text as term, ts_rank(i.lexemes, t.asked, 1) * t.closeness as worth
      from seen s join platform.search_index i on i.kind = s.kind and i.id = s.id and i.language = s.language
      join term t on t.language = s.language and i.lexemes @@ t.asked
    ),
    rarity as (
      select language, term, ln(1 + (select count(*) from seen) / count(*)::float8) as rarity from worth group by 1, 2
    )
    select w.kind, w.id, w.language, sum(w.worth * r.rarity)::float4 as rank
    from worth w join rarity r on r.language = w.language and r.term = w.term group by 1, 2, 3`
}

const closeness = (query: SearchQuery, language: SearchLanguage) => (language === query.reader ? 1.25 : 1)

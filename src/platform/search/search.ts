// Searching as a page does it: first what was asked, and only when nothing is seen, what may have been meant.
import type { RawBuilder } from 'kysely'
import { type Hit, hits, type Walls } from './hits.ts'
import type { SearchLanguage } from './language.ts'
import { mistakesForgiven, nearest, withSwappedLetters } from './near.ts'
import { asksSomething, type SearchQuery } from './question.ts'
import { nearWords } from './store.ts'

/** Anything that answers a query: a `Tx`, or `{ rows: async (q) => (await db.read(scope, q))[0] }`. */
export interface Asks {
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>
}

/**
 * Runs `page` with the hits of the question; when it returns no row, once more with typing mistakes forgiven, and then
 * with any of the words. What leads to widening is what this reader sees, never whether
 * a word stands in a text that they may not read. `page` joins the hits to what it shows of them.
 */
export async function search<Row>(
  ask: Asks,
  query: SearchQuery,
  walls: Walls,
  page: (hit: RawBuilder<Hit>) => RawBuilder<Row>,
): Promise<{ rows: Row[]; query: SearchQuery }> {
  if (!asksSomething(query)) return { rows: [], query }
  const rows = await ask.rows(page(hits(query, walls)))
  if (rows.length > 0) return { rows, query }
  const wider = await widened(ask, query)
  const more = wider === query ? [] : await ask.rows(page(hits(wider, walls)))
  if (more.length > 0 || wider.terms.filter((term) => !term.without).length < 2) return { rows: more, query: wider }
  const any: SearchQuery = { ...wider, match: 'any' }
  return { rows: await ask.rows(page(hits(any, walls))), query: any }
}

/** The question with words of the vocabulary that are like its own; the same question when there are none. */
export async function widened(ask: Asks, query: SearchQuery): Promise<SearchQuery> {
  const asked = query.terms
    .filter((term) => !term.without)
    .flatMap((term) => term.words)
    .filter((word) => mistakesForgiven(word.length) > 0)
  if (asked.length === 0) return query
  const swapped = asked.flatMap((word) => withSwappedLetters(word).map((each) => ({ asked: word, word: each })))
  const known = await ask.rows(nearWords([...new Set(asked)], swapped))
  if (known.length === 0) return query
  const near = new Map<SearchLanguage, Map<string, string[]>>()
  for (const [language, words] of Map.groupBy(known, (each) => each.language as SearchLanguage)) {
    const perWord = Map.groupBy(words, (each) => each.asked)
    near.set(
      language,
      new Map(
        [...perWord].map(([word, like]) => [
          word,
          nearest(
            word,
            like.map((each) => each.word),
          ),
        ]),
      ),
    )
  }
  return { ...query, near }
}

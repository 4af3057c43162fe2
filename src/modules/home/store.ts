/** All SQL of home: what the modules found, put together and cut into pages. */
import { type RawBuilder, sql } from 'kysely'
import type { Hit } from '../../platform/search/hits.ts'
import { foundChallenges } from '../challenge/public.ts'
import { foundContributions } from '../dialogue/public.ts'
import { foundInExchange } from '../exchange/public.ts'
import { foundInLibrary } from '../library/public.ts'
import type { MemberScope } from '../people/contract.ts'

/** Something found: `text` is plain and shortened; `total` counts everything found that this reader may see. */
export interface FoundRow {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly total: number
}

/** What each module makes of a hit, and what it calls the hit's kind. The library calls its entries by kinds of their own. */
const finders = [
  { whose: 1, kind: sql`'entry'`, find: foundInLibrary },
  { whose: 2, kind: sql`kind`, find: foundChallenges },
  { whose: 3, kind: sql`kind`, find: foundContributions },
  { whose: 4, kind: sql`kind`, find: foundInExchange },
] as const

/**
 * One page over the hits of every module, the best first. The hits are found once; all that is seen is counted and
 * ordered; only those of the page are asked for their texts.
 */
export const everythingFound = (
  scope: MemberScope,
  hit: RawBuilder<Hit>,
  wanted: { kinds: readonly string[]; language: string; limit: number; offset: number },
) => {
  const every = sql<Hit>`select * from every_hit`
  const seen = finders.map(
    ({ whose, find }) =>
      sql`select ${sql.lit(whose)} as whose, kind, id, language, rank from (${find(scope, every)}) s`,
  )
  const shown = finders.map(({ whose, kind, find }) => {
    const those = sql<Hit>`select ${kind} as kind, id, language, rank from best where whose = ${sql.lit(whose)}`
    return sql`select kind, id, title, text, language, rank from (${find(scope, those)}) s`
  })
  return sql<FoundRow>`
    with every_hit as materialized (${hit}),
    best as materialized (
      select whose, kind, id, language, rank, count(*) over () as total from (${sql.join(seen, sql` union all `)}) found
      where (${wanted.kinds.length === 0} or kind = any(${[...wanted.kinds]}::text[]))
        and (${wanted.language} = '' or language = ${wanted.language})
      order by rank desc, id desc limit ${wanted.limit} offset ${wanted.offset}
    )
    select kind, id, title, text, language, (select max(total) from best) as total
    from (${sql.join(shown, sql` union all `)}) shown order by rank desc, id desc`
}

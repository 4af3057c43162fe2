/** All SQL of home: what the modules found, put together and cut into pages. */
import { type RawBuilder, sql } from 'kysely'
import type { Hit } from '../../platform/search/hits.ts'
import { foundChallenges } from '../challenge/public.ts'
import { foundContributions } from '../dialogue/public.ts'
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

/** One page over the hits of every module, the best first. */
export const everythingFound = (
  scope: MemberScope,
  hit: RawBuilder<Hit>,
  wanted: { kinds: readonly string[]; language: string; limit: number; offset: number },
) => sql<FoundRow>`
  with found as (
    select * from (${foundInLibrary(scope, hit)}) library
    union all select * from (${foundChallenges(scope, hit)}) challenges
    union all select * from (${foundContributions(scope, hit)}) said
  )
  select kind, id, title, text, language, count(*) over () as total from found
  where (${wanted.kinds.length === 0} or kind = any(${[...wanted.kinds]}::text[]))
    and (${wanted.language} = '' or language = ${wanted.language})
  order by rank desc, id desc limit ${wanted.limit} offset ${wanted.offset}`

/** SQL of what speaks to a need: open offers that share words with it, and the other way round. */
import { type RawBuilder, sql } from 'kysely'
import { hits } from '../../../../platform/search/hits.ts'
import { asksSomething, buildQuery } from '../../../../platform/search/question.ts'
import type { MemberScope } from '../../../people/contract.ts'
import type { Need, NeedLine } from '../contract.ts'
import { heard, lineColumns, tables } from './need.ts'

/** The two nearest of the other kind, by somebody else; nothing to ask when no word of it counts. */
export const speakingTo = (
  scope: MemberScope,
  need: Pick<Need, 'community_id' | 'kind' | 'words' | 'language' | 'author_id'>,
): RawBuilder<NeedLine> | undefined => {
  const query = { ...buildQuery(need.words, need.language), match: 'any' as const }
  if (!asksSomething(query)) return undefined
  const wall = sql<{ id: number }>`
    select n.id from exchange.need n
    where n.community_id = ${need.community_id} and n.kind <> ${need.kind} and n.state = 'open' and not n.waits
      and n.author_id <> ${need.author_id} and ${heard(scope)}`
  return sql<NeedLine>`
    with hit as (${hits(query, { need: wall })})
    select ${lineColumns} from ${tables} join hit on hit.id = n.id
    where hit.rank >= (select max(rank) / 2 from hit) order by hit.rank desc, n.id desc limit 2`
}

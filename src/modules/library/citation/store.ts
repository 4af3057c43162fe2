/** SQL of reference lists: entries as they are cited, in the order of such a list. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Filters } from '../contract.ts'
import type { Maker } from '../makers.ts'
import { bestText, within } from '../store.ts'
import type { Citable } from './item.ts'

/** An entry as it is cited; `total` counts all that were asked for. */
export interface CitedEntry extends Citable {
  readonly makers: readonly Maker[]
  readonly total: number
}

/** Entries by filters, and by a search when `hit` is given, sorted by who stands first, the year and the title. */
export const citedEntries = (
  scope: MemberScope,
  filters: Filters,
  language: string,
  page: { size: number; from: number },
  hit?: RawBuilder<unknown>,
) => sql<CitedEntry>`
  select e.slug, e.kind, e.version, e.published_at, e.invented, e.licence, e.community_name, e.reference,
    t.title, t.language, coalesce(made.makers, '[]') as makers, count(*) over ()::int as total
  from library.entry e
  join lateral (${bestText(filters.language ?? language)}) t on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('name', m.name, 'perspective', m.perspective) order by m.place) as makers,
      (array_agg(m.name order by m.place) filter (where m.name is not null))[1] as first
    from library.maker m where m.entry_id = e.id
  ) made on e.kind = 'story'
  where ${within(filters)} and ${heardBy(scope, 'e')}
    and (${filters.language ?? null}::text is null or t.language = ${filters.language ?? null})
    ${hit ? sql`and e.id in (select h.id from (${hit}) h where h.kind = 'entry')` : sql``}
  order by lower(coalesce(e.reference #>> '{author,0,family}', e.reference #>> '{author,0,literal}', made.first, e.community_name, 'ciranda')),
    coalesce(e.reference #>> '{issued,date-parts,0,0}', extract(year from e.published_at)::text), lower(t.title), e.id
  limit ${page.size} offset ${page.from}`

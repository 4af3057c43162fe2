/** SQL of the library's list for programs: every entry once, by its number, the newest first. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Filters } from '../contract.ts'
import { bestText, type EntryLine, within } from '../store.ts'

/** An entry as the list for programs shows it. */
export interface ListedEntry extends EntryLine {
  readonly licence: string
  readonly version: number
  readonly published_at: Date
}

/** Entries that fit the filters, the newest first, from below a number. */
export const entriesBelow = (
  scope: MemberScope,
  filters: Filters,
  language: string,
  part: { below: number; limit: number },
) => sql<ListedEntry>`
  select e.id, e.slug, e.kind, e.series, e.dimensions, e.invented, e.reference, e.licence, e.version, e.published_at,
    t.language, t.title, t.summary
  from library.entry e join lateral (${bestText(filters.language ?? language)}) t on true
  where e.id < ${part.below} and ${within(filters)} and ${heardBy(scope, 'e')}
    and (${filters.language ?? null}::text is null or t.language = ${filters.language ?? null})
  order by e.id desc limit ${part.limit}`

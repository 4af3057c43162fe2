/** Reads what a reader asked of the library: words, filters, a page number; anything odd means nothing asked. */
import { cleanText } from '../../platform/http/form.ts'
import { isLanguage } from '../../platform/words/words.ts'
import { type Dimension, dimensions, type EntryKind, entryKinds, type Filters } from './contract.ts'

/** How many entries stand on one page. */
export const pageSize = 20

/** What was asked. `page` counts from 1. */
export interface Asked {
  readonly q: string
  readonly filters: Filters
  readonly page: number
}

const oneOf = <T extends string>(value: string | undefined, all: readonly T[]): T | undefined =>
  all.find((one) => one === value)

/** Takes the query of an address apart. */
export const askedOf = (query: (name: string) => string | undefined): Asked => {
  const language = query('language')
  const page = Number(query('page') ?? 1)
  return {
    q: cleanText(query('q') ?? '')
      .slice(0, 400)
      .trim(),
    filters: {
      dimension: oneOf<Dimension>(query('dimension'), dimensions),
      kind: oneOf<EntryKind>(query('kind'), entryKinds),
      language: isLanguage(language) ? language : undefined,
    },
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** Whether anything was asked at all; otherwise the front is shown. */
export const asksAnything = ({ q, filters, page }: Asked): boolean =>
  q !== '' || page > 1 || Object.values(filters).some((value) => value !== undefined)

/** What was asked as the search part of an address. */
export const addressed = ({ q, filters }: Asked, page: number): Record<string, string | number | undefined> => ({
  q,
  dimension: filters.dimension,
  kind: filters.kind,
  language: filters.language,
  page: page > 1 ? page : undefined,
})

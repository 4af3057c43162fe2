/** What a search asks for, read from its address; anything odd means nothing special. */
import { isLanguage } from '../../platform/words/words.ts'

/** What may be looked for. */
export const searchKinds = ['story', 'entry', 'challenge', 'contribution', 'lent'] as const
/** A kind of thing to find. */
export type SearchKind = (typeof searchKinds)[number]

/** A search as it was asked. */
export interface SearchAsked {
  readonly q: string
  readonly kinds: readonly SearchKind[]
  readonly language: string
  readonly page: number
}

/** Reads the search part of an address. */
export const searchAsked = (search: URLSearchParams): SearchAsked => {
  const kinds = search.getAll('kind').flatMap((value) => value.split(','))
  const page = Number(search.get('page') ?? 1)
  const language = search.get('language') ?? ''
  return {
    q: (search.get('q') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 400),
    kinds: searchKinds.filter((kind) => kinds.includes(kind)),
    language: isLanguage(language) ? language : '',
    page: Number.isSafeInteger(page) && page > 0 && page < 1000 ? page : 1,
  }
}

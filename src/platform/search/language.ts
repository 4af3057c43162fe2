// The languages that search knows by their endings, and the one word under which it keeps all others.

/** `und` holds texts in any other language: their words are compared as they stand, without endings taken off. */
export const searchLanguages = ['en', 'pt', 'nl', 'de', 'sk', 'und'] as const
export type SearchLanguage = (typeof searchLanguages)[number]

/** The language under which a text is searched: `pt-BR` is `pt`, `fr` is `und`. Never fails. */
export function searchLanguage(tag: string): SearchLanguage {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  return searchLanguages.find((each) => each === primary) ?? 'und'
}

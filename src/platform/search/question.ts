// Reads what a person typed into the search field: words, "phrases", -minus words; any text at all is welcome.
import { wordsIn } from './folding.ts'
import { type SearchLanguage, searchLanguage } from './language.ts'
import { quoted, stemmerForm } from './lexemes.ts'
import { isStopWord } from './stop-words.ts'

const mostLetters = 400
const mostTerms = 12
const piece = /(-?)["“„»«]([^"“”„«»]*)["“”„«»]?|\S[^\s"“”„«»]*/gu

/** One thing asked for: a word, or several that stand in a row. */
export interface Term {
  words: string[]
  without: boolean
}

/** A question as the other functions take it. Make it with {@link buildQuery}. */
export interface SearchQuery {
  terms: Term[]
  reader: SearchLanguage
  /** The last word is still being typed, so it may be the beginning of a word. */
  typing: boolean
  /** `all` words must be there, or `any` of them. */
  match: 'all' | 'any'
  /** Words like a typed one, per language; they widen the question and are never shown. */
  near: ReadonlyMap<SearchLanguage, ReadonlyMap<string, string[]>>
}

/** Reads a question. Pure and total: signs, NUL bytes and 10,000 letters are all taken; the first 12 terms count. */
export function buildQuery(text: string, readerLanguage: string, options: { typing?: boolean } = {}): SearchQuery {
  const terms: Term[] = []
  for (const [all, minus, phrase] of text.slice(0, mostLetters).matchAll(piece)) {
    const words = [...wordsIn(phrase ?? all)].map((each) => each.folded)
    const without = phrase === undefined ? all.startsWith('-') : minus === '-'
    const together = phrase !== undefined || without ? [words] : words.map((each) => [each])
    terms.push(...together.filter((each) => each.length > 0).map((each) => ({ words: each, without })))
  }
  const typing = !!options.typing && /[\p{L}\p{N}]$/u.test(text)
  return {
    terms: terms.slice(0, mostTerms),
    reader: searchLanguage(readerLanguage),
    typing,
    match: 'all',
    near: new Map(),
  }
}

/** Whether there is anything to look for; a question of minus words alone finds nothing. */
export function asksSomething(query: SearchQuery): boolean {
  return query.terms.some((term) => !term.without)
}

/** The question as a tsquery text in one language, `undefined` when no word of it counts there. Pure. */
export function askedIn(query: SearchQuery, language: SearchLanguage): string | undefined {
  const { yes, no } = askedTerms(query, language)
  if (yes.length === 0) return undefined
  return [`(${yes.join(query.match === 'all' ? ' & ' : ' | ')})`, ...no.map((term) => `!(${term})`)].join(' & ')
}

/** What is wanted and what is not, each term as a tsquery text in one language. Pure. */
export function askedTerms(query: SearchQuery, language: SearchLanguage): { yes: string[]; no: string[] } {
  const wanted = termsIn(query, language, [language, query.reader])
  const asked = wanted.some((term) => !term.without) ? wanted : termsIn(query, language, [language])
  const last = query.terms.at(-1)
  const write = (term: Term) => written(term, language, query, query.typing && term.words.at(-1) === last?.words.at(-1))
  return {
    yes: asked.filter((term) => !term.without).map(write),
    no: asked.filter((term) => term.without).map(write),
  }
}

/** Common words fall away; inside a phrase only those that the index leaves out too, so that neighbours stay neighbours. */
function termsIn(query: SearchQuery, language: SearchLanguage, common: SearchLanguage[]): Term[] {
  return query.terms
    .map((term) => {
      const lists = term.words.length > 1 ? [language] : common
      return { ...term, words: term.words.filter((word) => !lists.some((list) => isStopWord(word, list))) }
    })
    .filter((term) => term.words.length > 0)
}

function written(term: Term, language: SearchLanguage, query: SearchQuery, beginning: boolean): string {
  const lexemes = (word: string, open: boolean) => {
    const like = term.without ? [] : (query.near.get(language)?.get(word) ?? [])
    const all = [...new Set([word, ...like].map((each) => quoted(stemmerForm(each, language))))]
    return all.map((each, index) => (open && index === 0 && word.length > 2 ? `${each}:*` : each)).join(' | ')
  }
  return `(${term.words.map((word, index) => `(${lexemes(word, beginning && index === term.words.length - 1)})`).join(' <-> ')})`
}

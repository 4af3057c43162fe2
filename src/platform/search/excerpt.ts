// The few lines of a text around what was found, with the found words told apart for marking.
import { roughStem } from './endings.ts'
import { type PlacedWord, wordsIn } from './folding.ts'
import { type SearchLanguage, searchLanguage } from './language.ts'
import type { SearchQuery } from './question.ts'
import { isStopWord } from './stop-words.ts'

/** A piece of an excerpt; `hit` pieces are found words, to be shown in `<mark>`. */
export interface Segment {
  text: string
  hit: boolean
}

/** Looking further into a very long text would take longer than finding it did. */
const mostRead = 60_000

/**
 * About `length` characters of a plain text (not Markdown, not HTML) around most of the found words, cut between
 * words, with `…` where something is left out. Without a found word it is the beginning. Pure.
 */
export function excerpt(text: string, query: SearchQuery, language: string, length = 160): Segment[] {
  const plain = text.slice(0, mostRead).replace(/\s+/g, ' ').trim()
  const found = foundWords(plain, query, searchLanguage(language))
  const [start, end] = window(plain, found, length)
  const segments: Segment[] = []
  const add = (piece: string, hit: boolean) => piece && segments.push({ text: piece, hit })
  let at = start
  if (start > 0) add('… ', false)
  for (const word of found.filter((each) => each.start >= start && each.end <= end)) {
    add(plain.slice(at, word.start), false)
    add(plain.slice(word.start, word.end), true)
    at = word.end
  }
  add(plain.slice(at, end), false)
  if (end < plain.length || text.length > mostRead) add(' …', false)
  return segments
}

function foundWords(plain: string, query: SearchQuery, language: SearchLanguage): PlacedWord[] {
  const wanted = new Set<string>()
  const beginnings: string[] = []
  const asked = query.terms.filter((term) => !term.without).flatMap((term) => term.words)
  for (const word of asked) {
    if (isStopWord(word, language)) continue
    for (const each of [word, ...(query.near.get(language)?.get(word) ?? [])]) wanted.add(roughStem(each, language))
  }
  const last = asked.at(-1)
  if (query.typing && last && last.length > 2) beginnings.push(last)
  return [...wordsIn(plain)].filter(
    ({ folded }) => wanted.has(roughStem(folded, language)) || beginnings.some((each) => folded.startsWith(each)),
  )
}

/** The stretch with the most found words, a little before the first of them, cut between words where there are some. */
function window(plain: string, found: PlacedWord[], length: number): [number, number] {
  if (plain.length <= length) return [0, plain.length]
  let best = 0
  let most = 0
  for (const [index, word] of found.entries()) {
    let count = 0
    while (found[index + count] && (found[index + count]?.end ?? 0) <= word.start + length * 0.75) count++
    if (count > most) [best, most] = [word.start, count]
  }
  const wish = Math.max(0, Math.min(best - Math.round(length / 4), plain.length - length))
  const start = wish === 0 ? 0 : between(plain, wish, best)
  return [start, start + length >= plain.length ? plain.length : betweenBack(plain, start + length, start + length / 2)]
}

function between(plain: string, wish: number, latest: number): number {
  const space = plain.indexOf(' ', wish)
  return space === -1 || space >= latest ? wholeCharacter(plain, wish) : space + 1
}

function betweenBack(plain: string, wish: number, earliest: number): number {
  const space = plain.lastIndexOf(' ', wish)
  return space <= earliest ? wholeCharacter(plain, wish) : space
}

/** Never in the middle of an emoji. */
function wholeCharacter(plain: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(plain.charAt(at)) ? at - 1 : at
}

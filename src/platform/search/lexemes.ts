// Turns a text into what the database indexes: its words for the database's stemmers, or Slovak lexemes made here.
import { foldedWordsIn } from './folding.ts'
import type { SearchLanguage } from './language.ts'
import { withPortugueseEndings } from './portuguese.ts'
import { slovakStem } from './slovak.ts'
import { isStopWord } from './stop-words.ts'

/** PostgreSQL refuses a vector of more than a megabyte; this many bytes of words stay far below it. */
const mostBytes = 300_000
/** Positions above this one are not kept apart by PostgreSQL, nor more than 255 of one lexeme. */
const lastPosition = 16_383
const mostPositions = 255

export type Weight = 'A' | 'B' | 'D'

/** The folded words of a text that are worth searching by, in order, at most 300 kB of them. Pure. */
export function searchWords(text: string, language: SearchLanguage): string[] {
  const words: string[] = []
  let bytes = 0
  for (const folded of foldedWordsIn(text)) {
    if (isStopWord(folded, language)) continue
    bytes += Buffer.byteLength(folded) + 1
    if (bytes > mostBytes) break
    words.push(folded)
  }
  return words
}

/** A folded word as the language's stemmer wants to meet it. Pure. */
export function stemmerForm(word: string, language: SearchLanguage): string {
  if (language === 'pt') return remembered(portugueseForms, word, withPortugueseEndings)
  if (language === 'sk') return remembered(slovakStems, word, slovakStem)
  return word
}

// The same few words make up most of what is written, and both rules try many endings on each.
const portugueseForms = new Map<string, string>()
const slovakStems = new Map<string, string>()
const mostRemembered = 20_000

function remembered(forms: Map<string, string>, word: string, make: (word: string) => string): string {
  const known = forms.get(word)
  if (known !== undefined) return known
  const made = make(word)
  if (forms.size >= mostRemembered) forms.clear()
  forms.set(word, made)
  return made
}

/** A tsvector literal (`'skol':1A,7 'ziak':2`) of texts with their weights. Pure. */
export function slovakVector(parts: { text: string; weight: Weight }[]): string {
  const places = new Map<string, string[]>()
  let position = 0
  for (const { text, weight } of parts) {
    for (const word of searchWords(text, 'sk')) {
      position = Math.min(position + 1, lastPosition)
      const lexeme = stemmerForm(word, 'sk')
      const known = places.get(lexeme) ?? []
      if (known.length < mostPositions) known.push(`${position}${weight}`)
      places.set(lexeme, known)
    }
  }
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`).join(' ')
}

/** A lexeme in quotes, for a tsvector or tsquery literal. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`
}

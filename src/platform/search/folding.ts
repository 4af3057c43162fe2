// Folding and splitting: the one way in which text and questions become plain words that search compares.

const longestWord = 40
const word = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu
const withoutDecomposition: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

const lettersOnly = /^[a-z0-9]+$/
const plain = /^[\0-\x7f]*$/

/** Lower case without accents: `Áno` and `ano` are the same word to search. Pure; any string is welcome. */
export function fold(text: string): string {
  // Most words of most texts need no more, and this is asked for every word.
  if (plain.test(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => withoutDecomposition[letter] ?? letter)
}

/** A word as it stands in a text, with its place (in UTF-16 units, `end` excluded) and its folded form. */
export interface PlacedWord {
  start: number
  end: number
  folded: string
}

/**
 * Every word of a text in order. Apostrophes inside a word are dropped (`child's` gives `childs`);
 * words longer than 40 characters are cut, so that no database limit can be met.
 */
export function* wordsIn(text: string): Generator<PlacedWord> {
  for (const found of text.matchAll(wordOf(text))) {
    const folded = foldedWord(found[0])
    if (folded) yield { start: found.index, end: found.index + found[0].length, folded }
  }
}

/** The same words without their places: an index of long texts asks for millions. */
export const foldedWordsIn = (text: string): string[] =>
  (text.match(wordOf(text)) ?? []).map(foldedWord).filter(Boolean)

const wordOf = (text: string): RegExp => (text.normalize('NFC') === text ? word : wordWithMarks)

function foldedWord(written: string): string {
  if (lettersOnly.test(written)) return cut(written)
  const whole = fold(written)
  return cut(lettersOnly.test(whole) ? whole : whole.replace(/[^\p{L}\p{N}]/gu, ''))
}

const wordWithMarks = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu

/** Cuts by characters, never through the middle of one. */
function cut(folded: string): string {
  return folded.length <= longestWord ? folded : [...folded].slice(0, longestWord).join('')
}

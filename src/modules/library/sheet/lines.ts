/** Breaks words into lines: two files make one word, so the width of each piece is asked for and no word is cut. */
import type { Run } from './blocks.ts'
import { cutByFile, type Face, type FontName } from './typeface.ts'

/** Words of one look on a line, `x` from the line's beginning; lengths in points. */
export interface Piece {
  readonly text: string
  readonly font: FontName
  readonly href?: string | undefined
  readonly x: number
  readonly width: number
}

/** One line. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
}

/** Says how wide a text is in a font, in points. */
export type Measure = (text: string, font: FontName) => number

interface Bit {
  readonly text: string
  readonly font: FontName
  readonly href?: string | undefined
}
type Word = readonly Bit[]

const faceOf = (run: Run, all: Face): Face => (run.bold ? 'bold' : run.italic ? 'italic' : all)

/** Words, each of one bit or more; `null` breaks the line. */
const wordsOf = (runs: readonly Run[], face: Face): (Word | null)[] => {
  const words: (Word | null)[] = []
  let word: Bit[] = []
  const close = () => {
    if (word.length > 0) words.push(word)
    word = []
  }
  for (const run of runs)
    for (const part of run.text.split(/(\n| +)/)) {
      if (part === '') continue
      if (part === '\n' || part.startsWith(' ')) close()
      if (part === '\n') words.push(null)
      else if (!part.startsWith(' '))
        word.push(...cutByFile(part, faceOf(run, face)).map((bit) => ({ ...bit, href: run.href })))
    }
  close()
  return words
}

/** A line's words as pieces, neighbours of one look joined so that each can be read and copied as a whole. */
const lineOf = (words: readonly Word[], measure: Measure): Line => {
  const joined: Bit[] = []
  for (const [i, word] of words.entries())
    for (const [j, bit] of word.entries()) {
      const space = i > 0 && j === 0
      const last = joined.at(-1)
      // A space belongs to the piece before it, unless a link would reach over it.
      if (last && last.font === bit.font && last.href === bit.href)
        joined[joined.length - 1] = { ...last, text: `${last.text}${space ? ' ' : ''}${bit.text}` }
      else {
        if (last && space && last.href === undefined) joined[joined.length - 1] = { ...last, text: `${last.text} ` }
        else if (space) joined.push({ text: ' ', font: bit.font })
        joined.push(bit)
      }
    }
  let x = 0
  const pieces = joined.map((bit) => {
    const width = measure(bit.text, bit.font)
    const piece = { ...bit, x, width }
    x += width
    return piece
  })
  return { pieces, width: x }
}

/** Sets runs in lines of at most `width`; a word wider than that stands alone. An empty text has no lines. */
export const linesOf = (runs: readonly Run[], width: number, measure: Measure, face: Face = 'regular'): Line[] => {
  const space = measure(' ', face)
  const wide = (word: Word) => word.reduce((sum, bit) => sum + measure(bit.text, bit.font), 0)
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const close = () => {
    lines.push(lineOf(words, measure))
    words = []
    used = 0
  }
  for (const word of wordsOf(runs, face)) {
    if (word === null) {
      close()
      continue
    }
    const more = wide(word)
    if (words.length > 0 && used + space + more > width) close()
    used += (words.length > 0 ? space : 0) + more
    words.push(word)
  }
  if (words.length > 0) close()
  return lines
}

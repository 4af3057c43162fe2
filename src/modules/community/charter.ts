/** The charter and the agreement: parts, lines and their states, and when a version may be settled. */
import type { Language } from '../../platform/words/words.ts'
import startingLines from './starting-lines.json' with { type: 'json' }

/** The parts of the two documents. */
export const parts = ['domain', 'community', 'practice', 'agreement'] as const
/** A part. */
export type Part = (typeof parts)[number]
/** The charter says who we are; the agreement how we treat each other. */
export type CharterDocument = 'charter' | 'agreement'
/** A line waits, is ours, or was struck. */
export type LineState = 'suggested' | 'kept' | 'struck'

/** A line as it stands. */
export interface Line {
  readonly id: number
  readonly part: Part
  readonly words: string
  readonly state: LineState
  readonly changed_at: Date
}

/** A line as a version remembers it. */
export interface SettledLine {
  readonly part: Part
  readonly words: string
}

/** The document that a part belongs to. */
export const documentOf = (part: Part): CharterDocument => (part === 'agreement' ? 'agreement' : 'charter')

/** The parts of a document, in their order. */
export const partsOf = (document: CharterDocument): readonly Part[] =>
  document === 'agreement' ? ['agreement'] : ['domain', 'community', 'practice']

/** The lines a community begins with, in its language: to keep, change or strike. */
export const startingLinesIn = (lang: Language): SettledLine[] =>
  parts.flatMap((part) => startingLines[lang][part].map((words) => ({ part, words })))

/** What a version would hold now: the lines that are ours. */
export const settledNow = (document: CharterDocument, lines: readonly Line[]): SettledLine[] =>
  lines
    .filter((line) => line.state === 'kept' && documentOf(line.part) === document)
    .map(({ part, words }) => ({ part, words }))

/** Whether two sets of lines say the same, in the same order. */
export const sameLines = (one: readonly SettledLine[], other: readonly SettledLine[]): boolean =>
  one.length === other.length &&
  one.every((line, index) => line.part === other[index]?.part && line.words === other[index]?.words)

/** The state of a document: empty, drafted, active, or being talked over again. */
export const stateOf = (
  now: readonly SettledLine[],
  last: readonly SettledLine[] | undefined,
): 'empty' | 'drafted' | 'active' | 'renegotiating' => {
  if (last) return sameLines(now, last) ? 'active' : 'renegotiating'
  return now.length === 0 ? 'empty' : 'drafted'
}

/** The sheets of paper: which there are, and what each asks with how many lines to write on. */

/** The sheets, in the order a community needs them. */
export const sheetNames = ['round', 'check', 'try-out'] as const
/** A sheet, as its address names it. */
export type SheetName = (typeof sheetNames)[number]

export const isSheet = (text: string): text is SheetName => sheetNames.includes(text as SheetName)

/** The parts of a try-out on paper, in the order they are filled in. */
export const tryoutParts = ['what', 'expect', 'stop', 'look', 'until', 'saw'] as const
/** A part of a try-out. */
export type TryoutPart = (typeof tryoutParts)[number]

/** How many lines there are under each part, so that all of them stand on one page in every language. */
export const linesOf: Record<TryoutPart, number> = { what: 2, expect: 2, stop: 2, look: 2, until: 1, saw: 3 }

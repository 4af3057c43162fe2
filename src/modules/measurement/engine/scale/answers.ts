/** The answers to the items of a scale: what lies outside the range is taken out, what is worded the other way is turned. */
import { counted, type Note, note } from '../note.ts'
import { type Refused, refused } from '../refused.ts'

/** All answers to one item, one for each respondent in the same order. NaN where nothing was answered. */
export interface ItemAnswers {
  readonly item: string
  readonly values: ArrayLike<number>
}

/** The lowest and the highest answer that the item offers. */
export interface AnswerRange {
  readonly min: number
  readonly max: number
}

/** An answer to an item worded the other way: `min + max - x`. Twice reversed is what it was. */
export const reversed = (answer: number, { min, max }: AnswerRange): number => min + max - answer

/** How the answers are to be read. `reverse` needs `range`. */
export interface AnswerRules {
  readonly range?: AnswerRange | undefined
  readonly reverse?: readonly string[] | undefined
}

/** Answers ready to be scored. */
export interface ReadyAnswers {
  readonly items: readonly { readonly item: string; readonly values: Float64Array; readonly reversed: boolean }[]
  readonly rows: number
  readonly notes: readonly Note[]
}

/**
 * Applies the rules; values outside the range become missing, which a note tells.
 * @returns Refused without items, for items named twice, columns of unequal length, an empty range, or a reverse key that
 * cannot be applied
 */
export const readyAnswers = (answers: readonly ItemAnswers[], rules: AnswerRules): ReadyAnswers | Refused => {
  const wrong = whatIsWrong(answers, rules)
  if (wrong) return refused(wrong)
  const reverse = new Set(rules.reverse)
  const notes: Note[] = []
  const items = answers.map(({ item, values }) => {
    const kept = within(item, values, rules.range, notes)
    const turn = rules.range && reverse.has(item) ? rules.range : undefined
    return { item, values: turn ? kept.map((answer) => reversed(answer, turn)) : kept, reversed: turn !== undefined }
  })
  if (rules.range && reverse.size > 0) {
    const { min, max } = rules.range
    notes.push(note('items', `Reversed as ${min} + ${max} - x: ${[...reverse].join(', ')}.`))
  }
  return { items, rows: items[0]?.values.length ?? 0, notes }
}

const whatIsWrong = (answers: readonly ItemAnswers[], { range, reverse = [] }: AnswerRules): string | undefined => {
  if (answers.length === 0) return 'A scale has at least one item.'
  const names = new Set(answers.map(({ item }) => item))
  if (names.size < answers.length) return 'Each item is named once.'
  if (new Set(answers.map(({ values }) => values.length)).size > 1) return 'All items have the same respondents.'
  if (range && !(range.min < range.max)) return 'The lowest answer is below the highest.'
  const unknown = reverse.find((item) => !names.has(item))
  if (unknown !== undefined) return `${unknown} cannot be reversed: it is not among the items.`
  if (reverse.length > 0 && !range) return 'To reverse an item, its lowest and highest answer must be known.'
  return undefined
}

const within = (item: string, values: ArrayLike<number>, range: AnswerRange | undefined, notes: Note[]) => {
  const kept = Float64Array.from(values)
  if (!range) return kept.map((answer) => (Number.isFinite(answer) ? answer : Number.NaN))
  const outside: number[] = []
  kept.forEach((answer, row) => {
    if (answer >= range.min && answer <= range.max) return
    if (!Number.isNaN(answer)) outside.push(answer)
    kept[row] = Number.NaN
  })
  if (outside.length > 0) {
    const which = [...new Set(outside)].slice(0, 3).join(', ')
    const says = `${counted(outside.length, 'answer')} to ${item} outside ${range.min} to ${range.max} (${which}) taken as missing.`
    notes.push(note('items', says))
  }
  return kept
}

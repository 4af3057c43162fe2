/** What somebody would like to show: cells about groups of respondents, in tables, over filters, waves and time. */

/** Answers that are counted or averaged, or words that people wrote. */
export type AnswerKind = 'closed' | 'text'

/** At least so many respondents stand behind whatever is shown. */
export const LEAST: Readonly<Record<AnswerKind, number>> = { closed: 5, text: 10 }

/**
 * A group about which something is shown: a count, a mean, shares, quotations. The same `id` in two tables is the same
 * cell. Respondents are opaque codes; they never leave the engine.
 */
export interface Cell {
  readonly id: string
  readonly respondents: ReadonlySet<string>
}

/**
 * Cells that stand beside each other: a whole and some of its parts. Without `whole` all cells together are the whole,
 * which readers are assumed to know (how many answered is said on every page) although it is no cell.
 *
 * `about` names the answers that the cells are made of: one name for each question and wave ("trust, autumn"), several for
 * a score on many questions or a change between waves. Only what is about the same answers can be subtracted; a fact that
 * stays the same from wave to wave (a role) keeps one name over all waves.
 */
export interface Table {
  readonly id: string
  readonly about: readonly string[]
  readonly kind: AnswerKind
  readonly whole?: Cell
  readonly cells: readonly Cell[]
}

/** The respondents of the whole. */
export const wholeOf = ({ whole, cells }: Table): ReadonlySet<string> =>
  whole?.respondents ?? new Set(cells.flatMap(({ respondents }) => [...respondents]))

/** Whether each respondent of the whole is in exactly one of the cells. */
export const isPartition = (table: Table): boolean => {
  const whole = wholeOf(table)
  const all = table.cells.flatMap(({ respondents }) => [...respondents])
  return (
    all.length === whole.size && all.every((respondent) => whole.has(respondent)) && new Set(all).size === whole.size
  )
}

/** A round in a meeting: everybody present once, a pass is an answer, whoever leaves is not waited for. */

/** Somebody in the circle, in the order of coming in. `person` is missing for a guest on paper. */
export interface InCircle {
  readonly id: number
  readonly person_id: number | null
  readonly left_at: Date | null
}

/** What somebody said or passed in one part. */
export interface Turn {
  readonly present_id: number
  readonly passed: boolean
}

/** How somebody stands in a round. */
export type Standing = 'heard' | 'passed' | 'waiting' | 'left'

/** How everybody stands, in the order of the circle. Whoever left keeps what they said. */
export const standings = <One extends InCircle>(
  circle: readonly One[],
  turns: readonly Turn[],
): readonly { readonly one: One; readonly stands: Standing }[] => {
  const taken = new Map(turns.map((turn) => [turn.present_id, turn.passed ? 'passed' : 'heard'] as const))
  return circle.map((one) => ({ one, stands: taken.get(one.id) ?? (one.left_at ? 'left' : 'waiting') }))
}

/** Who has not had a turn yet and is still here. */
export const waiting = <One extends InCircle>(circle: readonly One[], turns: readonly Turn[]): One[] =>
  standings(circle, turns).flatMap(({ one, stands }) => (stands === 'waiting' ? [one] : []))

/** Who is offered the turn: the asking person where they wait, otherwise the next around the circle. */
export const offered = <One extends InCircle>(
  circle: readonly One[],
  turns: readonly Turn[],
  me: number | null,
): One | undefined => {
  const open = waiting(circle, turns)
  return open.find(({ person_id }) => person_id !== null && person_id === me) ?? open[0]
}

/** Whether everybody was heard or passed. */
export const isWhole = (circle: readonly InCircle[], turns: readonly Turn[]): boolean =>
  waiting(circle, turns).length === 0

/** Who may mend an entry: who said it, or who wrote it down. */
export const mayMend = (
  me: number | null,
  entry: { readonly person_id: number | null; readonly written_by: number | null },
): boolean => me !== null && (entry.person_id === me || entry.written_by === me)

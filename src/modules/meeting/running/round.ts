/** A round in a meeting: everybody present once, a pass is an answer, whoever leaves is not waited for. */
import { nextInCircle, silent } from '../../dialogue/public.ts'

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

/** Who has not had a turn yet and is still here: by the rules of every round, in a meeting as in a conversation. */
export const waiting = <One extends InCircle>(circle: readonly One[], turns: readonly Turn[]): One[] =>
  silent(seatsOf(circle, turns)).map(({ one }) => one)

const seatsOf = <One extends InCircle>(circle: readonly One[], turns: readonly Turn[]) => {
  const taken = new Map(turns.map((turn) => [turn.present_id, turn.passed ? 'passed' : 'said'] as const))
  return circle.map((one, place) => ({
    one,
    seat: one.id,
    place,
    gone: one.left_at !== null,
    took: taken.get(one.id) ?? null,
    later: null,
  }))
}

/** Who is offered the turn: the asking person where they wait, otherwise the next around the circle. */
export const offered = <One extends InCircle>(
  circle: readonly One[],
  turns: readonly Turn[],
  me: number | null,
): One | undefined => {
  const seats = seatsOf(circle, turns)
  const mine = silent(seats).find(({ one }) => one.person_id !== null && one.person_id === me)
  return (mine ?? nextInCircle(seats))?.one
}

/** Whether everybody was heard or passed. */
export const isWhole = (circle: readonly InCircle[], turns: readonly Turn[]): boolean =>
  waiting(circle, turns).length === 0

/** Who may mend an entry: who said it, or who wrote it down. */
export const mayMend = (
  me: number | null,
  entry: { readonly person_id: number | null; readonly written_by: number | null },
): boolean => me !== null && (entry.person_id === me || entry.written_by === me)

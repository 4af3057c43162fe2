/** Whether one person's change is larger than what the instrument's own inexactness would give. */

/** Beyond this many standard errors of a difference a change is called reliable (95%). */
const BEYOND = 1.96

/** One person's reliable change index. */
export interface PersonChange {
  readonly id: string
  readonly change: number
  readonly index: number
  readonly reliable: 'up' | 'down' | 'no'
}

/** Everybody's, with counts. For the persons themselves: never shown to others. */
export interface ReliableChange {
  readonly alpha: number
  /** Standard deviation of the wave before. */
  readonly sd: number
  /** Standard error of a difference: sd * sqrt(2(1 - alpha)). */
  readonly standardError: number
  readonly up: number
  readonly unchanged: number
  readonly down: number
  readonly perPerson: readonly PersonChange[]
}

/**
 * Reliable change index: change / (SD * sqrt(2(1 - alpha))).
 * Jacobson, N. S., & Truax, P. (1991). Clinical significance. Journal of Consulting and Clinical Psychology, 59, 12-19.
 * @returns null when the reliability is not in 0 to below 1 or nothing varied before
 */
export const reliableChangeIndex = (change: number, sd: number, alpha: number): number | null =>
  alpha >= 0 && alpha < 1 && sd > 0 ? change / (sd * Math.sqrt(2 * (1 - alpha))) : null

/** The index of each person, and how many changed beyond error. */
export const reliableChangeOf = (
  ids: readonly string[],
  changes: readonly number[],
  sd: number | null,
  alpha: number | undefined,
): ReliableChange | null => {
  if (alpha === undefined || sd === null || reliableChangeIndex(0, sd, alpha) === null) return null
  const perPerson = ids.map((id, at): PersonChange => {
    const change = changes[at] ?? 0
    const index = reliableChangeIndex(change, sd, alpha) ?? 0
    return { id, change, index, reliable: index > BEYOND ? 'up' : index < -BEYOND ? 'down' : 'no' }
  })
  const count = (reliable: PersonChange['reliable']) => perPerson.filter((one) => one.reliable === reliable).length
  const standardError = sd * Math.sqrt(2 * (1 - alpha))
  return { alpha, sd, standardError, up: count('up'), unchanged: count('no'), down: count('down'), perPerson }
}

/** How long a letter is tried when the mail server does not take it: soon at first, then every four hours, for five days. */

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const waits: readonly number[] = [2, 5, 15, 30, 60, 120]
const LONGEST_MINUTES = 240

/** Days after which a letter is given up; its notices stay on the person's page. */
export const PATIENCE_DAYS = 5

/** When to try again after so many tries, or nothing when it is enough. `chance` from 0 to 1 keeps letters from coming back together. */
export const nextTry = (tries: number, begunAt: Date, now: Date, chance: number): Date | undefined => {
  if (now.getTime() - begunAt.getTime() > PATIENCE_DAYS * DAY_MS) return undefined
  const minutes = waits[tries - 1] ?? LONGEST_MINUTES
  return new Date(now.getTime() + minutes * MINUTE_MS * (0.8 + 0.4 * chance))
}

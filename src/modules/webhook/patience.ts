/** How long a webhook is tried: soon again at first, then ever more rarely, and after about a day no more. */

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Minutes between one try and the next: eight tries in a little over twenty-two hours. */
export const waits: readonly number[] = [1, 5, 15, 60, 180, 360, 720]

/**
 * When to try again after `tries` tries that failed, or nothing when it is enough.
 * `chance` between 0 and 1 moves it by up to a fifth, so that what failed together does not come back together.
 */
export const nextTry = (tries: number, queuedAt: Date, now: Date, chance: number): Date | undefined => {
  const wait = waits[tries - 1]
  if (wait === undefined) return undefined
  const at = new Date(now.getTime() + wait * MINUTE_MS * (0.8 + 0.4 * chance))
  // A receiver that was never tried before because it rested does not get a second day.
  return at.getTime() - queuedAt.getTime() <= 1.25 * DAY_MS ? at : undefined
}

const FAILS_FOR_MS = 3 * DAY_MS

/** Whether a webhook that has not taken anything since then is paused. */
export const isPaused = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= FAILS_FOR_MS

/** How long a receiver rests that did not answer at all, in milliseconds: as long as it has been failing, a quarter of an hour at most. */
export const restOf = (failingSince: Date, now: Date): number =>
  Math.min(15 * MINUTE_MS, Math.max(MINUTE_MS, now.getTime() - failingSince.getTime()))

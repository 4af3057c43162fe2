/** A person's own last visit to a conversation: from where on it is new to them. Known to nobody else. */

const TWO_HOURS_MS = 2 * 3600 * 1000

/** A visit: numbers that grow with what is heard, and when it began. */
export interface Visit {
  /** The newest there was. */
  readonly seen: number
  /** The newest of the visit before: what is above it is new. */
  readonly before: number
  /** When it began, in milliseconds. */
  readonly began: number
}

/**
 * The visit as it stands when somebody comes at `now` and `newest` is there: the same one goes on for two hours, so that
 * what is new stays new while one reads. At the first visit of all nothing is new, for everything is.
 */
export const visitNow = (last: Visit | null, newest: number, now: Date): Visit => {
  if (!last) return { seen: newest, before: newest, began: now.getTime() }
  const seen = Math.max(last.seen, newest)
  const goesOn = now.getTime() - last.began < TWO_HOURS_MS
  if (goesOn) return { ...last, seen }
  return { seen, before: last.seen, began: now.getTime() }
}

/** Whether there is anything to keep: nothing is written for a page on which nothing is new. */
export const isWorthKeeping = (last: Visit | null, newest: number): boolean => !last || newest > last.seen

/** Whether something is new to them. */
export const isAnythingNew = (last: Visit | null, newest: number, now: Date): boolean =>
  newest > visitNow(last, newest, now).before

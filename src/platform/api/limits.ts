/** How many requests a caller may send in a minute, counted in this process: a program in a loop must not slow a school. */
import type { Clock } from '../clock/clock.ts'

/** What one kind of caller may send in a minute. */
export const perMinute = { program: 600, visitor: 300 } as const
const WINDOW_MS = 60_000
const MOST_CALLERS = 20_000

/** What is left to a caller after this request; `reset` in seconds. */
export interface Left {
  readonly limit: number
  readonly remaining: number
  readonly reset: number
  readonly within: boolean
}

/** Counts requests by caller in windows of a minute. */
export const callLimits = (clock: Clock): ((caller: string, limit: number) => Left) => {
  const windows = new Map<string, { since: number; count: number }>()
  return (caller, limit) => {
    const now = clock.now().getTime()
    const known = windows.get(caller)
    const fresh = !known || now - known.since >= WINDOW_MS || now < known.since
    const window = fresh ? { since: now, count: 0 } : known
    if (fresh) {
      // The oldest stand first: as many as are over are forgotten before a new one comes in.
      windows.delete(caller)
      for (const [name, { since }] of windows) {
        if (now - since < WINDOW_MS && windows.size < MOST_CALLERS) break
        windows.delete(name)
      }
      windows.set(caller, window)
    }
    window.count += 1
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      reset: Math.ceil((window.since + WINDOW_MS - now) / 1000),
      within: window.count <= limit,
    }
  }
}

/** The headers that tell a caller what is left. */
export const leftHeaders = (left: Left): Record<string, string> => ({
  'ratelimit-limit': String(left.limit),
  'ratelimit-remaining': String(left.remaining),
  'ratelimit-reset': String(left.reset),
})

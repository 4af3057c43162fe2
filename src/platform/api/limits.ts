/** How many requests a caller may send in a minute: a program in a loop must not slow a school. */
import type { Clock } from '../clock/clock.ts'

/** What one kind of caller may send in a minute. */
export const perMinute = { program: 600, visitor: 300 } as const
/** A window, in milliseconds. */
export const WINDOW_MS = 60_000
const MOST_CALLERS = 20_000

/** What is left to a caller after this request; `reset` in seconds. */
export interface Left {
  readonly limit: number
  readonly remaining: number
  readonly reset: number
  readonly within: boolean
}

/** Counts requests by caller in windows of a minute, and what other processes counted. */
export interface CallLimits {
  count(caller: string, limit: number): Left
  /** What was counted here and told nobody yet; it is told now. */
  untold(): Map<string, number>
  /** What all processes have counted of callers. */
  learn(all: readonly { readonly caller: string; readonly since: Date; readonly count: number }[]): void
}

interface Window {
  since: number
  count: number
  untold: number
}

/** Counts in this process; what others count comes by `learn`. */
export const callLimits = (clock: Clock): CallLimits => {
  const windows = new Map<string, Window>()
  const count: CallLimits['count'] = (caller, limit) => {
    const now = clock.now().getTime()
    const known = windows.get(caller)
    const fresh = !known || now - known.since >= WINDOW_MS || now < known.since
    const window = fresh ? { since: now, count: 0, untold: 0 } : known
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
    window.untold += 1
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      reset: Math.ceil((window.since + WINDOW_MS - now) / 1000),
      within: window.count <= limit,
    }
  }
  return {
    count,
    untold: () => {
      const own = [...windows].filter(([, { untold }]) => untold > 0)
      const told = new Map(own.map(([caller, { untold }]) => [caller, untold]))
      for (const [, window] of own) window.untold = 0
      return told
    },
    learn: (all) => {
      for (const { caller, since, count: counted } of all) {
        const window = windows.get(caller)
        if (!window) continue
        window.since = since.getTime()
        // What came while the others were asked is not among theirs.
        window.count = counted + window.untold
      }
    },
  }
}

/** The headers that tell a caller what is left. */
export const leftHeaders = (left: Left): Record<string, string> => ({
  'ratelimit-limit': String(left.limit),
  'ratelimit-remaining': String(left.remaining),
  'ratelimit-reset': String(left.reset),
})

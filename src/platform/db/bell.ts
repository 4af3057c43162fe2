/** Rings after commits: many announcements of one moment become one NOTIFY, outside any transaction of theirs. */
import type pg from 'pg'

const TOGETHER_MS = 25

/** Tells the listeners of channels that something was committed. Nothing is lost with it: readers also look by themselves. */
export interface Bell {
  ring(channels: Iterable<string>): void
  /** Rings no more; waits for what is on its way. */
  still(): Promise<void>
}

/**
 * A bell over a pool. It sounds at once, and then not again for a moment, in which announcements gather.
 * NOTIFY inside a transaction would make commits queue up one behind the other.
 */
export const bellOver = (pool: pg.Pool): Bell => {
  const waiting = new Set<string>()
  let resting: NodeJS.Timeout | undefined
  let sounding: Promise<unknown> = Promise.resolve()
  const sound = () => {
    resting = undefined
    if (waiting.size === 0) return
    const channels = [...waiting]
    waiting.clear()
    resting = setTimeout(sound, TOGETHER_MS)
    sounding = pool
      .query("select pg_notify(channel, '') from unnest($1::text[]) channel", [channels])
      .catch(() => undefined)
  }
  return {
    ring: (channels) => {
      for (const channel of channels) waiting.add(channel)
      if (resting === undefined) sound()
    },
    still: async () => {
      clearTimeout(resting)
      waiting.clear()
      await sounding
    },
  }
}

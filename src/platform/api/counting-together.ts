/** Several processes count calls as one: each tells now and then what it has counted, and hears what all have. */
import type { Database } from '../db/database.ts'
import { type CallLimits, WINDOW_MS } from './limits.ts'
import { addCalls } from './store.ts'

// So long may a caller go beyond the limit by asking several processes; a request itself writes nothing.
const TELL_MS = 2_000

/** Tells the others what was counted, and learns what they have. */
export const tellOthers = async (db: Database, limits: CallLimits): Promise<void> => {
  const untold = limits.untold()
  if (untold.size === 0) return
  const named = new Map([...untold].map(([caller, count]) => [`calls ${caller}`, count]))
  const counted = await db.asSystem('call-limits', (tx) => tx.rows(addCalls(named, WINDOW_MS / 1000, tx.now)))
  limits.learn(counted.map(({ key, since, count }) => ({ caller: key.slice('calls '.length), since, count })))
}

/** Limits that are counted together: to be called as `limits` are. While nobody calls, nothing is told. */
export const countedTogether = (db: Database, limits: CallLimits): CallLimits['count'] => {
  let telling = false
  const tell = async () => {
    telling = false
    // A database that is away is told of elsewhere; this minute each then counts alone.
    await tellOthers(db, limits).catch(() => undefined)
  }
  return (caller, limit) => {
    if (!telling) setTimeout(tell, TELL_MS).unref()
    telling = true
    return limits.count(caller, limit)
  }
}

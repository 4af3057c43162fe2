/** Looks for new facts while somebody listens: when it is woken, and each second by itself; none is missed, none comes twice. */
import type { Database, Tx } from '../db/database.ts'
import { report } from '../telemetry/report.ts'
import type { LiveFact } from './source.ts'
import { factsFrom, horizonNow, type Seen } from './store.ts'

const LOOK_EVERY_MS = 1000

/** The eye of one process. */
export interface Eye {
  /** From here on nothing is missed, until `close`. */
  open(): Promise<void>
  /** There may be something new. */
  wake(): void
  close(): void
}

/** What is seen, and what is done with it. */
export interface Seeing<T> {
  /** The facts that count. */
  readonly kinds: readonly string[]
  /** What new facts mean, in the transaction that reads them; in the order of their transactions as far as they are seen. */
  read(tx: Tx, facts: readonly LiveFact[]): Promise<T>
  tell(meaning: T): void
}

/** An eye that is still closed. */
export const openEye = <T>(db: Pick<Database, 'asSystem'>, { kinds, read, tell }: Seeing<T>): Eye => {
  let from: number | undefined
  let opening: Promise<void> | undefined
  let looking = false
  let due = false
  let timer: NodeJS.Timeout | undefined
  // Above the horizon some are seen and others may still appear: remembered until the horizon passes them.
  const told = new Map<number, number>()

  const remember = (fresh: readonly Seen[], horizon: number) => {
    from = horizon
    for (const { id, xid } of fresh) told.set(id, xid)
    for (const [id, xid] of told) if (xid < horizon) told.delete(id)
  }
  const look = async (begun: number) => {
    await db.asSystem('facts', async (tx) => {
      const { facts, horizon } = await factsFrom(tx, kinds, begun)
      const fresh = facts.filter(({ id }) => !told.has(id))
      const meaning = fresh.length > 0 ? await read(tx, fresh) : undefined
      // Closed, and perhaps opened anew, meanwhile.
      if (from !== begun) return
      remember(fresh, horizon)
      // Before the transaction has ended: it only reads.
      if (meaning !== undefined) tell(meaning)
    })
  }
  const wake = () => {
    due = true
    if (looking) return
    looking = true
    void (async () => {
      while (due && from !== undefined) {
        due = false
        await look(from).catch((error) => report('live pages', error))
      }
      looking = false
    })()
  }
  const begin = async () => {
    const horizon = await db.asSystem('facts', horizonNow)
    from = horizon
    clearInterval(timer)
    timer = setInterval(wake, LOOK_EVERY_MS)
    timer.unref()
  }
  return {
    open: () => {
      opening ??= begin().catch((error) => {
        opening = undefined
        throw error
      })
      return opening
    },
    wake,
    close: () => {
      clearInterval(timer)
      from = undefined
      opening = undefined
      told.clear()
    },
  }
}

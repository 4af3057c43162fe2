/** Whether this process can serve now: the database answers, its steps are taken, the queue runs. */
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { migrationsOf } from '../db/migrate.ts'

/** Ready, or what is in the way; never an address or a secret. */
export interface Readiness {
  readonly ready: boolean
  readonly reasons: readonly string[]
}

const PATIENCE_MS = 2_000

const stepsTaken = sql<{ name: string }>`select name from public.ciranda_migration`
const nothing = sql<{ one: number }>`select 1 as one`

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('late')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Answers the question, one database at a time: whoever asks meanwhile gets the same answer.
 * @param queueRuns whether this process's runner of the queue is alive; nothing where another process runs it
 */
export const readinessOf = (
  db: Database,
  queueRuns?: () => boolean,
  patience: number = PATIENCE_MS,
): (() => Promise<Readiness>) => {
  let needed: readonly string[] | undefined
  let asking: Promise<Readiness> | undefined
  const ask = async (): Promise<Readiness> => {
    needed ??= migrationsOf().map(({ name }) => name)
    const reasons = queueRuns?.() === false ? ['the queue is not running'] : []
    try {
      const [taken] = await within(
        patience,
        Promise.all([
          db.asSystem('telemetry', (tx) => tx.rows(stepsTaken)),
          // As the web's role, which has connections and rights of its own.
          db.read({ personId: null }, nothing),
        ]),
      )
      const known = new Set(taken.map(({ name }) => name))
      const missing = needed.filter((name) => !known.has(name)).length
      // A newer form is no reason: while versions change, the old one serves until the new one does.
      if (missing > 0) reasons.push(`steps of the database are missing: ${missing}`)
    } catch {
      reasons.push('the database does not answer')
    }
    return { ready: reasons.length === 0, reasons }
  }
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
}

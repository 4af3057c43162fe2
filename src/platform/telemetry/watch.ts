/** Everything that looks on while Ciranda runs, put together: log, slow things, figures. */
import type { MiddlewareHandler } from 'hono'
import { type Watching, watchDatabase } from './database-watch.ts'
import { openLog } from './lines.ts'
import type { Metrics } from './metrics.ts'
import { watchRequests } from './requests.ts'
import type { Wanted } from './wanted.ts'

/** The observers, each for its place. */
export interface Watch {
  readonly database: Watching
  readonly requests: MiddlewareHandler
  /** A job of the queue has ended. */
  readonly job: (task: string, ended: 'done' | 'failed', seconds: number) => void
  /** There only where somebody may fetch them. */
  readonly metrics: Metrics | undefined
  /** Writes what is still to be written. */
  flush(): void
}

/** Begins to look on. `say` takes one or several whole lines of the log. */
export const openWatch = async (wanted: Wanted, say: (lines: string) => void): Promise<Watch> => {
  const log = openLog(wanted.log, say)
  const asked = wanted.metricsPort !== undefined || wanted.metricsToken !== undefined
  // Read from disk only where it is needed.
  const metrics = asked ? (await import('./metrics.ts')).openMetrics() : undefined
  return {
    database: watchDatabase(log, wanted.slowMs, () => metrics?.database),
    requests: watchRequests(log, () => metrics?.requests),
    job: (task, ended, seconds) => metrics?.job(task, ended, seconds),
    metrics,
    flush: log.flush,
  }
}

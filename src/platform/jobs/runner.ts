/** Runs the queue: every module registers its tasks, one runner a process takes them. */
import { Logger, makeWorkerUtils, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { during } from '../telemetry/doing.ts'
import { report } from '../telemetry/report.ts'

/** A task by name. It runs as the owner, outside any walls, and must be safe to run twice. */
export type Tasks = Record<string, (payload: Record<string, unknown>) => Promise<void>>

const quiet = new Logger(() => (level, message, meta) => {
  if (level !== 'error') return
  const { error, job } = (meta ?? {}) as { error?: unknown; job?: { task_identifier?: string } }
  // The queue's own sentence quotes the fault's, and a mail server's fault quotes an address.
  report(job?.task_identifier ? `job ${job.task_identifier}` : 'job', error ?? new Error(message))
})

/** Told when a job has ended; seconds. */
export type JobEnded = (task: string, ended: 'done' | 'failed', seconds: number) => void

const watched =
  (name: string, task: (payload: Record<string, unknown>) => Promise<void>, told: JobEnded) =>
  async (payload: unknown): Promise<void> => {
    const begun = performance.now()
    let ended: 'done' | 'failed' = 'failed'
    try {
      await during({ name: () => `job ${name}`, databaseMs: 0 }, () => task(payload as Record<string, unknown>))
      ended = 'done'
    } finally {
      told(name, ended, (performance.now() - begun) / 1000)
    }
  }

/** Lays the queue's tables; safe to repeat. */
export const prepareQueue = async (databaseUrl: string): Promise<void> => {
  const queue = await makeWorkerUtils({ connectionString: databaseUrl, logger: quiet })
  await queue.migrate()
  await queue.release()
}

/** A pool of the queue's own. A connection that the database ends, as it does when it stops, is no fault of ours. */
const poolOf = (databaseUrl: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Starts taking jobs; `cron` lines name tasks that time itself calls. */
export const startRunner = async (
  databaseUrl: string,
  tasks: Tasks,
  cron: string,
  told: JobEnded = () => undefined,
): Promise<Pick<Runner, 'stop' | 'promise'>> => {
  const pgPool = poolOf(databaseUrl)
  const runner = await run({
    pgPool,
    // More than there are connections: some tasks wait for other machines.
    concurrency: 4,
    noHandleSignals: true,
    logger: quiet,
    crontab: cron,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, watched(name, task, told)])),
  })
  return {
    promise: runner.promise,
    stop: () => runner.stop().finally(() => pgPool.end()),
  }
}

/** How the queue stands: what waits, what failed, what hangs. As the owner only. */
import { sql } from 'kysely'

/** The jobs of one task. Ages are seconds. */
export interface QueueRow {
  readonly task: string
  /** Due, and nobody has taken them. */
  readonly waiting: number
  /** How long the oldest of those has waited. */
  readonly oldest: number
  readonly later: number
  readonly running: number
  /** How long the longest of those has run. */
  readonly longest: number
  /** Failed at least once and to be tried again. */
  readonly retrying: number
  /** Failed for good. */
  readonly failed: number
}

/** Each task's jobs; tasks without any are left out. */
export const queueRows = (now: Date) => sql<QueueRow>`
  with job as (
    select task_identifier as task, locked_at, attempts,
      attempts >= max_attempts and locked_at is null as failed, run_at <= ${now} as due, run_at
    from graphile_worker.jobs)
  select task,
    count(*) filter (where due and locked_at is null and not failed) as waiting,
    coalesce(extract(epoch from ${now}::timestamptz - min(run_at) filter (where due and locked_at is null and not failed)), 0)::float8 as oldest,
    count(*) filter (where not due and not failed) as later,
    count(*) filter (where locked_at is not null) as running,
    coalesce(extract(epoch from ${now}::timestamptz - min(locked_at)), 0)::float8 as longest,
    count(*) filter (where attempts > 0 and locked_at is null and not failed) as retrying,
    count(*) filter (where failed) as failed
  from job group by task order by task`

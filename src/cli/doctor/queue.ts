/** Whether the queue moves: nothing waits for long, nothing failed for good, readers of facts keep up. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { type QueueRow, queueRows } from '../../platform/telemetry/queue.ts'
import { broken, type Finding, fine, look, spanOf } from './finding.ts'

const LONG_WAIT = 300
const LONG_RUN = 4 * 3600

interface ReaderRow {
  readonly name: string
  /** Seconds since the oldest fact it has not read. */
  readonly behind: number | null
}

/** @param serving whether a server of Ciranda runs that should take jobs; undefined when that cannot be known */
export const examineQueue = async (tx: Tx, serving: boolean | undefined): Promise<Finding[]> => {
  const [laid] = await tx.rows(sql<{ laid: boolean }>`select to_regclass('graphile_worker.jobs') is not null as laid`)
  if (!laid?.laid) return [look('queue', 'It is not laid out yet', 'npm start or ciranda migrate does.')]
  const [known] = await tx.rows(
    sql<{ known: boolean }>`select to_regclass('platform.fact_reader') is not null as known`,
  )
  const readers = known?.known ? await tx.rows(readersBehind(tx.now)) : []
  return [...judged(await tx.rows(queueRows(tx.now)), serving), ...late(readers, serving)]
}

const readersBehind = (now: Date) => sql<ReaderRow>`
  select r.name, extract(epoch from ${now}::timestamptz - (
    select f.at from platform.fact f where (f.xid, f.id) > (r.xid, r.fact_id) order by f.xid, f.id limit 1))::float8 as behind
  from platform.fact_reader r order by r.name`

const named = (rows: readonly QueueRow[], count: (row: QueueRow) => number): string =>
  rows
    .filter((row) => count(row) > 0)
    .map((row) => `${count(row)} of ${row.task}`)
    .join(', ')

/** The jobs, judged. Pure. */
export const judged = (rows: readonly QueueRow[], serving: boolean | undefined): Finding[] => {
  const oldest = Math.max(0, ...rows.map((row) => row.oldest))
  const longest = Math.max(0, ...rows.map((row) => row.longest))
  const failed = named(rows, (row) => row.failed)
  const retrying = named(rows, (row) => row.retrying)
  const waiting = named(rows, (row) => row.waiting)
  const findings = [
    ...(oldest > LONG_WAIT ? [stuck(`Jobs have waited for up to ${spanOf(oldest)} (${waiting})`, serving)] : []),
    ...(longest > LONG_RUN
      ? [
          look(
            'queue',
            `A job has run for ${spanOf(longest)}`,
            'Its process may have ended half-way: it is taken up again four hours after it was begun, when a server runs.',
          ),
        ]
      : []),
    ...(failed
      ? [
          look(
            'queue',
            `Given up after many tries: ${failed}`,
            'The reasons stand in graphile_worker.jobs (last_error); mend them, then set attempts back to 0, or delete the row.',
          ),
        ]
      : []),
    ...(retrying
      ? [
          look(
            'queue',
            `Failed and to be tried again: ${retrying}`,
            'The reasons stand in graphile_worker.jobs (last_error); for letters, see mail.',
          ),
        ]
      : []),
  ]
  return findings.length > 0 ? findings : [fine('queue', 'It moves: nothing waits for long, nothing has failed')]
}

const stuck = (says: string, serving: boolean | undefined): Finding =>
  serving === false
    ? look('queue', says, 'Ciranda is not running; they are taken up when it starts.')
    : broken(
        'queue',
        says,
        'Nobody takes them: is Ciranda running with this database? Its log says why; a restart helps.',
      )

const late = (readers: readonly ReaderRow[], serving: boolean | undefined): Finding[] =>
  readers
    .filter(({ behind }) => (behind ?? 0) > LONG_WAIT)
    .map(({ name, behind }) => stuck(`The reader of facts ${name} is ${spanOf(behind ?? 0)} behind`, serving))

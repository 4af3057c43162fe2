/** A reader of facts keeps its place by name: what commits late is not skipped, and nothing is taken twice. */
import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'

/** A fact as readers get it. Who did it is not told: no reader needs it so far. */
export interface ToldFact {
  readonly id: number
  readonly at: Date
  readonly kind: string
  readonly subject: { readonly kind: string; readonly id: number }
  readonly community: number | null
}

/** Somebody who answers facts. */
export interface FactReader {
  /** Under this name the place is kept; another name begins anew. */
  readonly name: string
  /** Where a reader begins that was never here before. */
  readonly begins: 'now' | 'at the first fact'
  /**
   * Does what the facts call for, or queues it, in the transaction that also moves the place: both happen, or neither.
   * Facts come in the order of their transactions.
   */
  take(tx: Tx, facts: readonly ToldFact[]): Promise<void>
}

interface Row {
  readonly id: number
  readonly xid: string
  readonly at: Date
  readonly kind: string
  readonly subject_kind: string
  readonly subject_id: number
  readonly community_id: number | null
}

// Below the horizon every transaction has ended: whatever it wrote is seen, and nothing can appear there any more.
const ended = sql`f.xid < pg_snapshot_xmin(pg_current_snapshot())`

// Who holds the place reads; another process finds it held and goes away. With nothing to read nothing is locked.
const heldPlace = (name: string) => sql<{ xid: string; fact_id: number }>`
  select r.xid::text as xid, r.fact_id from platform.fact_reader r
  where r.name = ${name}
    and exists (select from platform.fact f where (f.xid, f.id) > (r.xid, r.fact_id) and ${ended})
  for update of r skip locked`

const firstPlace = (reader: FactReader) => sql`
  insert into platform.fact_reader (name, xid, fact_id)
  values (${reader.name}, case when ${reader.begins === 'now'} then pg_snapshot_xmin(pg_current_snapshot()) else '0' end, 0)
  on conflict do nothing`

const unread = (place: { xid: string; fact_id: number }, most: number) => sql<Row>`
  select f.id, f.xid::text as xid, f.at, f.kind, f.subject_kind, f.subject_id, f.community_id from platform.fact f
  where (f.xid, f.id) > (${place.xid}::xid8, ${place.fact_id}::bigint) and ${ended}
  order by f.xid, f.id limit ${most}`

const movePlace = (name: string, last: Row) => sql`
  update platform.fact_reader set xid = ${last.xid}::xid8, fact_id = ${last.id} where name = ${name}`

/** Gives a reader its place, if it has none; what begins “now” hears what happens from here on. */
export const placeReader = (db: Database, reader: FactReader): Promise<void> =>
  db.asSystem('facts', async (tx) => void (await tx.rows(firstPlace(reader))))

/** Reads one batch; answers how many facts it held. Fewer than `most`: that is all for now, or somebody else reads. */
export const readBatch = (db: Database, reader: FactReader, most = 200): Promise<number> =>
  db.asSystem('facts', async (tx) => {
    const place = await tx.one(heldPlace(reader.name))
    if (!place) return 0
    const rows = await tx.rows(unread(place, most))
    const last = rows.at(-1)
    if (!last) return 0
    await reader.take(
      tx,
      rows.map(({ id, at, kind, subject_kind, subject_id, community_id }) => ({
        id,
        at,
        kind,
        subject: { kind: subject_kind, id: subject_id },
        community: community_id,
      })),
    )
    await tx.rows(movePlace(reader.name, last))
    return rows.length
  })

/** After the database moved to another cluster, transactions are counted anew: sets facts and places right again. */
export const settleFacts = async (db: Database): Promise<boolean> =>
  db.asSystem(
    'facts',
    async (tx) =>
      (await tx.one(sql<{ settled: boolean }>`select platform.settle_facts() as settled`))?.settled === true,
  )

const MONTHS_AHEAD = 2

/** Makes the tables of this month and the next ones, when they are not there yet. Safe to repeat. */
export const prepareMonths = async (tx: Tx): Promise<void> => {
  await tx.rows(sql`select platform.prepare_fact_months(${tx.now}, ${MONTHS_AHEAD})`)
}

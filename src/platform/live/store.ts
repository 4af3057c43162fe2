/** SQL of reading facts for live pages: everything that can be seen, and how far nothing can appear any more. */
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { LiveFact } from './source.ts'

/** A fact with the transaction that wrote it. */
export interface Seen extends LiveFact {
  readonly xid: number
}

interface Row {
  readonly horizon: string
  readonly id: number | null
  readonly xid: string
  readonly kind: string
  readonly actor_id: number | null
  readonly subject_kind: string
  readonly subject_id: number
}

/** What is seen at once, in one look. */
const AT_ONCE = 500

/** The oldest transaction that has not ended: below it nothing can appear any more. */
export const horizonNow = async (tx: Tx): Promise<number> => {
  const row = await tx.one(sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`)
  return Number(row?.horizon ?? 0)
}

const page = (kinds: readonly string[], xid: number, id: number) => sql<Row>`
  select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, f.id, f.xid::text as xid, f.kind, f.actor_id,
    f.subject_kind, f.subject_id
  from (select) always left join lateral (
    select * from platform.fact f
    where (f.xid, f.id) > (${String(xid)}::xid8, ${id}::bigint) and f.kind = any(${[...kinds]}::text[])
    order by f.xid, f.id limit ${AT_ONCE}
  ) f on true order by f.xid, f.id`

/** All facts of these kinds from a transaction on, also above the horizon; and the horizon from which to look next. */
export const factsFrom = async (tx: Tx, kinds: readonly string[], from: number) => {
  const facts: Seen[] = []
  let horizon: number | undefined
  let [xid, id] = [from, 0]
  for (;;) {
    const rows = await tx.rows(page(kinds, xid, id))
    // The first answer's: what appeared below it while the rest was read is not there.
    horizon ??= Number(rows[0]?.horizon ?? from)
    for (const row of rows)
      if (row.id !== null)
        facts.push({
          id: row.id,
          xid: Number(row.xid),
          kind: row.kind,
          actor: row.actor_id,
          subject: { kind: row.subject_kind, id: row.subject_id },
        })
    const last = facts.at(-1)
    if (rows.length < AT_ONCE || !last) return { facts, horizon: Math.max(from, horizon) }
    ;[xid, id] = [last.xid, last.id]
  }
}

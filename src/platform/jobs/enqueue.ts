/** Queues work for later, inside the transaction that makes it necessary. */
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** Queues a task; with `key`, a later call with the same key replaces the waiting one. */
export const enqueue = async (
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  options: { at?: Date; key?: string } = {},
): Promise<void> => {
  await tx.rows(sql`
    select platform.add_job(${task}, ${JSON.stringify(payload)}::json, ${options.at ?? tx.now}, ${options.key ?? null})`)
}

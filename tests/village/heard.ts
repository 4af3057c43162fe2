/** Reading facts until none is left: open transactions of other tests on the same server may hold the horizon for a moment. */
import { sql } from 'kysely'
import type { Database } from '../../src/platform/db/database.ts'
import { type FactReader, readBatch } from '../../src/platform/facts/reader.ts'

/** Lets a reader take every fact there is; gives up after five seconds, and the test will tell what it misses. */
export const hearAll = async (db: Database, reader: FactReader): Promise<void> => {
  const unread = async (): Promise<boolean> =>
    (
      await db.asSystem('command-line', (tx) =>
        tx.rows(sql`
          select f.id from platform.fact f join platform.fact_reader r on r.name = ${reader.name}
          where (f.xid, f.id) > (r.xid, r.fact_id) limit 1`),
      )
    ).length > 0
  for (let i = 0; i < 200 && (await unread()); i++)
    if ((await readBatch(db, reader)) === 0) await new Promise((done) => setTimeout(done, 25))
}

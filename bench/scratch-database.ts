// A migrated database in a temporary folder, for measuring in; removed afterwards.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'

/** Runs `measure` with a database of its own and its owner's address. */
export async function withScratchDatabase(measure: (db: Database, url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ciranda-bench-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded({ dataDir: folder, log: console.error })
  try {
    await migrate(server.url)
    const db = openDatabase(server.url, systemClock)
    await measure(db, server.url)
    await db.close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The database for a command: the one that DATABASE_URL names, or that of the data folder, brought up to date. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readOptions } from '../options.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { borrowEmbedded } from '../platform/db/embedded-borrowed.ts'
import { migrate } from '../platform/db/migrate.ts'
import { proveReachable } from '../platform/db/reachable.ts'
import { prepareQueue } from '../platform/jobs/runner.ts'
import { projectRoot } from '../platform/root.ts'

/** What every verb takes that prints what stands in the database. */
export const usual = { data: { type: 'string' }, json: { type: 'boolean' } } as const

/** The lines about it in a verb's help. */
export const usualHelp = `  --json             the result as JSON
  --data FOLDER      where everything is kept (the folder data beside README.md)

  DATABASE_URL       a PostgreSQL of your own, instead of the one in the data folder
`

/** What a command does with a database; `applied` names the steps that were missing. */
export type Use<T> = (database: { readonly db: Database; readonly applied: readonly string[] }) => Promise<T>

/**
 * Opens the database, also beside a running server, and closes what it opened.
 * @param dataDir the folder of `--data`; not looked at when DATABASE_URL names a database
 * @throws StartRefused when there is none that can be used
 */
export const withDatabase = async <T>(
  dataDir: string | undefined,
  tell: (line: string) => void,
  use: Use<T>,
): Promise<T> => {
  const { databaseUrl } = readOptions([], { DATABASE_URL: process.env.DATABASE_URL })
  if (databaseUrl) {
    await proveReachable(databaseUrl)
    return opened(databaseUrl, use)
  }
  const folder = dataDir ?? join(projectRoot, 'data')
  if (!['postgres', 'postgres.path'].some((name) => existsSync(join(folder, name))))
    tell(`There was no database in ${folder}: a new one is made.`)
  const borrowed = await borrowEmbedded(folder, tell)
  try {
    return await opened(borrowed.url, use)
  } finally {
    await borrowed.stop()
  }
}

const opened = async <T>(url: string, use: Use<T>): Promise<T> => {
  const applied = await migrate(url)
  // The server lays the queue only when it finds steps to take; these were taken here.
  if (applied.length > 0) await prepareQueue(url)
  const db = openDatabase(url, systemClock, { pages: 1, system: 2 })
  try {
    return await use({ db, applied })
  } finally {
    await db.close()
  }
}

/** Reaches the database of a site for a look, without laying out or making anything. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../platform/clock/clock.ts'
import { type Database, openDatabase } from '../../platform/db/database.ts'
import { borrowEmbedded } from '../../platform/db/embedded-borrowed.ts'
import { proveReachable } from '../../platform/db/reachable.ts'
import { StartRefused } from '../../platform/start-refused.ts'
import { broken, type Finding, look } from './finding.ts'

/** A look at an open database; `serving` is undefined where it cannot be known whether a server runs. */
export type Look = (db: Database, serving: boolean | undefined) => Promise<Finding[]>

/** Looks, or says why that cannot be done. A database that is not running is started for as long as the look takes. */
export const lookInto = async (
  databaseUrl: string | undefined,
  folder: string,
  tell: (line: string) => void,
  use: Look,
): Promise<Finding[]> => {
  try {
    if (databaseUrl) {
      await proveReachable(databaseUrl)
      return await opened(databaseUrl, undefined, use)
    }
    if (!['postgres', 'postgres.path'].some((name) => existsSync(join(folder, name))))
      return [
        look(
          'database',
          `There is none in ${folder} yet`,
          'npm start makes it; or say by --data or DATABASE_URL where it is.',
        ),
      ]
    const borrowed = await borrowEmbedded(folder, tell)
    try {
      return await opened(borrowed.url, borrowed.running, use)
    } finally {
      await borrowed.stop()
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    return [broken('database', 'It cannot be reached', error.message)]
  }
}

const opened = async (url: string, serving: boolean | undefined, use: Look): Promise<Finding[]> => {
  const db = openDatabase(url, systemClock, { pages: 1, system: 1 })
  try {
    return await use(db, serving)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return [broken('database', `It could not be examined to the end (${code ?? message})`, 'See its own log.')]
  } finally {
    await db.close()
  }
}

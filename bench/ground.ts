/** The ground that is measured on: a site of its own with a database of its own, and the corpus in it. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { runningDatabase } from '../src/platform/db/embedded.ts'
import { type OwnSite, ownFolder, startOwnSite } from '../tests/strength/own-site.ts'
import { fill } from './fill.ts'
import { CORE } from './measure.ts'
import { askQuestion } from './question.ts'
import { tidyUp } from './statements.ts'

/** A folder with a filled database in it; nothing runs yet. */
export interface Ground {
  readonly folder: string
  /** The path of the village's question. */
  readonly question: string
  /** Seconds of the very first start, and contributions a second while the corpus came in; of this run alone. */
  readonly firstStart?: number | undefined
  readonly loadRate?: number | undefined
  remove(): Promise<void>
}

/** The address of the database that a site on this folder runs. */
export const databaseOf = (folder: string): string => runningDatabase(join(folder, 'data')) ?? ''

/** Uses the database of a running site, as the owner. */
export const withDatabase = async <T>(folder: string, use: (db: Database) => Promise<T>): Promise<T> => {
  const db = openDatabase(databaseOf(folder), systemClock, { pages: 1, system: 1 })
  try {
    return await use(db)
  } finally {
    await db.close()
  }
}

/** Starts the site with everything on one core. */
export const startPinned = (folder: string): Promise<OwnSite> => startOwnSite(folder, { core: CORE })

const keptFolder = async (path: string) => {
  await mkdir(path, { recursive: true })
  await chmod(path, 0o755)
  return { path, remove: async () => undefined }
}

/** Makes the ground, or finds it when the folder was kept. */
export const layGround = async (
  wanted: { data: string | undefined; times: number },
  say: (line: string) => void,
): Promise<Ground> => {
  const folder = wanted.data ? await keptFolder(wanted.data) : await ownFolder()
  const note = join(folder.path, `ground-${wanted.times}.json`)
  if (existsSync(note)) {
    const { question } = JSON.parse(await readFile(note, 'utf8')) as { question: string }
    return { folder: folder.path, question, remove: folder.remove }
  }
  try {
    const site = await startOwnSite(folder.path)
    try {
      const question = await askQuestion(site.url)
      say(`loading the corpus, ${wanted.times} times`)
      const loadRate = await fill(folder.path, wanted.times)
      await tidyUp(databaseOf(folder.path))
      await writeFile(note, JSON.stringify({ question }))
      return { folder: folder.path, question, firstStart: site.seconds, loadRate, remove: folder.remove }
    } finally {
      await site.stop()
    }
  } catch (error) {
    await folder.remove()
    throw error
  }
}

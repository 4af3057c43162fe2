/** The demonstration in a test: half a school year of a village, for whatever has to find everything of somebody. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { createApp } from '../../src/app.ts'
import { loadDemonstration } from '../../src/demonstration/load.ts'
import { openSession, type WayIn } from '../../src/modules/people/session.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { filesIn } from '../../src/platform/files/store.ts'
import type { House } from '../../src/platform/house.ts'
import { prepareQueue } from '../../src/platform/jobs/runner.ts'
import { settingsBook } from '../../src/platform/settings/settings.ts'
import { freshDatabase } from '../database.ts'

const ORIGIN = 'http://village.example'

/** Opens it; `close` when done. Time stands still at `clock.at`. */
export const openDemonstration = async (folder: string) => {
  const database = await freshDatabase()
  await prepareQueue(database.url)
  const time = { at: new Date('2026-11-24T10:00:00Z') }
  const clock = { now: () => new Date(time.at) }
  const db = openDatabase(database.url, clock, { pages: 4, system: 3 })
  const secret = (bytes = 18) => randomBytes(bytes).toString('base64url')
  const house: House = {
    db,
    clock,
    settings: settingsBook(db, clock),
    mailWay: 'mailbox',
    files: filesIn(folder, secret),
    assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
    baseUrl: ORIGIN,
    secret,
  }
  await loadDemonstration(house, database.url, () => undefined)
  // Tests read what pages say.
  await db.asSystem('command-line', (tx) => tx.rows(sql`update people.person set language = 'en'`))
  const app = createApp(house)
  const system = <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    db.asSystem('command-line', (tx) => tx.rows(query))
  return {
    house,
    clock: time,
    databaseUrl: database.url,
    system,
    /** The number of somebody by the beginning of their name. */
    idOf: async (name: string): Promise<number> => {
      const [found] = await system(sql<{ id: number }>`
        select id from people.person where name like ${`${name}%`} and kind = 'person'`)
      if (!found) throw new Error(`Nobody is called ${name}`)
      return found.id
    },
    /** A request with a session of the person's, opened now. */
    as: async (person: number, way: WayIn = 'password') => {
      const session = await db.asSystem('demonstration', (tx) => openSession(tx, person, way))
      const headers = { cookie: `ciranda=${session}`, origin: ORIGIN, 'accept-language': 'en' }
      return {
        get: async (path: string) => app.request(ORIGIN + path, { headers }),
        post: async (path: string, fields: Record<string, string>) =>
          app.request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
      }
    },
    close: async () => {
      await db.close()
      await database.drop()
    },
  }
}

/** It. */
export type Demonstration = Awaited<ReturnType<typeof openDemonstration>>

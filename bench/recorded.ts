/** The reads of a page as the page itself makes them: its own flights written down, to be sent again without it. */
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Asker, type Database, openDatabase } from '../src/platform/db/database.ts'
import { noFiles } from '../src/platform/files/store.ts'
import type { House } from '../src/platform/house.ts'
import { readAssets } from '../src/platform/http/assets.ts'
import { settingsBook } from '../src/platform/settings/settings.ts'

type Query = Parameters<Database['read']>[1]
type Compiled = ReturnType<Query['compile']>

interface Flight {
  readonly asker: Asker
  readonly queries: readonly Query[]
}

/** A query that was compiled already: what is measured is the SQL, not how it came to be. */
const finished = (query: Query): Query => {
  let made: Compiled | undefined
  return { compile: (compiler: Parameters<Query['compile']>[0]) => (made ??= query.compile(compiler)) } as Query
}

/** A house without a door of its own on the database of a running site. */
const houseOver = (db: Database, baseUrl: string): House => ({
  db,
  clock: systemClock,
  settings: settingsBook(db, systemClock),
  mailWay: 'none',
  files: noFiles,
  assets: readAssets(),
  baseUrl,
  secret: () => crypto.randomUUID(),
})

/**
 * Opens the page twice and answers what sends the reads of the second time again, flight after flight.
 * The site's settings are read before, because a running site reads them once in some seconds.
 */
export const readsOf = async (
  databaseUrl: string,
  baseUrl: string,
  path: string,
  cookie: string,
): Promise<() => Promise<unknown>> => {
  const db = openDatabase(databaseUrl, systemClock)
  const flights: Flight[] = []
  let writing = false
  const noting: Database = {
    ...db,
    read: (asker, ...queries) => {
      // What the request believed is proven in the same flight.
      const believed = asker.beliefs?.open.map(({ query }) => query) ?? []
      if (writing)
        flights.push({ asker: { personId: asker.personId }, queries: [...believed, ...queries].map(finished) })
      return db.read(asker, ...queries)
    },
  }
  const house = houseOver(noting, baseUrl)
  await house.settings.current()
  const app = createApp(house)
  const visit = () => app.fetch(new Request(baseUrl + path, { headers: { cookie } }))
  // The second visit is as all later ones: it knows who comes and where. A commit makes a kept page old, so that it reads.
  await visit()
  await db.asSystem('command-line', async () => undefined)
  writing = true
  const answer = await visit()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return async () => {
    const rows: unknown[] = []
    for (const { asker, queries } of flights) rows.push(await db.read(asker, ...queries))
    return rows
  }
}

/** Browsers that listen in the village: over one of two processes with one database, as the street brings their streams. */
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { livePages } from '../../src/live.ts'
import type { Visit } from '../../src/modules/people/contract.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { keepReading } from '../../src/platform/facts/keep-reading.ts'
import type { Limits } from '../../src/platform/live/limits.ts'
import type { LivePart } from '../../src/platform/live/source.ts'
import { liveUrls } from '../../src/platform/live/urls.ts'
import { eventsIn } from '../../src/ui/islands/live-wire.ts'
import { openVillage, type Village } from './village.ts'

/** One process: its application and its live pages. */
export interface Process {
  readonly app: Hono<Visit>
  readonly live: ReturnType<typeof livePages>
  close(): Promise<void>
}

/** Opens a process over the village's database, with an ear of its own. */
export const openProcess = (village: Village, limits?: Limits): Process => {
  const db = openDatabase(village.databaseUrl, village.house.clock, { pages: 4, system: 2 })
  const house = { ...village.house, db }
  const live = livePages(house, limits)
  const reading = keepReading(db, village.databaseUrl, [], live.wake)
  return {
    app: createApp(house, undefined, live),
    live,
    close: async () => {
      live.close()
      await reading.stop()
      await db.close()
    },
  }
}

/** News as a browser gets them. */
export interface Told {
  readonly event: string
  readonly place?: string
  readonly parts: readonly (LivePart & { readonly mine?: boolean })[]
  readonly gone: readonly string[]
  readonly again?: boolean
}

/** A browser that listens; `status` of a stream that was not opened. */
export interface Ear {
  readonly status: number
  readonly told: Told[]
  /** Waits until something of this kind was told. */
  hears(what: (told: Told) => boolean): Promise<Told>
  /** Whether the server has ended it. */
  ended(): boolean
  hangUp(): Promise<void>
}

/** Begins to listen, with a session's token or as a visitor. `places` are names with what is shown there. */
export const listen = async (
  { app }: Pick<Process, 'app'>,
  session: string | undefined,
  places: readonly string[],
  more: { once?: boolean; lang?: string } = {},
): Promise<Ear> => {
  const search = new URLSearchParams(places.map((place) => ['place', place]))
  if (more.once) search.set('once', '1')
  const headers = { 'accept-language': more.lang ?? 'en', ...(session ? { cookie: `ciranda=${session}` } : {}) }
  const answer = await app.request(`http://village.example${liveUrls.stream()}?${search}`, { headers })
  const told: Told[] = []
  let over = answer.body === null || answer.status !== 200
  let heard = () => {}
  const reader = over ? undefined : answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => {
    let rest = ''
    for (;;) {
      const { done, value } = (await reader?.read().catch(() => undefined)) ?? { done: true, value: '' }
      if (done) break
      const { events, rest: left } = eventsIn(rest + value)
      rest = left
      for (const { event, data } of events) told.push({ parts: [], gone: [], ...JSON.parse(data), event })
      heard()
    }
    over = true
    heard()
  }
  const reading = read()
  return {
    status: answer.status,
    told,
    hears: async (what) => {
      for (const until = Date.now() + 5000; Date.now() < until; ) {
        const found = told.find(what)
        if (found) return found
        await new Promise<void>((done) => {
          const timer = setTimeout(done, 200)
          heard = () => {
            clearTimeout(timer)
            done()
          }
        })
      }
      throw new Error(`Nothing of it was told: ${JSON.stringify(told).slice(0, 600)}`)
    },
    ended: () => over,
    hangUp: async () => {
      await reader?.cancel().catch(() => undefined)
      await reading
    },
  }
}

/** A village with two processes. */
export const openTwo = async (limits?: Limits) => {
  const village = await openVillage()
  const [one, other] = [openProcess(village, limits), openProcess(village, limits)]
  return {
    ...village,
    one,
    other,
    session: (who: VillagerName): Promise<string> =>
      village.house.db.asSystem('demonstration', (tx) => openSession(tx, village.people[who], 'demonstration')),
    close: async () => {
      await one.close()
      await other.close()
      await village.close()
    },
  }
}

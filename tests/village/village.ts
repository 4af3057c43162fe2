/** The village in a test: a house on a database of its own, an application, and its people at their browsers. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { assemble, type Wiring } from '../../src/assemble.ts'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { type Settled, settleVillage, villagerScope } from '../../src/demonstration/settle.ts'
import type { MemberScope, Visit } from '../../src/modules/people/contract.ts'
import { scopeOf, visitorScope } from '../../src/modules/people/scope.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { filesIn } from '../../src/platform/files/store.ts'
import type { House } from '../../src/platform/house.ts'
import { prepareQueue } from '../../src/platform/jobs/runner.ts'
import { saveSettings, settingsBook } from '../../src/platform/settings/settings.ts'
import { freshDatabase } from '../database.ts'

/** Somebody's browser: it sends its cookies, follows nothing, and keeps what it is given. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>
  /** Sends a form with files in it, or the bytes of one as they are. */
  upload(path: string, body: FormData | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Response>
}

/** The village. `clock.at` moves time; `close` drops the database. */
export interface Village {
  readonly house: House
  /** Where its database is, as the owner. */
  readonly databaseUrl: string
  readonly app: Hono<Visit>
  readonly people: Settled['people']
  readonly communities: Settled['communities']
  readonly clock: { at: Date }
  as(who: VillagerName): Promise<Browser>
  visitor(): Browser
  scope(who: VillagerName): MemberScope
  readonly visitorScope: MemberScope
  close(): Promise<void>
}

const ORIGIN = 'http://village.example'

const browserWith = (app: Hono<Visit>, origin: string, session: string | undefined): Browser => {
  const jar = new Map<string, string>(session ? [['ciranda', session]] : [])
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(`${origin}${path}`, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  return {
    get: (path, headers = {}) => send(path, { headers: { 'accept-language': 'en', ...headers } }),
    post: (path, fields = {}, headers = {}) => {
      const body = new URLSearchParams()
      const filled = { once: randomBytes(18).toString('base64url'), ...fields }
      for (const [name, value] of Object.entries(filled)) for (const one of [value].flat()) body.append(name, one)
      return send(path, { method: 'POST', body, headers: { origin, 'accept-language': 'en', ...headers } })
    },
    upload: (path, body, headers = {}) =>
      send(path, { method: 'POST', body, headers: { origin, 'accept-language': 'en', ...headers } }),
  }
}

/**
 * Opens the village. Without `wiring` every module is there; a module's own tests may name fewer.
 * Time stands still at `clock.at` until a test moves it. Passkeys, say, need another `origin`; no https, for the cookies.
 */
export const openVillage = async (wiring?: Wiring, origin = ORIGIN): Promise<Village> => {
  const database = await freshDatabase()
  await prepareQueue(database.url)
  const time = { at: new Date('2026-11-24T10:00:00Z') }
  const clock = { now: () => new Date(time.at) }
  const db = openDatabase(database.url, clock, { pages: 8, system: 3 })
  const secret = (bytes = 18) => randomBytes(bytes).toString('base64url')
  // Made by the first file that somebody brings.
  const folder = join(tmpdir(), `ciranda-village-${secret()}`)
  const house: House = {
    db,
    clock,
    settings: settingsBook(db, clock),
    mailWay: 'mailbox',
    files: filesIn(folder, secret),
    assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
    baseUrl: origin,
    secret,
  }
  // Nobody in a test signs in by this; hashing is slow on purpose and has its own test.
  const settled = await settleVillage(house, 'not a hash')
  await db.asSystem('settings', (tx) =>
    saveSettings(tx, { siteName: 'Village', language: 'en', timeZone: 'Europe/Lisbon', begun: true }),
  )
  house.settings.forget()
  const app = wiring ? assemble(house, wiring) : (await import('../../src/app.ts')).createApp(house)
  return {
    house,
    databaseUrl: database.url,
    app,
    ...settled,
    clock: time,
    visitorScope,
    scope: (who) => villagerScope(settled, who),
    as: async (who) =>
      browserWith(
        app,
        origin,
        await db.asSystem('demonstration', (tx) => openSession(tx, settled.people[who], 'demonstration')),
      ),
    visitor: () => browserWith(app, origin, undefined),
    close: async () => {
      await db.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A scope made by hand, for tests of rules. */
export const scopeReaching = (personId: number | null, reach: string[]): MemberScope =>
  personId === null
    ? visitorScope
    : scopeOf({
        person_id: personId,
        name: 'Somebody',
        language: 'en',
        site_role: null,
        reach: ['public', `me:${personId}`, ...reach],
      })

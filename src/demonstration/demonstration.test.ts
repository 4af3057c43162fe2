/** The demonstration: it moves in once, everybody sees what is for them, and visitors find its story. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/database.ts'
import { createApp } from '../app.ts'
import { openSession } from '../modules/people/session.ts'
import { openDatabase } from '../platform/db/database.ts'
import { filesIn } from '../platform/files/store.ts'
import type { House } from '../platform/house.ts'
import { prepareQueue } from '../platform/jobs/runner.ts'
import { settingsBook } from '../platform/settings/settings.ts'
import { loadDemonstration } from './load.ts'
import { quiet, reading } from './people.ts'

let house: House
let close: () => Promise<void>
let get: (path: string, who?: string, lang?: string) => Promise<string>
let seconds = 0
const sessions = new Map<string, string>()

beforeAll(async () => {
  const secret = (bytes = 18) => randomBytes(bytes).toString('base64url')
  const folder = join(tmpdir(), `ciranda-demonstration-${secret()}`)
  const database = await freshDatabase()
  await prepareQueue(database.url)
  const clock = { now: () => new Date() }
  const db = openDatabase(database.url, clock, { pages: 4, system: 2 })
  house = {
    db,
    clock,
    settings: settingsBook(db, clock),
    mailWay: 'mailbox',
    files: filesIn(folder, secret),
    assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
    baseUrl: 'http://village.example',
    secret,
  }
  close = async () => {
    await db.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  const from = performance.now()
  await loadDemonstration(house, database.url, () => undefined)
  seconds = (performance.now() - from) / 1000
  const app = createApp(house)
  const people = await db.asSystem('demonstration', (tx) =>
    tx.rows(sql<{ id: number; name: string }>`select id, name from people.person`),
  )
  for (const [who, { name }] of Object.entries({ ...reading, ...quiet })) {
    const person = people.find((one) => one.name === name)
    if (person)
      sessions.set(who, await db.asSystem('demonstration', (tx) => openSession(tx, person.id, 'demonstration')))
  }
  get = async (path, who, lang = 'en') => {
    const headers: Record<string, string> = { 'accept-language': lang }
    if (who) headers.cookie = `ciranda=${sessions.get(who)}`
    const answer = await app.request(`http://village.example${path}`, { headers })
    if (answer.status !== 200) throw new Error(`${path} for ${who ?? 'a visitor'}: ${answer.status}`)
    return answer.text()
  }
})
afterAll(() => close())

const homes = {
  ...Object.fromEntries(Object.keys(reading).map((who) => [who, 'reading-together'])),
  zuzana: 'quiet-corners',
  peter: 'quiet-corners',
  eva: 'quiet-corners',
}
const questions = async (): Promise<{ id: number; question: string; slug: string }[]> =>
  house.db.asSystem('demonstration', (tx) =>
    tx.rows(
      sql`select c.id, c.question, k.slug from challenge.challenge c join community.community k on k.id = c.community_id order by c.id`,
    ),
  )

test('it moves in within the time a person waits', () => {
  console.info(`The demonstration took ${seconds.toFixed(2)} s`)
  expect(seconds).toBeLessThan(8)
})

test('everybody has a home with a question and voices', async () => {
  for (const [who, slug] of Object.entries(homes)) {
    await get('/today', who)
    expect(await get(`/c/${slug}`, who)).toContain(slug === 'quiet-corners' ? 'bez pýtania' : 'Tomás take part')
  }
})

test('the note to herself and the draft are Rita’s alone', async () => {
  for (const { id, question, slug } of await questions()) {
    for (const [who, home] of Object.entries(homes)) {
      if (home !== slug || (question.includes('October') && who !== 'rita')) continue
      const page = await get(`/c/${slug}/questions/${id}`, who)
      if (who !== 'rita') expect(page).not.toContain('only the octopus')
    }
  }
  for (const who of Object.keys(homes).filter((one) => one !== 'rita')) {
    expect(await get('/search?q=octopus', who)).not.toContain('Note to myself')
    expect(await get(`/c/${homes[who as keyof typeof homes]}/questions`, who)).not.toContain('came in October')
  }
})

test('a story waits for those who have not said yes', async () => {
  for (const who of ['paulo', 'marta', 'tomas']) expect(await get('/today', who)).toContain('A mesa da toalha')
  expect(await get('/today', 'joana')).not.toContain('A mesa da toalha')
  expect(await get('/today', 'peter')).toContain('Kútik pri okne')
})

test('who gave their words reads what came of them; one still waits, and the desk says so', async () => {
  expect(await get('/me/came-of-it', 'tomas')).toContain('things come in by the garden door')
  expect(await get('/today', 'marta')).toContain('até à sobremesa')
  expect(await get('/c/reading-together', 'henk')).toContain('So we put a bench by the door')
  expect(await get('/today', 'ana', 'pt')).toContain('Uma toalha e uma mesa')
  const desk = await get('/c/reading-together/desk', 'ines')
  expect(desk).toContain('One person waits')
  expect(desk).not.toContain('Marta spoke here')
})

test('a meeting has minutes, with what a guest said; the next one is planned', async () => {
  const meetings = await get('/c/reading-together/meetings', 'rita')
  expect(meetings).toContain('What do we want to hear when the whole class reads?')
  const [, minutes = ''] = /href="(\/c\/reading-together\/meetings\/\d+\/minutes)"/.exec(meetings) ?? []
  const read = await get(minutes, 'paulo')
  expect(read).toContain('Dona Rosa')
  expect(read).toContain('many voices at once')
})

test('a community that has lived a while stands where its group confirmed it; its rhythm says what moved', async () => {
  const rhythm = await get('/c/reading-together/rhythm', 'rita')
  expect(rhythm).toContain('Growing.')
  expect(rhythm).toContain('What do we want to hear when the whole class reads?')
  expect(rhythm).toContain('and stayed to the end')
  const { id } = (await questions()).find(({ question }) => question.includes('grandparents')) ?? { id: 0 }
  expect(await get(`/c/reading-together/questions/${id}`, 'rita')).toContain('said by Marta, written by Ana Costa')
})

test('a visitor finds the story, also with a typing mistake, marked as invented', async () => {
  expect(await get('/library')).toContain('The bench by the door')
  for (const lang of ['en', 'pt']) {
    expect(await get('/library?q=latecomrs', undefined, lang)).toContain('The bench by the door')
    expect(await get('/search?q=mornng+circle', undefined, lang)).toContain('The bench by the door')
  }
  const page = await get('/library/the-bench-by-the-door-1')
  expect(page).toContain('noindex')
  expect(page).toContain('Invented example')
  expect(page).toContain('Rita Vale')
})

test('nothing was done in the future', async () => {
  const rows = await house.db.asSystem('demonstration', (tx) =>
    tx.rows<{ late: boolean }>(
      sql`select exists (select from dialogue.contribution where said_at > ${new Date()}) as late`,
    ),
  )
  expect(rows[0]?.late).toBe(false)
})

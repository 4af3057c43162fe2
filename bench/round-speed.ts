// Rounds of thirty: what a turn and a page cost before and after the answers open, and how fast the opening reaches open pages.
//
// Run: npm run bench -- --round [rounds]
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { settleVillage } from '../src/demonstration/settle.ts'
import { openThread } from '../src/modules/dialogue/public.ts'
import { closeRound, openRound } from '../src/modules/dialogue/round/actions.ts'
import { liveName } from '../src/modules/dialogue/round/place.ts'
import { urls } from '../src/modules/dialogue/round/urls.ts'
import { scopeOf } from '../src/modules/people/scope.ts'
import { openSession } from '../src/modules/people/session.ts'
import type { Database } from '../src/platform/db/database.ts'
import { liveUrls } from '../src/platform/live/urls.ts'
import { type Called, call } from './callers.ts'
import { cpuOf } from './processes.ts'
import { withScratchDatabase } from './scratch-database.ts'
import { houseOver, serve, started } from './served.ts'

const [first = '120', second = ''] = process.argv.slice(2)
const SEATS = 30
const CALLERS = 8
const LISTENERS = 50
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Thirty people of one community with their sessions, and so many rounds on one question each. */
const prepared = async (db: Database, many: number) => {
  const house = houseOver(db)
  const settled = await settleVillage(house, 'not a hash')
  const { id: community, slug } = settled.communities.reading
  const { ines } = settled.people
  const reach = ['public', `me:${ines}`, `community:${community}`, `facilitators:${community}`]
  const scope = scopeOf({ person_id: ines, name: 'Inês', language: 'en', site_role: null, reach })
  const sessions = await db.asSystem('demonstration', async (tx) => {
    const people = await tx.rows(sql<{ id: number }>`
      insert into people.person (name, language, created_at)
      select 'P' || n, 'en', ${tx.now} from generate_series(1, ${SEATS - 8}::int) n returning id`)
    await tx.rows(sql`
      insert into community.membership (community_id, person_id, role, perspectives, joined_at)
      select ${community}, p, 'member', '{family}', ${tx.now} from unnest(${people.map(({ id }) => id)}::bigint[]) p`)
    return Promise.all(people.map(({ id }) => openSession(tx, id, 'demonstration')))
  })
  const about = { community, subject: null, audience: `community:${community}`, language: 'en', title: 'A week' }
  const rounds: number[] = []
  for (let i = 0; i < many; i++) {
    const thread = await db.write(scope, (tx) => openThread(tx, scope, about))
    await db.asSystem('demonstration', (tx) => tx.rows(sql`delete from platform.tries`))
    const opening = { thread, community, question: 'What was loud?', language: 'en', ends: null } as const
    const opened = await openRound(house, scope, { ...opening, hidden: 'until_all', order: 'free' })
    if (!opened.ok) throw new Error(opened.reason)
    rounds.push(opened.value.id)
  }
  return { house, scope, slug, sessions, rounds }
}

const told = (what: string, called: Called, cpu: number) =>
  console.log(
    `${what}: ${called.perSecond.toFixed(0)} a second, p50 ${called.p50.toFixed(1)} ms, p99 ${called.p99.toFixed(1)} ms, ` +
      `${(cpu / called.requests).toFixed(2)} CPU ms of the server`,
  )

/** Opens streams as cheaply as it can be done. */
const listen = async (sites: readonly string[], cookies: readonly string[], place: string, arrived: number[]) => {
  const sockets: Socket[] = []
  const open = (i: number) =>
    new Promise<void>((done, fail) => {
      const { port } = new URL(sites[i % sites.length] ?? '')
      const socket = connect(Number(port), '127.0.0.1')
      sockets.push(socket)
      const cookie = `cookie: ciranda=${cookies[i % cookies.length]}\r\n`
      socket.write(`GET ${liveUrls.stream()}?place=${place} HTTP/1.1\r\nhost: 127.0.0.1\r\n${cookie}\r\n`)
      let heard = ''
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1')
        if (heard.includes('event: hello')) done()
        if (bytes.includes('round open')) arrived.push(performance.now())
      })
      socket.on('error', fail)
    })
  await Promise.all(Array.from({ length: LISTENERS }, (_, i) => open(i)))
  return () => sockets.forEach((socket) => void socket.destroy())
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0

const measure = (many: number) =>
  withScratchDatabase(async (db, url) => {
    const { house, scope, slug, sessions, rounds } = await prepared(db, many)
    const program = fileURLToPath(import.meta.url)
    const sites = [await started(program, url), await started(program, url)]
    const [one] = sites
    if (!one) return
    const cpu = () => cpuOf([one.child.pid ?? 0])
    const cookie = (i: number) => ({ cookie: `ciranda=${sessions[i % sessions.length]}` })
    const measured = async (what: string, work: () => Promise<Called>) => {
      const before = cpu()
      const called = await work()
      told(what, called, cpu() - before)
    }
    const path = (i: number) => urls.round({ slug, id: rounds[i % rounds.length] ?? 0 })
    const page = () =>
      call(one.at, (i) => ({ path: path(i), headers: cookie(i * 7) }), { callers: CALLERS, seconds: 3, status: 200 })
    await page()
    const turn = (i: number) => ({
      path: urls.turn({ slug, id: rounds[Math.floor(i / sessions.length)] ?? 0 }),
      headers: { ...cookie(i), origin: one.at },
      body: new URLSearchParams({
        once: randomBytes(18).toString('base64url'),
        way: 'said',
        text: `The corridor, at eight, and number ${i}.`,
        language: 'en',
        seen: '0',
      }).toString(),
    })
    await measured('a turn', () => call(one.at, turn, { callers: CALLERS, seconds: 3, status: 303 }))
    await measured('a page before the opening', page)
    const took: number[] = []
    for (const id of rounds.slice(0, 20)) {
      const arrived: number[] = []
      const hangUp = await listen(
        sites.map(({ at }) => at),
        sessions,
        liveName(id),
        arrived,
      )
      await wait(200)
      await closeRound(house, scope, id)
      const committed = performance.now()
      for (let i = 0; i < 40 && arrived.length < LISTENERS; i++) await wait(50)
      took.push(...arrived.map((moment) => Math.max(0, moment - committed)))
      hangUp()
    }
    took.sort((a, b) => a - b)
    console.log(
      `the opening to ${LISTENERS} pages of two servers: ${(took.length / 20).toFixed(0)} heard each, p50 ${at(took, 0.5).toFixed(1)} ms, ` +
        `p99 ${at(took, 0.99).toFixed(1)}, longest ${at(took, 1).toFixed(1)}`,
    )
    const opened = (i: number) => urls.round({ slug, id: rounds[i % 20] ?? 0 })
    await measured('a page after the opening', () =>
      call(one.at, (i) => ({ path: opened(i), headers: cookie(i * 7) }), { callers: CALLERS, seconds: 3, status: 200 }),
    )
    for (const { child } of sites) child.kill('SIGTERM')
  })

await (first === 'serve' ? serve(second) : measure(Number(first)))

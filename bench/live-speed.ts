// Live pages: how fast words reach 1, 50 and 1,000 listeners of two processes, and what listeners cost.
//
// Run: npm run bench -- --live [most listeners]
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { settleVillage } from '../src/demonstration/settle.ts'
import { livePages } from '../src/live.ts'
import { openThread } from '../src/modules/dialogue/actions/threads.ts'
import { scopeOf } from '../src/modules/people/scope.ts'
import { openSession } from '../src/modules/people/session.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { keepReading } from '../src/platform/facts/keep-reading.ts'
import { record } from '../src/platform/facts/record.ts'
import { filesIn } from '../src/platform/files/store.ts'
import type { House } from '../src/platform/house.ts'
import { openDoor } from '../src/platform/http/door.ts'
import { placeName } from '../src/platform/live/place.ts'
import { liveUrls } from '../src/platform/live/urls.ts'
import { settingsBook } from '../src/platform/settings/settings.ts'
import { cpuOf, memoryOf } from './processes.ts'
import { withScratchDatabase } from './scratch-database.ts'
import { serverFlags } from './served.ts'

const [first = '1000', second = ''] = process.argv.slice(2)
const THREADS = 20
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

const houseOver = (db: Database): House => ({
  db,
  clock: systemClock,
  settings: settingsBook(db, systemClock),
  mailWay: 'none',
  assets: { css: '', js: '', fonts: [], turboStyleHash: '', icon: '' },
  baseUrl: 'http://127.0.0.1',
  secret: (bytes = 18) => randomBytes(bytes).toString('base64url'),
  files: filesIn('/nowhere', () => ''),
})

/** One of the two processes. */
const serve = async (url: string) => {
  const db = openDatabase(url, systemClock)
  const house = houseOver(db)
  const live = livePages(house, { ofPerson: 1e6, ofAddress: 1e6, inAll: 1e6, aMinute: 1e6 })
  keepReading(db, url, [], live.wake)
  const door = await openDoor({ host: '127.0.0.1', port: 0 })
  door.lead(createApp(house, undefined, live).fetch)
  process.stdout.write(`ready ${new URL(door.url).port}\n`)
}

const started = async (url: string): Promise<{ child: ChildProcess; port: number }> => {
  const child = spawn(process.execPath, [...serverFlags, fileURLToPath(import.meta.url), 'serve', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  return { child, port: Number(/ready (\d+)/.exec(String(said))?.[1]) }
}

interface Listening {
  readonly sockets: Socket[]
  /** When something reached one of them, in milliseconds. */
  arrived: number[]
}

/** Opens streams as cheaply as it can be done, so that what is measured is the other side. */
const listening = async (ports: readonly number[], many: number, threads: readonly number[], cookies: string[]) => {
  const all: Listening = { sockets: [], arrived: [] }
  const open = (i: number) =>
    new Promise<void>((done, fail) => {
      const socket = connect(ports[i % ports.length] ?? 0, '127.0.0.1')
      const place = placeName({ kind: 'thread', id: threads[i % threads.length] ?? 0, page: 1 })
      const cookie = cookies.length > 0 ? `cookie: ciranda=${cookies[i % cookies.length]}\r\n` : ''
      socket.write(`GET ${liveUrls.stream()}?place=${place} HTTP/1.1\r\nhost: 127.0.0.1\r\n${cookie}\r\n`)
      let begun = false
      socket.on('data', (bytes) => {
        if (begun) {
          // A beat is shorter. Words are said one after the other, so that what comes is what was said last.
          if (bytes.length > 100) all.arrived.push(performance.now())
        } else if (bytes.includes('event: hello')) {
          begun = true
          done()
        } else if (!bytes.includes('200 OK')) fail(new Error(bytes.toString('latin1').slice(0, 80)))
      })
      socket.on('error', fail)
      all.sockets.push(socket)
    })
  for (let i = 0; i < many; i += 20)
    await Promise.all(Array.from({ length: Math.min(20, many - i) }, (_, j) => open(i + j)))
  return all
}

const hangUp = async ({ sockets }: Listening) => {
  for (const socket of sockets) socket.destroy()
  await wait(500)
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0

/** Says something for everybody; answers its number when it is committed. */
const speaking = (db: Database, community: number, author: number, audience: string) => (thread: number) =>
  db.asSystem('import', async (tx) => {
    const row = await tx.one(sql<{ id: number }>`
      insert into dialogue.contribution (thread_id, place_at, author_id, audience, language, text, html, said_at)
      values (${thread}, ${tx.now}, ${author}, ${audience}, 'en', 'Forty words or so', ${`<p>${'It rained. '.repeat(20)}</p>`}, ${tx.now})
      returning id`)
    const id = row?.id ?? 0
    await record(tx, { kind: 'contribution.said', actor: author, subject: { kind: 'contribution', id }, community })
    return id
  })

/** How long words take from their commit to each listener. */
const delivery = async (listeners: Listening, speak: (thread: number) => Promise<number>, thread: number) => {
  const took: number[] = []
  for (let i = 0; i < 40; i++) {
    listeners.arrived = []
    await speak(thread)
    const committed = performance.now()
    await wait(250)
    for (const time of listeners.arrived) took.push(Math.max(0, time - committed))
  }
  took.sort((a, b) => a - b)
  return { many: took.length / 40, p50: at(took, 0.5), p99: at(took, 0.99), most: took.at(-1) ?? 0 }
}

/** Writes a second by four writers for some seconds. */
const writes = async (speak: (thread: number) => Promise<number>, threads: readonly number[]) => {
  const until = performance.now() + 6000
  let count = 0
  await Promise.all(
    [0, 1, 2].map(async () => {
      while (performance.now() < until) await speak(threads[count++ % threads.length] ?? 0)
    }),
  )
  return count / 6
}

const prepared = async (db: Database) => {
  const settled = await settleVillage(houseOver(db), 'not a hash')
  const { id: community } = settled.communities.reading
  const ines = settled.people.ines
  const reach = ['public', `me:${ines}`, `community:${community}`, `facilitators:${community}`]
  const scope = scopeOf({ person_id: ines, name: 'Inês', language: 'en', site_role: null, reach })
  const threadFor = (audience: string) =>
    db.write(scope, (tx) =>
      openThread(tx, scope, { community, subject: null, audience, language: 'en', title: 'Rain' }),
    )
  const sessions = await db.asSystem('demonstration', async (tx) => {
    await tx.rows(sql`update community.community set open = true where id = ${community}`)
    const people = await tx.rows(sql<{ id: number }>`
      insert into people.person (name, language, created_at) select 'P' || n, 'en', ${tx.now} from generate_series(1, 190) n returning id`)
    await tx.rows(sql`insert into community.membership (community_id, person_id, role, perspectives, joined_at)
      select ${community}, p, 'member', '{family}', ${tx.now} from unnest(${people.map(({ id }) => id)}::bigint[]) p`)
    return Promise.all(people.map(({ id }) => openSession(tx, id, 'demonstration')))
  })
  const open: number[] = []
  for (let i = 0; i < THREADS; i++) open.push(await threadFor('public'))
  return { community, ines, sessions, open, closed: await threadFor(`community:${community}`) }
}

/** What listeners cost while nothing is said, and how much slower writing is with them: in two fresh processes. */
const attached = async (
  url: string,
  most: number,
  threads: readonly number[],
  speak: (thread: number) => Promise<number>,
) => {
  const servers = [await started(url), await started(url)]
  const ports = servers.map(({ port }) => port)
  const pids = servers.flatMap(({ child }) => child.pid ?? [])
  // Warm, as a server is after its first pages.
  for (let i = 0; i < 3; i++) await hangUp(await listening(ports, 40, threads, []))
  await wait(5000)
  const before = memoryOf(pids)
  const calm = cpuOf(pids)
  await wait(20_000)
  const alone = cpuOf(pids) - calm
  const listeners = await listening(ports, most, threads, [])
  await wait(20_000)
  const begun = cpuOf(pids)
  await wait(20_000)
  const cpu = cpuOf(pids) - begun
  const held = memoryOf(pids) - before
  await hangUp(listeners)
  await writes(speak, threads)
  const without = await writes(speak, threads)
  const again = await listening(ports, most, threads, [])
  const withThem = await writes(speak, threads)
  await hangUp(again)
  for (const { child } of servers) child.kill('SIGTERM')
  return [
    `memory: ${held.toFixed(1)} MB for ${most} listeners of two processes`,
    `idle: ${cpu} CPU ms in 20 s with ${most} listeners, ${alone} without any`,
    `writes a second: ${without.toFixed(0)} without, ${withThem.toFixed(0)} with ${most} listeners in ${threads.length} places`,
  ]
}

const measure = (most: number) =>
  withScratchDatabase(async (db, url) => {
    const { community, ines, sessions, open, closed } = await prepared(db)
    const speak = speaking(db, community, ines, 'public')
    const inside = speaking(db, community, ines, `community:${community}`)
    const table = async (
      ports: number[],
      who: string,
      cookies: string[],
      thread: number,
      say: typeof speak,
      sizes: number[],
    ) => {
      for (const many of sizes) {
        const listeners = await listening(ports, many, [thread], cookies)
        for (let i = 0; i < 25; i++) await say(thread).then(() => wait(60))
        const { p50, p99, most: longest, many: heard } = await delivery(listeners, say, thread)
        const [one, ...rest] = [p50, p99, longest].map((ms) => ms.toFixed(1))
        console.log(
          `${who}, ${many} listeners (${heard} heard each): p50 ${one} ms, p99 ${rest[0]}, longest ${rest[1]}`,
        )
        await hangUp(listeners)
      }
    }
    const [room = 0] = open
    const idle = await attached(url, most, open, speak)
    for (const line of idle) console.log(line)
    const servers = [await started(url), await started(url)]
    const ports = servers.map(({ port }) => port)
    await table(ports, 'visitors', [], room, speak, [1, 50, most])
    await table(ports, 'members', sessions, closed, inside, [1, 50, Math.min(most, 190)])

    for (const { child } of servers) child.kill('SIGTERM')
  })

await (first === 'serve' ? serve(second) : measure(Number(first)))

// Watching a real house: what the log, the figures and the doors for machines say, and that they name nobody.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { createApp } from '../../app.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { openDoor } from '../http/door.ts'
import { startRunner } from '../jobs/runner.ts'
import { openFiguresDoor } from './figures-door.ts'
import { queueRows } from './queue.ts'
import { readinessOf } from './readiness.ts'
import type { Vitals } from './vitals.ts'
import { openWatch, type Watch } from './watch.ts'

const token = 'a-token-of-the-figures'
const wanted = {
  log: 'json',
  slowMs: 0,
  metricsPort: undefined,
  metricsHost: '127.0.0.1',
  metricsToken: token,
} as const
let village: Village
let watch: Watch
let db: Database
let vitals: Vitals
let app: ReturnType<typeof createApp>
let written = ''
beforeAll(async () => {
  village = await openVillage()
  watch = await openWatch(wanted, (lines) => {
    written += lines
  })
  db = openDatabase(village.databaseUrl, village.house.clock, { pages: 3, system: 2 }, watch.database)
  const { metrics } = watch
  if (!metrics) throw new Error('There are no figures')
  const page = () =>
    metrics.page({
      version: '1.2.3',
      pools: watch.database.pools,
      queue: () => db.asSystem('telemetry', (tx) => tx.rows(queueRows(tx.now))),
      ready: async () => ({ ready: true }),
    })
  vitals = { ready: readinessOf(db), requests: watch.requests, figures: { page, token } }
  app = createApp({ ...village.house, db }, vitals)
})
afterAll(async () => {
  await db.close()
  await village.close()
})
beforeEach(() => {
  watch.flush()
  written = ''
})

const lines = (): Record<string, unknown>[] => {
  watch.flush()
  return written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
const requests = () => lines().filter(({ what }) => what === 'request')
const figures = async () => (await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })).text()

describe('The log', () => {
  test('names the door, not the address; the number comes back to whoever asked', async () => {
    const answer = await app.request('/c/reading-together/people?who=rita@ria.example')
    const [line, ...more] = requests()
    expect(more).toEqual([])
    expect(line).toMatchObject({ level: 'info', method: 'GET', route: '/c/:slug/people', status: answer.status })
    expect(line?.id).toBe(answer.headers.get('x-request-id'))
    expect(line?.db_ms).toBeGreaterThan(0)
    expect(line?.ms).toBeGreaterThanOrEqual(Number(line?.db_ms))
    await app.request('/rita@ria.example/reading-together', { method: 'DELETE' })
    expect(requests().at(-1)).toMatchObject({ route: 'none', method: 'DELETE' })
    expect(written).not.toMatch(/rita|reading-together/)
  })

  test("takes a proxy's number over, and nothing that could be a name", async () => {
    const id = '0f0e0d0c-1234-5678-9abc-def012345678'
    for (const [brought, kept] of [
      [id, true],
      ['ana-costa', false],
      ['a b"c', false],
    ] as const) {
      const answer = await app.request('/sign-in', { headers: { 'x-request-id': brought } })
      expect(answer.headers.get('x-request-id') === brought).toBe(kept)
    }
    expect(written).not.toContain('ana')
  })

  test('a slow statement names the door that made it and holds no value', async () => {
    await app.request('/search?q=marmalade')
    const slow = lines().filter(({ what }) => what === 'slow statement')
    expect(slow.map(({ by }) => by)).toContain('GET /search')
    expect(slow.some(({ sql }) => /search_index/.test(String(sql)))).toBe(true)
    expect(written).not.toContain('marmalad')
  })

  test('counts the bytes on the wire', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 })
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${door.url}/`)).status).toBe(503)
    door.lead(app.fetch)
    const body = await (await fetch(`${door.url}/help`, { headers: { 'accept-encoding': 'identity' } })).text()
    await expect.poll(requests).toHaveLength(1)
    expect(Number(requests()[0]?.bytes)).toBeGreaterThan(Buffer.byteLength(body))
    expect(Number(requests()[0]?.bytes)).toBeLessThan(Buffer.byteLength(body) + 2000)
    await door.close()
  })

  test('says when a caller went away', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 })
    let came = false
    door.lead(async (request, env) => {
      came = true
      return app.fetch(request, env)
    })
    const caller = connect(Number(new URL(door.url).port), '127.0.0.1')
    await village.house.db.asSystem('command-line', async (tx) => {
      await tx.rows(sql`lock table platform.search_index in access exclusive mode`)
      caller.write('GET /search?q=marmalade HTTP/1.1\r\nhost: village.example\r\n\r\n')
      await expect.poll(() => came).toBe(true)
      caller.destroy()
      await pause(200)
    })
    await expect.poll(requests).toEqual([expect.objectContaining({ route: '/search', cut: true })])
    await door.close()
  })

  test('names the doors for programs, too', async () => {
    await app.request('/api/v1/communities/reading-together')
    expect(requests()[0]?.route).toMatch(/^\/api\/v1\/communities\/:/)
  })

  test('probes leave no line', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) await app.request(path)
    expect(requests()).toEqual([])
  })
})

describe('Ready', () => {
  const ask = async () => {
    const answer = await app.request('/readyz')
    return [answer.status, await answer.json()]
  }

  test('when the database answers and no step is missing', async () => {
    expect(await ask()).toEqual([200, { ready: true, reasons: [] }])
    const change = (query: ReturnType<typeof sql>) => village.house.db.asSystem('command-line', (tx) => tx.rows(query))
    await change(sql`delete from public.ciranda_migration where name like '0010%'`)
    expect(await ask()).toEqual([503, { ready: false, reasons: ['steps of the database are missing: 1'] }])
    await change(sql`insert into public.ciranda_migration (name) values ('0010_search.sql'), ('9999_later.sql')`)
    // A newer step is no reason to send everybody away.
    expect(await ask()).toEqual([200, { ready: true, reasons: [] }])
  })

  test('not without the queue, nor with a database that is away or slow; no secret is said', async () => {
    expect(await readinessOf(db, () => false)()).toEqual({ ready: false, reasons: ['the queue is not running'] })
    const away = openDatabase('postgres://me:secret@127.0.0.1:1/none', village.house.clock)
    expect(await readinessOf(away)()).toEqual({ ready: false, reasons: ['the database does not answer'] })
    await away.close()
    const never = { ...db, read: () => new Promise<never>(() => undefined) } as unknown as Database
    expect(await readinessOf(never, undefined, 20)()).toEqual({
      ready: false,
      reasons: ['the database does not answer'],
    })
  })
})

describe('The figures', () => {
  test('need their token, and without one there is no such door', async () => {
    const ask = async (headers: Record<string, string>) => (await app.request('/metrics', { headers })).status
    expect(await ask({})).toBe(401)
    expect(await ask({ authorization: 'Bearer wrong' })).toBe(401)
    expect(await ask({ authorization: token })).toBe(401)
    expect(await ask({ authorization: `Bearer ${token}` })).toBe(200)
    const plain = createApp(village.house)
    expect((await plain.request('/metrics')).status).toBe(404)
  })

  test('count requests by door, transactions, connections and jobs, and name nobody', async () => {
    await app.request('/c/reading-together/people')
    await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`select platform.add_job('people:send-sign-in-letter', '{"personId":1}', ${tx.now}, null)`),
    )
    const text = await figures()
    expect(text).toMatch(
      /ciranda_http_request_seconds_count\{method="GET",route="\/c\/:slug\/people",status="\dxx"\} \d/,
    )
    expect(text).toMatch(/ciranda_database_transaction_seconds_count\{kind="read"\} [1-9]/)
    expect(text).toContain('ciranda_database_connections{pool="pages",state="waiting"} 0')
    expect(text).toContain('ciranda_queue_jobs{task="people:send-sign-in-letter",state="waiting"} 1')
    expect(text).toContain('ciranda_build_info{version="1.2.3"')
    expect(text).toMatch(/process_resident_memory_bytes \d/)
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds /)
    expect(text).not.toMatch(/reading-together|ria\.example/)
  })

  test('say that a job failed, and slow things of a job bear its name', async () => {
    const runner = await startRunner(
      village.databaseUrl,
      {
        'people:send-sign-in-letter': async () => {
          await db.asSystem('job', (tx) => tx.rows(sql`select 'of the job' as said`))
          throw new Error('no letter today')
        },
      },
      '',
      watch.job,
    )
    await expect
      .poll(figures, { timeout: 10_000 })
      .toMatch(/ciranda_job_seconds_count\{task="people:send-sign-in-letter",ended="failed"\} 1/)
    await runner.stop()
    expect(lines()).toContainEqual(
      expect.objectContaining({ what: 'slow statement', by: 'job people:send-sign-in-letter' }),
    )
    const [row] = await db.asSystem('telemetry', (tx) => tx.rows(queueRows(tx.now)))
    expect(row).toMatchObject({ task: 'people:send-sign-in-letter', waiting: 0, retrying: 1, failed: 0 })
  })

  test('have a door of their own, which refuses a taken port in one sentence', async () => {
    const door = await openFiguresDoor({ port: 0, host: '127.0.0.1', token: undefined }, () => undefined)
    expect((await fetch(door.url)).status).toBe(503)
    door.lead(async () => ({ type: 'text/plain', text: 'ciranda_up 1\n' }))
    expect(await (await fetch(door.url)).text()).toBe('ciranda_up 1\n')
    expect((await fetch(new URL('/', door.url))).status).toBe(404)
    const faults: unknown[] = []
    const guarded = await openFiguresDoor({ port: 0, host: '127.0.0.1', token }, (error) => faults.push(error))
    expect((await fetch(guarded.url)).status).toBe(401)
    guarded.lead(() => Promise.reject(new Error('secret')))
    const failed = await fetch(guarded.url, { headers: { authorization: `Bearer ${token}` } })
    expect([failed.status, await failed.text(), faults.length]).toEqual([
      500,
      'The figures could not be gathered.\n',
      1,
    ])
    const port = Number(new URL(door.url).port)
    await expect(openFiguresDoor({ port, host: '127.0.0.1', token }, () => undefined)).rejects.toThrow(/EADDRINUSE/)
    await Promise.all([door.close(), guarded.close()])
  })
})

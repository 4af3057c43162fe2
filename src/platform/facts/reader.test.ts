/** Readers of facts: what commits late is heard, two at once take nothing twice, a reader that dies loses nothing. */
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { keepReading } from './keep-reading.ts'
import { type FactReader, placeReader, prepareMonths, readBatch, settleFacts } from './reader.ts'
import { record } from './record.ts'

let fresh: FreshDatabase
let db: Database
let second: Database
const clock = { now: () => new Date('2026-11-24T10:00:00Z') }

beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, clock)
  second = openDatabase(fresh.url, clock)
  await db.asSystem('facts', (tx) => tx.rows(sql`create table taken (reader text, subject bigint)`))
})
afterAll(async () => {
  await db.close()
  await second.close()
  await fresh.drop()
})

/** Notes each fact in the transaction of its place; `then` may break it off. */
const noting = (name: string, then: (connection: number) => Promise<void> = async () => undefined): FactReader => ({
  name,
  begins: 'at the first fact',
  take: async (tx, facts) => {
    for (const fact of facts) await tx.rows(sql`insert into taken values (${name}, ${fact.subject.id})`)
    const here = await tx.one(sql<{ pid: number }>`select pg_backend_pid() as pid`)
    await then(here?.pid ?? 0)
  },
})

const takenBy = async (name: string): Promise<number[]> =>
  (
    await db.asSystem('facts', (tx) =>
      tx.rows(sql<{ subject: number }>`select subject from taken where reader = ${name} order by subject`),
    )
  ).map(({ subject }) => subject)

const happened = (id: number) => (tx: Parameters<typeof record>[0]) =>
  record(tx, { kind: 'thing.done', actor: null, subject: { kind: 'thing', id }, community: null })

/** Reads on until everything that ended is taken; transactions of other tests on the same server may hold it up. */
const readAll = async (reader: FactReader, enough: () => Promise<boolean>) => {
  for (let i = 0; i < 200; i++) {
    while ((await readBatch(db, reader, 50)) > 0);
    if (await enough()) return
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Ends a connection as a crash would. */
const cut = async (pid: number) => {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query('select pg_terminate_backend($1)', [pid])
  await client.end()
}

type Step =
  | { readonly do: 'open' | 'write' | 'commit' | 'roll back'; readonly writer: number }
  | { readonly do: 'read' | 'read and fail' | 'read and die' | 'read both'; readonly most: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open', 'write', 'commit'), writer: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('roll back' as const), writer: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('read', 'read and fail', 'read and die', 'read both'),
      most: fc.integer({ min: 1, max: 4 }),
    }),
  },
)

let subject = 0
let round = 0

test('in whatever order transactions write, end and readers come, fail and die: each fact is taken once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const name = `round ${++round}`
      const reader = noting(name)
      await placeReader(db, { ...reader, begins: 'now' })
      const writers = new Map<number, { client: pg.Client; wrote: number[] }>()
      const kept: number[] = []
      const end = async (writer: number, how: 'commit' | 'rollback') => {
        const open = writers.get(writer)
        writers.delete(writer)
        await open?.client.query(how)
        await open?.client.end()
        if (how === 'commit') kept.push(...(open?.wrote ?? []))
      }
      for (const now of steps) {
        if (now.do === 'read') await readBatch(db, reader, now.most)
        else if (now.do === 'read both')
          await Promise.all([readBatch(db, reader, now.most), readBatch(second, reader, now.most)])
        else if (now.do === 'read and fail') {
          const failing = noting(name, () => Promise.reject(new Error('no luck')))
          await readBatch(db, failing, now.most).catch(() => undefined)
        } else if (now.do === 'read and die') await readBatch(db, noting(name, cut), now.most).catch(() => undefined)
        else if (now.do === 'open' && !writers.has(now.writer)) {
          const client = new pg.Client({ connectionString: fresh.url })
          await client.connect()
          await client.query('begin')
          writers.set(now.writer, { client, wrote: [] })
        } else if (now.do === 'write') {
          const open = writers.get(now.writer)
          if (!open) continue
          open.wrote.push(++subject)
          await open.client.query(
            "insert into platform.fact (at, kind, subject_kind, subject_id) values ($1, 'thing.done', 'thing', $2)",
            [clock.now(), subject],
          )
        } else if (now.do === 'commit' || now.do === 'roll back')
          await end(now.writer, now.do === 'commit' ? 'commit' : 'rollback')
      }
      for (const writer of [...writers.keys()]) await end(writer, 'commit')
      await readAll(reader, async () => (await takenBy(name)).length >= kept.length)
      expect(await takenBy(name)).toEqual(kept.sort((a, b) => a - b))
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('a storm of writers and four readers in two processes, woken by the ring: none lost, none doubled', async () => {
  const reader = { ...noting('storm'), begins: 'now' as const }
  await placeReader(db, reader)
  let breaks = 0
  const shaky: FactReader = {
    ...reader,
    take: async (tx, facts) => {
      await reader.take(tx, facts)
      if (++breaks % 3 === 0) throw new Error('no luck')
    },
  }
  const readings = [db, second, db, second].map((database) => keepReading(database, fresh.url, [shaky]))
  const written: number[] = []
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 25; i++) {
        const id = ++subject
        await second.asSystem('facts', async (tx) => {
          await happened(id)(tx)
          if (id % 5 === 0) await new Promise((done) => setTimeout(done, id % 40))
        })
        written.push(id)
      }
    }),
  )
  for (let i = 0; i < 300 && (await takenBy('storm')).length < written.length; i++)
    await new Promise((done) => setTimeout(done, 50))
  await Promise.all(readings.map((reading) => reading.stop()))
  expect(await takenBy('storm')).toEqual(written.sort((a, b) => a - b))
}, 60_000)

test('what began earlier and ends later is heard, though its number is lower', async () => {
  const reader = { ...noting('late'), begins: 'now' as const }
  await placeReader(db, reader)
  const late = ++subject
  const early = ++subject
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query('begin')
  await client.query(
    "insert into platform.fact (at, kind, subject_kind, subject_id) values ($1, 'thing.done', 'thing', $2)",
    [clock.now(), late],
  )
  await db.asSystem('facts', happened(early))
  // Behind the horizon of the one that is still open nothing is read, or the place would move past it.
  expect(await readBatch(db, reader)).toBe(0)
  await client.query('commit')
  await client.end()
  await readAll(reader, async () => (await takenBy('late')).length >= 2)
  expect(await takenBy('late')).toEqual([late, early])
})

test('a reader that begins now hears nothing of before', async () => {
  await db.asSystem('facts', happened(++subject))
  const before = subject
  const reader = { ...noting('new'), begins: 'now' as const }
  // Somebody else's open transaction would keep the horizon, and with it “now”, before this fact.
  const old = noting('old')
  await placeReader(db, old)
  await readAll(old, async () => (await takenBy('old')).includes(before))
  await placeReader(db, reader)
  const after = ++subject
  await db.asSystem('facts', happened(after))
  await readAll(reader, async () => (await takenBy('new')).length > 0)
  expect(await takenBy('new')).toEqual([after])
})

test('after a move to another cluster nothing unread is lost and what is new is heard', async () => {
  const reader = { ...noting('moved'), begins: 'now' as const }
  await placeReader(db, reader)
  expect(await settleFacts(db)).toBe(false)
  const [read, waiting, later] = [++subject, ++subject, ++subject]
  await db.asSystem('facts', happened(read))
  await readAll(reader, async () => (await takenBy('moved')).length === 1)
  await db.asSystem('facts', happened(waiting))
  await db.asSystem('facts', async (tx) => {
    await tx.rows(sql`update platform.fact set xid = (xid::text::bigint + 1000000000)::text::xid8`)
    await tx.rows(sql`update platform.fact_reader set xid = (xid::text::bigint + 1000000000)::text::xid8`)
  })
  expect(await settleFacts(db)).toBe(true)
  expect(await settleFacts(db)).toBe(false)
  await db.asSystem('facts', happened(later))
  await readAll(reader, async () => (await takenBy('moved')).length === 3)
  expect(await takenBy('moved')).toEqual([read, waiting, later])
})

const partOf = async (at: string): Promise<string[]> => {
  const rows = await db.asSystem('facts', (tx) =>
    tx.rows(sql<{ part: string }>`
      select distinct tableoid::regclass::text as part from platform.fact where at = ${at}::timestamptz`),
  )
  return rows.map(({ part }) => part)
}

const at = (text: string, work: (on: Database) => Promise<unknown>) => {
  const then = openDatabase(fresh.url, { now: () => new Date(text) }, { pages: 1, system: 1 })
  return work(then).finally(() => then.close())
}

test('months are made ahead, and what a late job finds in the default partition moves along', async () => {
  const day = '2031-03-31T23:30:00.000Z'
  await at(day, async (then) => {
    await then.asSystem('facts', happened(++subject))
    expect(await partOf(day)).toEqual(['platform.fact_before'])
    await then.asSystem('facts', prepareMonths)
    await then.asSystem('facts', prepareMonths)
    expect(await partOf(day)).toEqual(['platform.fact_2031_03'])
  })
  const next = '2031-04-01T00:00:00.000Z'
  await at(next, (then) => then.asSystem('facts', happened(++subject)))
  expect(await partOf(next)).toEqual(['platform.fact_2031_04'])
  const past = '2001-01-01T00:00:00.000Z'
  await at(past, (then) => then.asSystem('facts', happened(++subject)))
  expect(await partOf(past)).toEqual(['platform.fact_before'])
})

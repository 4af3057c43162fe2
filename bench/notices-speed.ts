// Ten thousand notices from one fact: how fast, with how much memory, and nobody twice when the reader is killed in between.
//
// Run: npm run bench -- --notices [people]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { noticeReader, type Sources } from '../src/modules/notification/public.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { placeReader, readBatch } from '../src/platform/facts/reader.ts'
import { settingsBook } from '../src/platform/settings/settings.ts'
import { withScratchDatabase } from './scratch-database.ts'

const [first = '10000', second] = process.argv.slice(2)

/** Everybody is told of what happens here. */
const sources: Sources = [
  {
    facts: ['bench.happened'],
    topic: { key: 'bench', label: () => 'Bench' },
    urgency: 'told',
    audience: async (tx) => (await tx.rows(sql<{ id: number }>`select id from people.person`)).map(({ id }) => id),
    say: async () => undefined,
  },
]

const readerOver = (db: Database) => noticeReader(settingsBook(db, systemClock), sources)

const rows = <Row>(db: Database, query: ReturnType<typeof sql<Row>>) =>
  db.asSystem('command-line', (tx) => tx.rows(query))

const happen = (db: Database) =>
  rows(
    db,
    sql`insert into platform.fact (at, kind, subject_kind, subject_id) values (${systemClock.now()}, 'bench.happened', 'thing', 1)`,
  )

const countOf = async (db: Database) =>
  (
    await rows(
      db,
      sql<{ all: number; different: number }>`
        select count(*) as all, count(distinct (person_id, fact_id)) as different from notification.notice`,
    )
  )[0] ?? { all: 0, different: 0 }

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Reads until nothing is left; the process that this file starts and kills. */
const readOn = async (url: string) => {
  const db = openDatabase(url, systemClock, { pages: 1, system: 2 })
  process.stdout.write('reading\n')
  while ((await readBatch(db, readerOver(db))) > 0);
  await db.close()
}

/** Starts a reader, kills it after so many milliseconds, and tells whether it was still at work. */
const killedAfter = async (url: string, ms: number): Promise<boolean> => {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'read', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  await new Promise((done) => setTimeout(done, ms))
  child.kill('SIGKILL')
  const [code] = await ended
  return code === null
}

const measure = async (people: number) =>
  withScratchDatabase(async (db, url) => {
    await rows(
      db,
      sql`insert into people.person (name, created_at) select 'P' || n, ${systemClock.now()} from generate_series(1, ${people}::int) n`,
    )
    const reader = readerOver(db)
    await placeReader(db, reader)
    await rows(db, sql`analyze people.person`)

    const figures: number[] = []
    const limits: number[] = []
    const memory = process.memoryUsage().rss
    for (let run = 0; run < 3; run++) {
      await rows(db, sql`truncate notification.notice`)
      await happen(db)
      figures.push(people / (await timed(() => readBatch(db, reader))))
      await rows(db, sql`truncate notification.notice`)
      limits.push(
        people /
          (await timed(() =>
            rows(
              db,
              sql`insert into notification.notice
                (person_id, fact_id, happened_at, kind, subject_kind, subject_id, topic, urgency, due_at)
              select id, 1, ${systemClock.now()}, 'bench.happened', 'thing', 1, 'bench', 'told', ${systemClock.now()}
              from people.person on conflict (person_id, fact_id) do nothing`,
            ),
          )),
      )
    }
    const grown = (process.memoryUsage().rss - memory) / 2 ** 20
    await rows(db, sql`truncate notification.notice`)

    await happen(db)
    let killed = 0
    for (const ms of [20, 60, 120, 200]) {
      if ((await countOf(db)).all > 0) break
      if (await killedAfter(url, ms)) killed += 1
    }
    while ((await readBatch(db, reader)) > 0);
    // The same fact once more, as after a backup that forgot the place.
    await rows(db, sql`update platform.fact_reader set xid = '0', fact_id = 0 where name = 'notification'`)
    await rows(db, sql`delete from platform.fact where id < (select max(id) from platform.fact)`)
    while ((await readBatch(db, reader)) > 0);
    const { all, different } = await countOf(db)
    const middle = (numbers: number[]) => Math.round(numbers.sort((a, b) => a - b)[1] ?? 0).toLocaleString('en')
    console.log(`${people.toLocaleString('en')} notices from one fact`)
    console.log(`  reader: ${middle(figures)} a second   the same rows by one statement: ${middle(limits)} a second`)
    console.log(`  memory: ${grown.toFixed(0)} MB more than before`)
    console.log(
      `  killed ${killed} times while reading, then read again: ${all} notices, ${all - different} of them twice`,
    )
    if (all !== people || different !== people) process.exitCode = 1
  })

await (first === 'read' ? readOn(second ?? '') : measure(Number(first)))

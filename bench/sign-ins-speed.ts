// Two hundred people sign in at once: whether those who only read a page notice.
//
// Run: npm run bench -- --sign-ins [people]
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { settleVillage } from '../src/demonstration/settle.ts'
import { passwordHash } from '../src/modules/people/secret.ts'
import { openSession } from '../src/modules/people/session.ts'
import type { Database } from '../src/platform/db/database.ts'
import { type Asked, type Called, call } from './callers.ts'
import { cpuOf } from './processes.ts'
import { withScratchDatabase } from './scratch-database.ts'
import { houseOver, serve, started } from './served.ts'

const [first = '200', second = ''] = process.argv.slice(2)
const PASSWORD = 'a-class-of-children'
const READERS = 4
const SECONDS = 4

/** Accounts with a password, and somebody who is in already and reads. */
const prepared = async (db: Database, many: number) => {
  const settled = await settleVillage(houseOver(db), 'not a hash')
  const hash = await passwordHash(PASSWORD)
  return db.asSystem('demonstration', async (tx) => {
    const people = await tx.rows(sql<{ id: number }>`
      insert into people.person (name, language, created_at)
      select 'P' || n, 'en', ${tx.now} from generate_series(1, ${many}::int) n returning id`)
    await tx.rows(sql`
      insert into people.account (person_id, email, password_hash)
      select p, 'p' || n || '@ria.example', ${hash} from unnest(${people.map(({ id }) => id)}::bigint[]) with ordinality as a (p, n)`)
    return openSession(tx, settled.people.rita, 'demonstration')
  })
}

const told = (what: string, { perSecond, p50, p99 }: Called) =>
  console.log(`${what}: ${perSecond.toFixed(0)} pages a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)

const signIn = async (at: string, number: number): Promise<number> => {
  const began = performance.now()
  const body = new URLSearchParams({ email: `p${number}@ria.example`, password: PASSWORD })
  const answer = await fetch(`${at}/sign-in`, { method: 'POST', body, headers: { origin: at }, redirect: 'manual' })
  if (answer.status !== 303 || !answer.headers.getSetCookie().length) throw new Error(`Not let in: ${answer.status}`)
  return performance.now() - began
}

await (first === 'serve'
  ? serve(second)
  : withScratchDatabase(async (db, url) => {
      const many = Number(first)
      const session = await prepared(db, many)
      const { child, at } = await started(fileURLToPath(import.meta.url), url)
      const page = (): Asked => ({ path: '/c/reading-together', headers: { cookie: `ciranda=${session}` } })
      const read = (seconds: number) => call(at, page, { callers: READERS, seconds, status: 200 })
      await read(SECONDS)
      told(`${READERS} readers alone`, await read(SECONDS))
      const before = cpuOf([child.pid ?? 0])
      const reading = read(SECONDS)
      const took = await Promise.all(Array.from({ length: many }, (_, i) => signIn(at, i + 1)))
      told(`${READERS} readers while ${many} people sign in at once`, await reading)
      took.sort((a, b) => a - b)
      const last = (took.at(-1) ?? 0) / 1000
      console.log(
        `all ${many} are in after ${last.toFixed(2)} s, half of them after ${((took[many >> 1] ?? 0) / 1000).toFixed(2)} s; ` +
          `${(cpuOf([child.pid ?? 0]) - before).toFixed(0)} CPU ms in these ${SECONDS} s`,
      )
      child.kill('SIGTERM')
    }))

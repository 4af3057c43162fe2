// What rides along in a transaction is done in its order, undone with it, and its failure is told with its own reason.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts'
import { refuse } from '../outcome.ts'
import { type Database, openDatabase } from './database.ts'

let fresh: FreshDatabase
let db: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, { now: () => new Date('2026-03-02T09:00:00Z') })
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

const keep = (key: string, value = 1) =>
  sql`insert into platform.setting (key, value) values (${key}, to_jsonb(${value}::int))`
const kept = (key: string) => sql<{ value: number }>`select value from platform.setting where key = ${key}`
const stands = async (key: string) =>
  db.asSystem('command-line', async (tx) => (await tx.one(kept(key)))?.value ?? null)

test('what rides along comes before what is asked next, and is there after the end', async () => {
  const seen = await db.asSystem('command-line', async (tx) => {
    tx.along(keep('first'))
    const between = await tx.one(kept('first'))
    tx.along(keep('second'))
    const [[again], [second]] = await tx.flight(kept('first'), kept('second'))
    tx.along(keep('third'))
    return [between?.value, again?.value, second?.value]
  })
  expect(seen).toEqual([1, 1, 1])
  expect(await stands('third')).toBe(1)
})

test('the last question sees what rode along, and is answered once everything is kept', async () => {
  const answer = await db.asSystem('command-line', async (tx) => {
    const last = tx.last(kept('late'))
    tx.along(keep('late'))
    return { last }
  })
  expect(await answer.last).toEqual([{ value: 1 }])
})

test('a failure that rode along undoes everything and is told by its own name', async () => {
  const twice = (next: boolean) =>
    db.asSystem('command-line', async (tx) => {
      tx.along(keep('once'))
      tx.along(keep('once'))
      if (next) await tx.one(kept('once'))
    })
  for (const next of [true, false]) await expect(twice(next)).rejects.toThrow(/duplicate key/)
  expect(await stands('once')).toBeNull()
})

test('what was refused leaves nothing of what waited to ride along', async () => {
  const refused = await db.asSystem('command-line', async (tx) => {
    tx.along(keep('never'))
    return refuse('say.noThread')
  })
  expect(refused).toMatchObject({ ok: false })
  expect(await stands('never')).toBeNull()
})

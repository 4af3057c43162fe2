// Two processes count one caller as one; a request itself writes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { tellOthers } from './counting-together.ts'
import { callLimits } from './limits.ts'

let fresh: FreshDatabase
let db: Database
const time = { at: Date.UTC(2026, 2, 2, 9) }
const clock = { now: () => new Date(time.at) }
beforeAll(async () => {
  fresh = await freshDatabase()
  db = openDatabase(fresh.url, clock)
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

const calls = (count: (caller: string, limit: number) => { within: boolean }, caller: string, times: number) =>
  Array.from({ length: times }, () => count(caller, 10).within)

test('what one process counted, the other has counted too, once both have told', async () => {
  const [one, other] = [callLimits(clock), callLimits(clock)]
  calls(one.count, 'token 1', 6)
  calls(other.count, 'token 1', 3)
  await tellOthers(db, one)
  await tellOthers(db, other)
  // Nine of ten are gone, wherever they were sent.
  expect(calls(other.count, 'token 1', 2)).toEqual([true, false])
  await tellOthers(db, other)
  calls(one.count, 'token 1', 1)
  await tellOthers(db, one)
  expect(calls(one.count, 'token 1', 1)).toEqual([false])
  expect(calls(one.count, 'token 2', 1)).toEqual([true])
  time.at += 60_000
  expect(calls(one.count, 'token 1', 1)).toEqual([true])
  await tellOthers(db, one)
  expect(calls(other.count, 'token 1', 9)).not.toContain(false)
  await tellOthers(db, other)
  expect(calls(other.count, 'token 1', 1)).toEqual([false])
})

test('what comes while the others are asked is counted once', async () => {
  const [one, other] = [callLimits(clock), callLimits(clock)]
  calls(one.count, 'token 3', 4)
  const telling = tellOthers(db, one)
  calls(one.count, 'token 3', 2)
  await telling
  expect(one.count('token 3', 10).remaining).toBe(3)
  await tellOthers(db, one)
  other.count('token 3', 10)
  await tellOthers(db, other)
  expect(other.count('token 3', 10).remaining).toBe(1)
})

test('many callers of two processes at once wait for nobody crosswise', async () => {
  const both = [callLimits(clock), callLimits(clock)]
  for (const [i, { count }] of both.entries()) for (let n = 0; n < 300; n++) count(`from ${i ? n : 299 - n}`, 10)
  await Promise.all(both.map((limits) => tellOthers(db, limits)))
  expect(both.map(({ count }) => count('from 7', 10).remaining).sort()).toEqual(expect.arrayContaining([7]))
})

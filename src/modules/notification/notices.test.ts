/** From a fact to notices: who is named is told once, whatever breaks off in between. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareVillage } from '../../../tests/village/bare.ts'
import type { Village } from '../../../tests/village/village.ts'
import type { ToldFact } from '../../platform/facts/reader.ts'
import { noticeReader, type Sources } from './notices.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
})
afterAll(() => village.close())

const fact = (id: number, kind = 'ask.made'): ToldFact => ({
  id,
  at: village.clock.at,
  kind,
  subject: { kind: 'ask', id: 1 },
  community: null,
})

const source = (people: () => number[], urgency: 'asked' | 'told' = 'asked'): Sources => [
  {
    facts: ['ask.made'],
    topic: { key: 'asked', label: () => 'Asked' },
    urgency,
    audience: async () => people(),
    say: async () => undefined,
  },
]

const take = (sources: Sources, ...facts: ToldFact[]) =>
  village.house.db.asSystem('facts', (tx) => noticeReader(village.house.settings, sources).take(tx, facts))

const told = (id: number) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ person_id: number; due_at: Date }>`
      select person_id, due_at from notification.notice where fact_id = ${id} order by person_id`),
  )

test('each person once, not before the ten minutes of taking back, and nobody who does not exist', async () => {
  const { rita, tomas } = village.people
  const twice = source(() => [rita, tomas, rita, 999_999])
  await take(twice, fact(1))
  await take(twice, fact(1))
  const due = new Date('2026-11-24T10:10:00Z')
  expect(await told(1)).toEqual([rita, tomas].sort((a, b) => a - b).map((person_id) => ({ person_id, due_at: due })))
})

test('what is no question waits for Monday', async () => {
  await take(
    source(() => [village.people.rita], 'told'),
    fact(2),
  )
  expect(await told(2)).toMatchObject([{ due_at: new Date('2026-11-30T17:00:00Z') }])
})

test('what nobody tells of leaves nothing, and a source that breaks leaves nothing half done', async () => {
  await take(
    source(() => [village.people.rita]),
    fact(3, 'something.else'),
  )
  expect(await told(3)).toEqual([])
  const breaking = source(() => {
    throw new Error('no luck')
  })
  await expect(take([...breaking], fact(4))).rejects.toThrow('no luck')
  expect(await told(4)).toEqual([])
})

test('a person sees their own notices and nobody else’s', async () => {
  const seenBy = async (who: 'rita' | 'joana') =>
    (await village.house.db.read(village.scope(who), sql`select from notification.notice`))[0].length
  expect(await seenBy('rita')).toBeGreaterThan(0)
  expect(await seenBy('joana')).toBe(0)
})

/** D9: what happened is added to; only what may be taken back without a trace leaves none. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { forgetFacts, record } from './record.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const asWeb = (query: ReturnType<typeof sql>) => village.house.db.write(village.scope('rita'), (tx) => tx.rows(query))
const left = (kind: string) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select from platform.fact where subject_kind = ${kind} and subject_id = 7`),
  )

test('D9: the web’s role changes and removes no fact', async () => {
  await expect(asWeb(sql`delete from platform.fact`)).rejects.toThrow('permission denied')
  await expect(asWeb(sql`update platform.fact set kind = 'nothing.happened'`)).rejects.toThrow('permission denied')
  await expect(asWeb(sql`select from platform.fact`)).rejects.toThrow('permission denied')
})

test('D9: a contribution may be taken back without a trace, by its own actor; a key, a lead, a way in never', async () => {
  const rita = village.scope('rita')
  for (const kind of ['contribution', 'token', 'person', 'lead', 'safety-case'])
    await village.house.db.write(rita, (tx) =>
      record(tx, { kind: `${kind}.made`, actor: rita.personId, subject: { kind, id: 7 }, community: null }),
    )
  const kinds = ['contribution', 'token', 'person', 'lead', 'safety-case']
  for (const kind of kinds)
    await village.house.db.write(village.scope('ines'), (tx) => forgetFacts(tx, { kind, id: 7 }))
  for (const kind of kinds) expect(await left(kind)).not.toEqual([])
  for (const kind of kinds) await village.house.db.write(rita, (tx) => forgetFacts(tx, { kind, id: 7 }))
  for (const kind of kinds) expect([kind, (await left(kind)).length > 0]).toEqual([kind, kind !== 'contribution'])
})

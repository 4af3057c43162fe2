// The second wall alone: asked without any WHERE of ours, PostgreSQL shows and changes only what is for the asking person.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MeetingVillage, openTogether } from '../../../tests/village/together.ts'
import { urls } from './urls.ts'

let village: MeetingVillage
const tables = ['meeting', 'coming', 'present', 'entry', 'next_step', 'moved'] as const

beforeAll(async () => {
  village = await openTogether()
  await village.plan()
  const here = village.where()
  const joana = await village.as('joana')
  await joana.post(urls.coming(here), { answer: 'yes' })
  const ines = await village.begin('rita')
  const present = await village.seatOf('rita')
  await ines.post(urls.entries(here), { part: 'check-in', present, words: 'Good morning.', act: 'say' })
  const form = { owner: String(village.people.rita), words: 'Ask the children.', form: 'step' }
  await ines.post(urls.nextSteps(here), form)
  await village.house.db.asSystem('job', (tx) =>
    tx.rows(sql`insert into meeting.moved
      (meeting_id, community_id, audience, subject_kind, subject_id, subject_words, words, language, at)
      values (${here.id}, ${village.place.id}, ${`community:${village.place.id}`}, 'unknown', 1, 'Why?', 'So.', 'en', now())`),
  )
})
afterAll(() => village.close())

const rowsFor = async (who: 'marta' | 'peter' | 'visitor') => {
  const scope = who === 'visitor' ? village.visitorScope : village.scope(who)
  const here = village.place.id
  const found = await village.house.db.read(
    scope,
    ...tables.map(
      (table) =>
        sql<{
          n: number
        }>`select count(*)::int as n from ${sql.table(`meeting.${table}`)} where community_id = ${here}`,
    ),
  )
  return found.map(([row]) => row?.n ?? 0)
}

test('a member hears every table of a meeting; strangers and visitors none', async () => {
  expect((await rowsFor('marta')).every((n) => n > 0)).toBe(true)
  for (const who of ['peter', 'visitor'] as const) expect(await rowsFor(who)).toEqual(tables.map(() => 0))
})

test('a stranger changes nothing and puts nothing down', async () => {
  const { house, place, people } = village
  const { id } = village.where()
  const stranger = village.scope('peter')
  const audience = `community:${place.id}`
  const changed = await house.db.write(stranger, (tx) =>
    tx.rows(sql`update meeting.meeting set place = 'Elsewhere' where id = ${id} returning id`),
  )
  expect(changed).toEqual([])
  const removed = await house.db.write(stranger, (tx) =>
    tx.rows(sql`delete from meeting.entry where meeting_id = ${id} returning id`),
  )
  expect(removed).toEqual([])
  const comes = house.db.write(stranger, (tx) =>
    tx.rows(
      sql`insert into meeting.coming values (${id}, ${place.id}, ${audience}, ${people.peter}, 'yes', null, now())`,
    ),
  )
  await expect(comes).rejects.toThrow('row-level security')
  const plans = house.db.write(stranger, (tx) =>
    tx.rows(sql`insert into meeting.meeting (community_id, audience, day, zone, language, planned_by, planned_at, changed_at)
      values (${place.id}, ${audience}, '2026-12-03', 'Europe/Lisbon', 'en', ${people.peter}, now(), now())`),
  )
  await expect(plans).rejects.toThrow('row-level security')
})

test('a member plans in nobody else’s name, and for no wider audience', async () => {
  const { house, place, people } = village
  const plans = (by: number, audience: string) =>
    house.db.write(village.scope('marta'), (tx) =>
      tx.rows(sql`insert into meeting.meeting (community_id, audience, day, zone, language, planned_by, planned_at, changed_at)
        values (${place.id}, ${audience}, '2026-12-03', 'Europe/Lisbon', 'en', ${by}, now(), now())`),
    )
  await expect(plans(people.rita, `community:${place.id}`)).rejects.toThrow('row-level security')
  await expect(plans(people.marta, 'public')).rejects.toThrow('row-level security')
})

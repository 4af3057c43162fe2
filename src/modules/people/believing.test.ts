// A page reads who asks in its own flight: what was remembered of them is proven there, or the page begins again.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVillage, type Village } from '../../../tests/village/village.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const home = '/c/reading-together'
const system = <Row>(query: string) => village.house.db.asSystem('job', (tx) => tx.rows(sql.raw<Row>(query)))

test('a session that ended elsewhere opens nothing any more, at the next page', async () => {
  const rita = await village.as('rita')
  for (let i = 0; i < 2; i++) expect((await rita.get(home)).status).toBe(200)
  await system('delete from people.session')
  expect((await rita.get(home)).status).toBe(303)
  expect(await (await rita.get('/help')).text()).not.toContain('Rita Vale')
})

test('a page that asks nothing shows no name of an ended session either', async () => {
  const rita = await village.as('rita')
  expect(await (await rita.get('/help')).text()).toContain('Rita Vale')
  await system('delete from people.session')
  expect(await (await rita.get('/help')).text()).not.toContain('Rita Vale')
})

test('who lost a seat does not get in by what was remembered', async () => {
  const marta = await village.as('marta')
  for (let i = 0; i < 2; i++) expect((await marta.get(`${home}/people`)).status).toBe(200)
  const seat =
    "from platform.seat where audience = 'community:' || (select id from community.community where slug = 'reading-together')"
  const [lost] = await system<{ audience: string }>(
    `delete ${seat} and person_id = ${village.people.marta} returning audience`,
  )
  expect((await marta.get(`${home}/people`)).status).toBe(404)
  await system(`insert into platform.seat values (${village.people.marta}, '${lost?.audience}')`)
  expect((await marta.get(`${home}/people`)).status).toBe(200)
})

test('a name that changed is shown changed', async () => {
  const ines = await village.as('ines')
  await ines.get(home)
  await system(`update people.person set name = 'Inês D.' where id = ${village.people.ines}`)
  await system(`update community.community set name = 'Reading aloud' where slug = 'reading-together'`)
  const page = await (await ines.get(home)).text()
  expect(page).toContain('Inês D.')
  expect(page).toContain('Reading aloud')
})

test('a remembered community opens to nobody else', async () => {
  const rita = await village.as('rita')
  const zuzana = await village.as('zuzana')
  for (let i = 0; i < 2; i++) await rita.get(`${home}/people`)
  for (let i = 0; i < 2; i++) expect((await zuzana.get(`${home}/people`)).status).toBe(404)
})

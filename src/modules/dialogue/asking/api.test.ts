// Asking, for programs: what waits for one, answered once, passed without a why, and nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { openThread } from '../actions/threads.ts'
import { ask } from './actions.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
let village: Village
let marta: Program
let thread: number
beforeAll(async () => {
  village = await openVillage()
  marta = await programOf(village, 'marta')
  const { id } = village.communities.reading
  const opening = { community: id, subject: null, audience: `community:${id}`, language: 'en', title: 'This month' }
  thread = await village.house.db.write(village.scope('ines'), (tx) => openThread(tx, village.scope('ines'), opening))
})
afterAll(() => village.close())

const asked = async (question: string): Promise<number> => {
  const community = village.communities.reading.id
  const asking = { thread, community, to: [village.people.marta], question, language: 'en' }
  const made = await ask(village.house, village.scope('rita'), asking)
  if (!made.ok) throw new Error(made.reason)
  return made.value.ids[0] as number
}
const told = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('Marta’s program finds what waits, answers it once, and sees how it stands', async () => {
  const id = await asked('How does he read?')
  const list = await told(marta.get(apiUrls.asks({ slug })))
  expect(list.body.items).toMatchObject([
    { id, asker: 'Rita Vale', mine: true, question: 'How does he read?', state: 'open' },
  ])
  const key = { 'idempotency-key': 'an-answer-of-marta' }
  const address = apiUrls.answer({ slug, ask: id })
  const body = { text: 'Aloud.', language: 'en' }
  const [one, two] = await Promise.all([told(marta.post(address, body, key)), told(marta.post(address, body, key))])
  expect([one, two]).toMatchObject([{ status: 200 }, { status: 200 }])
  expect(one.body).toMatchObject({ state: 'answered', contribution: expect.any(Number) })
  expect(two.body.contribution).toBe(one.body.contribution)
  expect((await told(marta.post(address, body))).status).toBe(410)
  expect((await told(marta.get(apiUrls.asks({ slug })))).body.items).toMatchObject([{ id, state: 'answered' }])
  expect((await told((await programOf(village, 'peter')).get(apiUrls.asks({ slug })))).status).toBe(404)
  const rita = await programOf(village, 'rita')
  expect((await told(rita.get(apiUrls.ask({ slug, ask: id })))).body).toMatchObject({ state: 'answered' })
})

test('passing needs no words; nobody else does it, and a reading token never', async () => {
  const id = await asked('And at school?')
  const address = apiUrls.pass({ slug, ask: id })
  expect((await told((await programOf(village, 'joana')).post(address, {}))).status).toBe(404)
  expect((await told((await programOf(village, 'ines')).post(address, {}))).status).toBe(403)
  expect((await told((await programOf(village, 'marta', ['read'])).post(address, {}))).status).toBe(403)
  expect((await told(marta.post(address, { how: 'shouted' }))).status).toBe(422)
  expect((await told(marta.post(address, { how: 'declined' }))).body).toMatchObject({ state: 'declined' })
  expect((await told(marta.post(apiUrls.answer({ slug, ask: 999_999 }), { text: 'x', language: 'en' }))).status).toBe(
    404,
  )
})

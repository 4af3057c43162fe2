// The doors of asking: forms that keep what was typed, pages for those whom a question concerns, and nothing for others.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import { endAnswerLinks } from './actions.ts'
import { urls } from './urls.ts'

let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>

beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
})

test('the pages: ask, wait, answer, and nothing for others', async () => {
  const slug = 'reading-together'
  const rita = await village.as('rita')
  const form = await (await rita.get(urls.asks({ slug, id: here.thread }))).text()
  expect(form).toContain('Marta')
  expect(form).toContain(`Question ${here.number}?`)
  expect(form).toContain('our community (8)')
  const wrong = await rita.post(urls.asks({ slug, id: here.thread }), { question: 'Kept words' })
  expect([wrong.status, (await wrong.text()).includes('Kept words')]).toEqual([422, true])
  const forged = { to: ['1e99', 'x'], question: 'Kept words' }
  expect((await rita.post(urls.asks({ slug, id: here.thread }), forged)).status).toBe(422)
  const sent = await rita.post(urls.asks({ slug, id: here.thread }), { to: String(village.people.marta), question: '' })
  expect(sent.status).toBe(303)
  const [mine] = (await village.waiting('marta')).filter((one) => one.thread_id === here.thread)
  const id = mine?.id ?? 0
  // Left empty it asks the conversation's own question.
  expect(mine?.question).toBe(`Question ${here.number}?`)
  expect((await (await village.as('joana')).get(urls.ask({ slug, id }))).status).toBe(404)
  expect((await (await village.as('zuzana')).get(urls.ask({ slug, id }))).status).toBe(404)
  const marta = await village.as('marta')
  expect(await (await marta.get(urls.ask({ slug, id }))).text()).toContain('name="act"')
  const empty = await marta.post(urls.answer({ slug, id }), { text: ' ', language: 'pt', audience: 'community' })
  expect(empty.status).toBe(422)
  const said = await marta.post(urls.answer({ slug, id }), { text: 'Alto.', language: 'pt', audience: 'community' })
  expect(said.headers.get('location')).toContain('/questions/')
  expect(await (await rita.get(urls.ask({ slug, id }))).text()).toContain('Read the answer')
  const again = await marta.post(urls.answer({ slug, id }), {
    text: 'Outra vez.',
    language: 'pt',
    audience: 'community',
  })
  expect([again.status, (await again.text()).includes('Outra vez.')]).toEqual([422, true])
  expect((await marta.post(urls.reopening({ slug, id }))).status).toBe(303)
  expect(
    (await marta.post(urls.answer({ slug, id }), { act: 'declined', language: 'pt', audience: 'community' })).status,
  ).toBe(303)
  expect(await (await rita.get(urls.ask({ slug, id }))).text()).toContain('Marta would rather not')
  expect((await rita.post(urls.withdrawal({ slug, id }))).status).toBe(422)
})

test('the link of a letter can be ended by the person asked alone', async () => {
  const id = await village.asked('rita', ['marta'], { thread: here.thread })
  expect((await endAnswerLinks(village.house, village.scope('rita'), id)).ok).toBe(true)
  expect((await (await village.as('marta')).post(urls.linkEnd({ slug: 'reading-together', id }))).status).toBe(303)
})

test('a question that nobody answered in time says so kindly', async () => {
  const id = await village.asked('rita', ['marta'], { thread: here.thread })
  await village.later(60 * 24 * 3600 * 1000, async () => {
    const page = await (await (await village.as('rita')).get(urls.ask({ slug: 'reading-together', id }))).text()
    expect(page).toContain('Nobody answered in time')
  })
})

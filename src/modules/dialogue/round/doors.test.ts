// The doors of rounds: the pages, what was typed kept whatever happens, and nothing hidden in what they answer.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { urls } from './urls.ts'

const slug = 'reading-together'
let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
})

const question = { question: 'What surprised you?', hidden: 'until_all', order: 'free' }
const opens = async (fields: Record<string, string> = {}): Promise<number> => {
  const answer = await (await village.as('ines')).post(urls.hold({ slug, id: here.thread }), { ...question, ...fields })
  return Number(/rounds\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? 0)
}
const page = async (who: VillagerName, id: number) =>
  (await (await village.as(who)).get(urls.round({ slug, id }))).text()
const turn = async (who: VillagerName, id: number, fields: Record<string, string>) =>
  (await village.as(who)).post(urls.turn({ slug, id }), { language: 'en', seen: '0', ...fields })

test('holding a round: the form keeps what was typed, a student is told whom to ask, strangers find nothing', async () => {
  const rita = await village.as('rita')
  const form = await (await rita.get(urls.hold({ slug, id: here.thread }))).text()
  expect(form).toContain('our community (8)')
  const wrong = await rita.post(urls.hold({ slug, id: here.thread }), { ...question, 'ends-day': '40', at: '9' })
  const back = await wrong.text()
  expect([wrong.status, back.includes('What surprised you?'), back.includes('Write the day in full')]).toEqual([
    422,
    true,
    true,
  ])
  const past = { 'ends-day': '1', 'ends-month': '1', 'ends-year': '2026' }
  expect((await rita.post(urls.hold({ slug, id: here.thread }), { ...question, ...past })).status).toBe(422)
  expect(await (await (await village.as('tomas')).get(urls.hold({ slug, id: here.thread }))).text()).toContain(
    'um adulto',
  )
  expect((await (await village.as('zuzana')).get(urls.hold({ slug, id: here.thread }))).status).toBe(404)
  const sent = await rita.post(urls.hold({ slug, id: here.thread }), {
    ...question,
    ...{ 'ends-day': '4', 'ends-month': '12', 'ends-year': '2026', at: '16:30' },
  })
  expect(sent.status).toBe(303)
  const round = await (await rita.get(sent.headers.get('location') ?? '')).text()
  expect(round).toContain('4 December 2026 at 16:30')
  expect((await (await village.as('zuzana')).get(sent.headers.get('location') ?? '')).status).toBe(404)
})

test('one’s turn on one screen: say, pass, pass for now; whoever comes back finds it as it stands', async () => {
  const id = await opens()
  const first = await page('joana', id)
  for (const words of ['It is your turn', 'Say it', '>Pass<', 'Pass for now', 'our community (8)'])
    expect(first).toContain(words)
  expect(first).not.toContain('silent still')
  expect(await page('ines', id)).toContain('8 places are silent still')
  expect((await turn('joana', id, { way: 'later' })).status).toBe(303)
  expect(await page('joana', id)).toContain('Your place is kept')
  expect((await turn('joana', id, { way: 'said', text: 'How loud it was.', seen: '1' })).status).toBe(303)
  expect(await page('joana', id)).toContain('It opens with all the others')
  const second = await turn('joana', id, { way: 'said', text: 'From another window.', seen: '1' })
  const kept = await second.text()
  expect([second.status, kept.includes('From another window.'), kept.includes('How loud it was.')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await turn('rita', id, { way: 'said', text: ' ' })).status).toBe(422)
  expect((await (await village.as('rita')).post(urls.turn({ slug, id }), { way: 'said', text: 'x' })).status).toBe(422)
  expect((await (await village.as('ana')).post(urls.leaving({ slug, id }))).status).toBe(303)
  expect((await (await village.as('ana')).post(urls.place({ slug, id }))).status).toBe(303)
  expect((await turn('zuzana', id, { way: 'passed' })).status).toBe(404)
})

test('until it opens, nothing of an answer is on anybody’s pages: not its words, its name, or that there is one', async () => {
  const id = await opens()
  const others = ['joana', 'tomas', 'ines'] as const
  const before = await Promise.all(others.map((who) => page(who, id)))
  await turn('rita', id, { way: 'said', text: 'SECRETWORDS' })
  const after = await Promise.all(others.map((who) => page(who, id)))
  const still = (html: string) => html.replaceAll(/name="once" value="[^"]*"/g, '')
  expect(still(after[0] ?? '')).toBe(still(before[0] ?? ''))
  expect(still(after[1] ?? '')).toBe(still(before[1] ?? ''))
  // Whoever guides it sees one number change, and nothing else.
  const numberless = (html: string) =>
    still(html)
      .replaceAll(/\d places are silent still/g, '')
      .replaceAll(/data-mark="[^"]*"/g, '')
  expect(numberless(after[2] ?? '')).toBe(numberless(before[2] ?? ''))
  for (const html of after) expect(html).not.toContain('SECRETWORDS')
})

test('it opens, the answers stand there and the harvest above them; what came too late can go into the conversation', async () => {
  const id = await opens()
  await turn('rita', id, { way: 'said', text: 'How loud it was.' })
  expect((await (await village.as('rita')).post(urls.opening({ slug, id }))).status).toBe(422)
  expect((await (await village.as('henk')).post(urls.opening({ slug, id }))).status).toBe(303)
  const late = await turn('joana', id, { way: 'said', text: 'I was still typing.' })
  const html = await late.text()
  expect(late.status).toBe(422)
  for (const words of ['I was still typing.', 'How loud it was.', 'Say it in the conversation', 'What we said'])
    expect(html).toContain(words)
  const harvest = (text: string) =>
    village.as('joana').then((one) => one.post(urls.harvest({ slug, id }), { text, language: 'en', seen: '0' }))
  expect((await harvest(' ')).status).toBe(422)
  expect((await harvest('Noise wears us out.')).status).toBe(303)
  const second = await harvest('Nobody knew.')
  const both = await second.text()
  expect([second.status, both.includes('Noise wears us out.'), both.includes('Nobody knew.')]).toEqual([
    422,
    true,
    true,
  ])
  expect(await page('ines', id)).toContain('Another circle')
  const next = await (await village.as('ines')).get(urls.hold({ slug, id: here.thread }, { follows: id }))
  expect(await next.text()).toContain('What surprised you?')
})

test('one tap of one adult lets a student’s answer open with the others', async () => {
  const id = await opens()
  await turn('tomas', id, { way: 'said', text: 'I was tierd.' })
  expect(await page('rita', id)).not.toContain('tierd')
  const adult = await page('henk', id)
  expect(adult).toContain('tierd')
  const sign = /name="sign" value="([^"]+)"/.exec(adult)?.[1] ?? ''
  expect((await (await village.as('henk')).post(urls.look({ slug, id }), { sign: 'x' })).status).toBe(422)
  expect((await (await village.as('henk')).post(urls.look({ slug, id }), { sign })).status).toBe(303)
  await (await village.as('ines')).post(urls.opening({ slug, id }))
  expect(await page('rita', id)).toContain('tierd')
})

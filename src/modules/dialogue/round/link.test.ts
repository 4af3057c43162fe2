// The link of a round's letter: one person, one turn, no sign-in; afterwards, and to everybody else, it tells nothing.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import { recipientOf } from '../../people/public.ts'
import { closeRound, openRound, takeTurn } from './actions.ts'
import { notices } from './notices.ts'
import { roundById } from './store.ts'
import type { Order } from './turns.ts'
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

const letter = async (order: Order = 'free') => {
  const round = { question: 'What surprised you?', language: 'en', hidden: 'until_all', order, ends: null } as const
  const about = { thread: here.thread, community: village.community }
  const opened = await openRound(village.house, village.scope('ines'), { ...round, ...about })
  if (!opened.ok) throw new Error(opened.reason)
  const { id } = opened.value
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people.marta))
  const source = notices(village.house).find(({ facts }) => facts.includes('round.opened'))
  const fact = { kind: 'round.opened', subject: { kind: 'round', id }, community: village.community }
  const told = to && (await source?.say({ scope: to.scope, lang: 'pt', zone: 'Europe/Lisbon', on: 'letter' }, fact))
  return { id, link: told?.button.href ?? '' }
}
const words = { way: 'said', text: 'Que silêncio.', language: 'pt', seen: '0' }

test('Marta answers from her letter, without signing in; then the link shows nothing, to her or to anybody', async () => {
  const { id, link } = await letter()
  const phone = village.visitor()
  const first = await phone.get(link)
  const page = await first.text()
  expect(first.status).toBe(200)
  for (const piece of ['What surprised you?', 'Responde como Marta', 'a nossa comunidade (8)'])
    expect(page).toContain(piece)
  expect([first.headers.getSetCookie(), first.headers.get('referrer-policy')]).toEqual([[], 'no-referrer'])
  // A scanner of mail opened it before: it is not used up.
  expect((await phone.get(link)).status).toBe(200)
  const empty = await phone.post(link, { ...words, text: ' ' })
  expect(empty.status).toBe(422)
  const sent = await phone.post(link, words)
  expect([sent.status, (await sent.text()).includes('Abre-se com todas as outras')]).toEqual([200, true])
  const [[mine]] = await village.house.db.read(village.scope('marta'), roundById(village.scope('marta'), id))
  expect(mine).toMatchObject({ took: 'said', my_text: 'Que silêncio.' })
  const again = await phone.get(link)
  const nothing = await again.text()
  expect(again.status).toBe(410)
  for (const piece of ['What surprised you?', 'Marta', 'silêncio']) expect(nothing).not.toContain(piece)
  const late = await phone.post(link, { ...words, text: 'Mais uma coisa.' })
  expect([late.status, (await late.text()).includes('Mais uma coisa.')]).toEqual([410, true])
})

test('a pass for now keeps the link; the opening ends it; a forged one and somebody else’s device are told nothing', async () => {
  const { id, link } = await letter()
  const phone = village.visitor()
  expect((await phone.post(link, { ...words, way: 'later' })).status).toBe(200)
  expect((await phone.get(link)).status).toBe(200)
  const tomas = await village.as('tomas')
  expect(await (await tomas.get(link)).text()).not.toContain('What surprised you?')
  expect((await phone.get(urls.link({ token: 'x'.repeat(43) }))).status).toBe(410)
  expect((await phone.get(urls.link({ token: 'short' }))).status).toBe(410)
  await closeRound(village.house, village.scope('ines'), id)
  expect((await phone.get(link)).status).toBe(410)
  await village.later(8 * 24 * 3600 * 1000, async () => expect((await phone.get(link)).status).toBe(410))
})

test('around the circle the link says whose turn it is, and keeps what was typed', async () => {
  const { id, link } = await letter('circle')
  const phone = village.visitor()
  const page = await (await phone.get(link)).text()
  if (page.includes('É a sua vez')) return
  expect(page).not.toContain('name="way"')
  const early = await phone.post(link, words)
  const kept = await early.text()
  expect([early.status, kept.includes('tem a palavra'), kept.includes('Que silêncio.')]).toEqual([422, true, true])
  const passed = await takeTurn(village.house, village.scope('marta'), id, {
    ...words,
    way: 'passed',
    nameless: false,
    seen: 0,
  })
  expect(passed.ok).toBe(false)
})

// A perspective round ends in a question to whoever was not in the room: here by a letter, elsewhere by one of us.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../../demonstration/people.ts'
import { closeRound, openRound } from '../actions.ts'
import { roundById } from '../store.ts'
import { urls } from '../urls.ts'
import { askThem, keepTheirAnswer } from './actions.ts'

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

const opened = async (eyes?: string): Promise<number> => {
  const round = {
    question: 'What is lunch like?',
    language: 'en',
    hidden: 'until_all',
    order: 'free',
    ends: null,
  } as const
  const about = { thread: here.thread, community: village.community, eyes }
  const made = await openRound(village.house, village.scope('ines'), { ...round, ...about })
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}
const ended = async (eyes = 'the cook'): Promise<number> => {
  const id = await opened(eyes)
  await closeRound(village.house, village.scope('ines'), id)
  return id
}
const seen = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), roundById(village.scope(who), id)))[0][0]
const question = { text: 'What do you hear at noon?', language: 'en', seen: 0 } as const
const puts = (who: VillagerName, id: number, more: object = {}) =>
  askThem(village.house, village.scope(who), id, { ...question, ...more })
const keeps = (who: VillagerName, id: number, more: object = {}) =>
  keepTheirAnswer(village.house, village.scope(who), id, {
    how: 'answered',
    text: 'Plates.',
    language: 'en',
    seen: 1,
    ...more,
  })

test('to somebody elsewhere: it stands open until one of us writes down what they said, or that they would rather not', async () => {
  const id = await opened('the cook')
  expect(await puts('rita', id)).toMatchObject({ ok: false, reason: 'harvest.early' })
  await closeRound(village.house, village.scope('ines'), id)
  expect(await puts('tomas', id)).toMatchObject({ ok: false, reason: 'harvest.notYours' })
  expect(await puts('zuzana', id)).toMatchObject({ ok: false, reason: 'turn.gone' })
  expect(await puts('rita', id)).toMatchObject({ ok: true })
  expect(await puts('ana', id)).toMatchObject({ ok: false, reason: 'them.meanwhile' })
  expect(await seen('marta', id)).toMatchObject({ eyes: 'the cook', them_state: 'open', them_question: question.text })
  expect(await keeps('marta', id, { text: ' ' })).toMatchObject({ ok: false, reason: 'them.empty' })
  expect(await keeps('marta', id)).toMatchObject({ ok: true })
  expect(await keeps('ana', id)).toMatchObject({ ok: false, reason: 'them.meanwhile' })
  expect(await seen('rita', id)).toMatchObject({
    them_state: 'answered',
    them_answer_html: '<p>Plates.</p>\n',
    them_writer: 'Marta',
  })
  const other = await ended()
  await puts('rita', other)
  expect(await keeps('rita', other, { how: 'declined', text: '' })).toMatchObject({ ok: true })
  expect(await seen('marta', other)).toMatchObject({ them_state: 'declined', them_answer_html: '' })
  expect(await puts('ines', await ended(), { to: village.people.ines })).toMatchObject({
    ok: false,
    reason: 'ask.self',
  })
  const plain = await opened()
  await closeRound(village.house, village.scope('ines'), plain)
  expect(await puts('rita', plain)).toMatchObject({ ok: false, reason: 'them.plain' })
})

test('to somebody here: it goes as a question to a person, and stands as that one stands', async () => {
  const id = await ended('whoever has the youngest child')
  expect(await puts('rita', id, { to: village.people.marta })).toMatchObject({ ok: true })
  const [waiting] = (await village.waiting('marta')).filter((one) => one.thread_id === here.thread)
  expect(waiting?.question).toBe(question.text)
  expect(await seen('marta', id)).toMatchObject({ them_ask_id: waiting?.id, them_state: 'open' })
  // Whom it was put to is theirs and the asker's, until it is answered.
  expect(await seen('joana', id)).toMatchObject({ them_ask_id: null, them_state: 'open' })
  expect(await keeps('joana', id)).toMatchObject({ ok: false })
  await village.answerAs('marta', waiting?.id ?? 0)
  expect(await seen('joana', id)).toMatchObject({ them_ask_id: waiting?.id, them_state: 'answered' })
})

test('on its page: whose eyes, the question, what came of it; mistakes keep what was typed', async () => {
  const rita = await village.as('rita')
  const held = await rita.post(urls.hold({ slug, id: here.thread }), {
    ...{ question: 'What is lunch like?', hidden: 'until_all', order: 'free', eyes: 'the cook' },
  })
  const page = held.headers.get('location') ?? ''
  const id = Number(/rounds\/(\d+)/.exec(page)?.[1])
  expect(await (await rita.get(page)).text()).toContain('the cook')
  await rita.post(urls.opening({ slug, id }))
  expect(await (await rita.get(page)).text()).toContain('And now: ask the cook')
  const fields = { language: 'en', seen: '0' }
  expect((await rita.post(urls.them({ slug, id }), { ...fields, text: ' ' })).status).toBe(422)
  expect((await rita.post(urls.them({ slug, id }), { ...fields, text: 'What do you hear?' })).status).toBe(303)
  const late = await rita.post(urls.theirAnswer({ slug, id }), { ...fields, how: 'answered', answer: 'Plates.' })
  expect([late.status, (await late.text()).includes('Plates.')]).toEqual([422, true])
  const kept = await rita.post(urls.theirAnswer({ slug, id }), {
    language: 'en',
    seen: '1',
    how: 'answered',
    answer: 'Plates.',
  })
  expect(kept.status).toBe(303)
  const html = await (await (await village.as('joana')).get(page)).text()
  for (const words of ['Our question to the cook', 'What do you hear?', 'Plates.', 'written down by Rita Vale'])
    expect(html).toContain(words)
})

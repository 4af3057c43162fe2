// What asking tells: the person asked, at once, with a link; the asker what came of it; nobody of what is over.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking, QUESTION } from '../../../../tests/village/asking.ts'
import { pass, takeAskBack } from './actions.ts'

let village: Asking
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())

test('Marta is told who asks, in her language, with a link of her own each time', async () => {
  const { thread } = await village.begin()
  const id = await village.asked('rita', ['marta'], { thread })
  const one = await village.told('marta', 'ask.made', id)
  expect(one).toMatchObject({
    subject: 'Rita Vale faz-lhe uma pergunta',
    quote: { words: QUESTION, lang: 'en' },
    button: { label: 'Responder' },
  })
  expect(one?.button.href).toMatch(/^\/answer\/[\w-]{43}$/)
  const two = await village.told('marta', 'ask.made', id)
  expect(two?.button.href).not.toBe(one?.button.href)
  // A second writing of the letter does not end the link of the first.
  expect((await village.visitor().get(one?.button.href ?? '')).status).toBe(200)
  // On a page nobody needs a link that opens without signing in.
  expect((await village.told('marta', 'ask.made', id, 'page'))?.button.href).toBe(`/c/reading-together/asks/${id}`)
  for (const who of ['rita', 'ines', 'joana'] as const) expect(await village.told(who, 'ask.made', id)).toBeUndefined()
})

test('a student who asks is not named in the subject', async () => {
  const { thread } = await village.begin()
  const id = await village.asked('tomas', ['marta'], { thread })
  const notice = await village.told('marta', 'ask.made', id)
  expect(notice?.subject).toBe('Alguém em Reading together faz-lhe uma pergunta')
})

test('nothing is said of a question that is over, or out of reach; and no link is made for it', async () => {
  const { thread } = await village.begin()
  const id = await village.asked('rita', ['marta'], { thread })
  await takeAskBack(village.house, village.scope('rita'), id)
  expect(await village.told('marta', 'ask.made', id)).toBeUndefined()
  const links = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select 1 from dialogue.answer_link where ask_id = ${id}`),
  )
  expect(links).toEqual([])
})

test('the asker is told of an answer, and of a pass without a why', async () => {
  const { thread } = await village.begin()
  const id = await village.asked('rita', ['marta'], { thread })
  await village.answerAs('marta', id)
  expect((await village.told('rita', 'ask.answered', id))?.subject).toBe('Marta answered your question')
  expect(await village.told('marta', 'ask.answered', id)).toBeUndefined()
  const other = await village.asked('rita', ['marta'], { thread, question: 'And now?' })
  await pass(village.house, village.scope('marta'), other, 'declined')
  expect((await village.told('rita', 'ask.passed', other))?.subject).toBe('Marta passes')
})

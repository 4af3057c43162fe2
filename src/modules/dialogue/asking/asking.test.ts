// Asking somebody: who may be asked, one question at a time, never the same twice; answering, passing, taking back.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking, QUESTION } from '../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { withdraw } from '../actions/amending.ts'
import { takeBack } from '../actions/speaking.ts'
import { moveThread } from '../actions/threads.ts'
import { sayWithin } from '../saying.ts'
import { contributionsOf } from '../store/contributions.ts'
import { threadOf } from '../store/threads.ts'
import { ask, pass, reopen, takeAskBack } from './actions.ts'
import { askableIn } from './store.ts'

let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>

beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
})

const put = (
  who: VillagerName,
  to: readonly VillagerName[],
  more: { question?: string; about?: number; thread?: number } = {},
) => village.put(who, to, { thread: here.thread, ...more })
const asked = (...[who, to, more]: Parameters<typeof put>): Promise<number> =>
  village.asked(who, to, { thread: here.thread, ...more })
const DAY = 24 * 3600 * 1000

test('Rita asks Marta: it waits with Marta, and only the three whom it concerns see it', async () => {
  const id = await asked('rita', ['marta'])
  expect((await village.waiting('marta')).map((one) => one.id)).toContain(id)
  for (const who of ['rita', 'marta', 'ines'] as const) expect((await village.seen(who, id))?.question).toBe(QUESTION)
  for (const who of ['joana', 'tomas', 'zuzana'] as const) expect(await village.seen(who, id)).toBeUndefined()
  expect(await village.facts(id)).toEqual([{ kind: 'ask.made', actor_id: village.people.rita }])
  const asksTold = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), threadOf(village.scope(who), here.subject)))[0][0]?.asks ?? []
  expect(await asksTold('marta')).toMatchObject([{ id, asked: 'Marta', asker: 'Rita Vale', mine: true }])
  expect(await asksTold('rita')).toMatchObject([{ id, mine: false }])
  expect(await asksTold('joana')).toEqual([])
})

test('the answer is an ordinary contribution of Marta’s, linked to the question', async () => {
  const id = await asked('rita', ['marta'])
  const said = await village.answerAs('marta', id)
  expect(said.ok).toBe(true)
  const [rows] = await village.house.db.read(
    village.scope('joana'),
    contributionsOf(village.scope('joana'), here.subject, 1),
  )
  expect(rows).toMatchObject([{ author: 'Marta', asked_by: 'Rita Vale', ask_id: id }])
  expect((await village.seen('rita', id))?.state).toBe('answered')
  // Whoever hears the answer may read what was asked.
  expect((await village.seen('joana', id))?.question).toBe(QUESTION)
  expect(await village.seen('zuzana', id)).toBeUndefined()
  expect((await village.facts(id)).map(({ kind }) => kind)).toEqual(['ask.made', 'ask.answered'])
  expect(await village.waiting('marta')).not.toContainEqual(expect.objectContaining({ id }))
})

test.each([
  ['nobody', () => put('rita', []), 'ask.who'],
  ['four people', () => put('rita', ['marta', 'joana', 'paulo', 'ana']), 'ask.many'],
  ['oneself', () => put('rita', ['rita']), 'ask.self'],
  ['somebody of another community', () => put('rita', ['zuzana']), 'ask.notHere'],
  ['as somebody of another community', () => put('zuzana', ['marta']), 'ask.noThread'],
  ['in a conversation that is not there', () => put('rita', ['marta'], { thread: 999_999 }), 'ask.noThread'],
  ['about what is not there', () => put('rita', ['marta'], { about: 999_999 }), 'ask.noVoice'],
] as const)('asking %s is refused in words', async (_, work, reason) => {
  expect(await work()).toMatchObject({ ok: false, reason })
})

test('nobody is asked who does not hear the conversation, and nobody in one’s own notes', async () => {
  const { thread: narrow } = await village.begin('ines', `facilitators:${village.community}`)
  expect(await put('ines', ['marta'], { thread: narrow })).toMatchObject({ reason: 'ask.notHere' })
  expect((await put('ines', ['henk'], { thread: narrow })).ok).toBe(true)
  const { thread: own } = await village.begin('rita', `me:${village.people.rita}`)
  expect(await put('rita', ['marta'], { thread: own })).toMatchObject({ reason: 'ask.alone' })
})

test('a placeholder is never offered', async () => {
  await village.house.db.asSystem('command-line', async (tx) => {
    const old = await tx.one(sql<{ id: number }>`
      insert into people.person (name, kind, created_at) values ('Old voice', 'placeholder', ${tx.now}) returning id`)
    await tx.rows(sql`insert into community.membership (community_id, person_id, joined_at)
      values (${village.community}, ${old?.id}, ${tx.now})`)
  })
  const [people] = await village.house.db.read(
    village.scope('rita'),
    askableIn(village.scope('rita'), here.thread, village.community),
  )
  expect(people.map((one) => one.name)).toContain('Marta')
  expect(people.map((one) => one.name)).not.toContain('Old voice')
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(
      sql`delete from community.membership where person_id in (select id from people.person where kind = 'placeholder')`,
    ),
  )
})

test('what is narrower than the conversation cannot be asked about', async () => {
  const voice = await village.say('ines', 'Only for us.', { thread: here.thread, circle: 'facilitators' })
  expect(await put('ines', ['marta'], { about: voice })).toMatchObject({ reason: 'ask.narrow' })
})

test('an answer about a contribution stands below it; when that was withdrawn it stands for itself', async () => {
  const voice = await village.say('joana', 'He reads to the wall.', { thread: here.thread })
  const one = await asked('rita', ['marta'], { about: voice })
  const two = await asked('rita', ['paulo'], { about: voice })
  expect((await village.seen('marta', one))?.about_html).toContain('wall')
  await village.answerAs('marta', one)
  await withdraw(village.house, village.scope('joana'), voice)
  expect((await village.answerAs('paulo', two, 'I do not know.')).ok).toBe(true)
  const [rows] = await village.house.db.read(
    village.scope('rita'),
    contributionsOf(village.scope('rita'), here.subject, 1),
  )
  expect(rows.map((row) => row.reply_to)).toEqual([null, voice, null])
})

test('one open question for each asker, person and conversation, also when asked at the same moment', async () => {
  const both = await Promise.all([
    put('rita', ['marta'], { question: 'One?' }),
    put('rita', ['marta'], { question: 'Two?' }),
  ])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'ask.waiting', field: 'to' })
  expect((await put('joana', ['marta'], { question: 'Three?' })).ok).toBe(true)
})

test('the same form sent twice asks once', async () => {
  const once = 'the-same-form-twice-1'
  const asking = {
    thread: here.thread,
    community: village.community,
    to: [village.people.marta],
    question: 'Once?',
    language: 'en',
  }
  const [one, two] = await Promise.all([
    ask(village.house, village.scope('rita'), asking, once),
    ask(village.house, village.scope('rita'), asking, once),
  ])
  expect(one).toEqual(two)
})

test('either all are asked, or nobody', async () => {
  await asked('joana', ['paulo'])
  expect(await put('rita', ['marta', 'paulo'])).toMatchObject({ reason: 'ask.before' })
  expect(await village.waiting('marta')).not.toContainEqual(expect.objectContaining({ thread_id: here.thread }))
})

test('D11: after Pass nobody asks the same again; something else may be asked', async () => {
  const id = await asked('rita', ['marta'])
  expect((await pass(village.house, village.scope('marta'), id, 'passed')).ok).toBe(true)
  expect((await village.facts(id)).map(({ kind }) => kind)).toEqual(['ask.made', 'ask.passed'])
  for (const who of ['rita', 'joana'] as const)
    expect(await put(who, ['marta'], { question: `  ${QUESTION.toUpperCase()} ` })).toMatchObject({
      reason: 'ask.before',
    })
  expect((await put('rita', ['marta'], { question: 'What would he like?' })).ok).toBe(true)
})

test('only the person asked answers or passes, and only once', async () => {
  const id = await asked('rita', ['marta'])
  expect(await village.answerAs('joana', id)).toMatchObject({ reason: 'answer.gone' })
  expect(await village.answerAs('ines', id)).toMatchObject({ reason: 'answer.notYours' })
  expect(await village.answerAs('marta', id, '  ')).toMatchObject({ reason: 'say.empty', field: 'text' })
  expect(await village.answerAs('marta', id, 'To me alone', 'me')).toMatchObject({
    reason: 'say.tooWide',
    field: 'audience',
  })
  const both = await Promise.all([village.answerAs('marta', id, 'One'), village.answerAs('marta', id, 'Two')])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'answer.closed' })
  expect(await pass(village.house, village.scope('marta'), id, 'declined')).toMatchObject({ reason: 'answer.closed' })
})

test('the asker takes it back while it waits, nobody else, and not afterwards', async () => {
  const id = await asked('rita', ['marta'])
  expect(await takeAskBack(village.house, village.scope('marta'), id)).toMatchObject({ reason: 'back.notYours' })
  expect((await takeAskBack(village.house, village.scope('rita'), id)).ok).toBe(true)
  expect(await village.answerAs('marta', id)).toMatchObject({ reason: 'answer.closed' })
  expect(await takeAskBack(village.house, village.scope('rita'), id)).toMatchObject({ reason: 'back.closed' })
  // It was never answered, so the same may be asked again.
  expect((await put('rita', ['marta'])).ok).toBe(true)
})

test('an answer taken back within ten minutes opens the question again, wherever it was taken back', async () => {
  const id = await asked('rita', ['marta'])
  const said = await village.answerAs('marta', id)
  if (!said.ok) throw new Error(said.reason)
  expect((await takeBack(village.house, village.scope('marta'), said.value.id)).ok).toBe(true)
  expect((await village.seen('marta', id))?.state).toBe('open')
  await village.answerAs('marta', id)
  expect((await reopen(village.house, village.scope('marta'), id)).ok).toBe(true)
  expect((await village.seen('marta', id))?.state).toBe('open')
  expect((await village.facts(id)).map(({ kind }) => kind)).not.toContain('ask.answered')
  await pass(village.house, village.scope('marta'), id, 'passed')
  expect(await reopen(village.house, village.scope('rita'), id)).toMatchObject({ reason: 'answer.notYours' })
  expect((await reopen(village.house, village.scope('marta'), id)).ok).toBe(true)
  await pass(village.house, village.scope('marta'), id, 'passed')
  await village.later(10 * 60_000, async () => {
    expect(await reopen(village.house, village.scope('marta'), id)).toMatchObject({ reason: 'undo.late' })
  })
})

test('an answer taken back after something else was asked leaves one open question', async () => {
  const id = await asked('rita', ['marta'])
  const said = await village.answerAs('marta', id)
  if (!said.ok) throw new Error(said.reason)
  const next = await asked('rita', ['marta'], { question: 'And at school?' })
  expect((await takeBack(village.house, village.scope('marta'), said.value.id)).ok).toBe(true)
  expect([(await village.seen('rita', id))?.state, (await village.seen('rita', next))?.state]).toEqual([
    'taken-back',
    'open',
  ])
})

test('nobody sends letters without end: after thirty questions in a day one goes on tomorrow', async () => {
  for (let i = 0; i < 30; i++) {
    const id = await asked('paulo', ['marta'], { question: `Question ${i}?` })
    await takeAskBack(village.house, village.scope('paulo'), id)
  }
  expect(await put('paulo', ['marta'], { question: 'One more?' })).toMatchObject({ reason: 'ask.often' })
  await village.later(DAY + 1000, async () => {
    expect((await put('paulo', ['marta'], { question: 'One more?' })).ok).toBe(true)
  })
})

test('after sixty days it has run out, and may be asked again', async () => {
  const id = await asked('rita', ['marta'])
  await village.later(60 * DAY, async () => {
    expect(await village.answerAs('marta', id)).toMatchObject({ reason: 'answer.closed' })
    expect(await village.waiting('marta')).not.toContainEqual(expect.objectContaining({ id }))
    expect((await put('rita', ['marta'])).ok).toBe(true)
    expect((await village.seen('rita', id))?.state).toBe('run-out')
  })
})

test('when the conversation becomes narrower the question is out of Marta’s reach', async () => {
  const id = await asked('ines', ['marta'])
  await village.house.db.write(village.scope('ines'), (tx) =>
    moveThread(tx, here.subject, `facilitators:${village.community}`),
  )
  expect(await village.seen('marta', id)).toBeUndefined()
  expect(await village.answerAs('marta', id)).toMatchObject({ reason: 'answer.gone' })
  expect((await village.seen('ines', id))?.state).toBe('open')
})

test('a contribution within a larger transaction is undone with it', async () => {
  const scope = village.scope('rita')
  await expect(
    village.house.db.write(scope, async (tx) => {
      await sayWithin(tx, scope, {
        thread: here.thread,
        community: village.community,
        text: 'Gone',
        language: 'en',
        circle: 'community',
      })
      throw new Error('cut off')
    }),
  ).rejects.toThrow('cut off')
  const [rows] = await village.house.db.read(scope, contributionsOf(scope, here.subject, 1))
  expect(rows).toEqual([])
})

// Reflections: one's own until shared, never wider than their question, taken back at will.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, openQuestions, type Questions } from '../../../../tests/village/questions.ts'
import { reword } from '../actions/raise.ts'
import { urls } from '../urls.ts'
import { reflect, removeReflection, share } from './actions.ts'
import { myReflections } from './store.ts'

let village: Questions
let slug: string
let id: number
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
  id = await village.raise('marta', 'What would we dare?')
})
afterAll(() => village.close())

const answers = (dare: string) => ({ provisional: '', meeting: '', together: '', change: '', dare })
const seenBy = async (who: Parameters<Questions['as']>[0], words: string) =>
  (await (await (await village.as(who)).get(urls.reflections({ slug, id }))).text()).includes(words)
const made = async (who: 'rita' | 'ines', dare: string) =>
  (await must(reflect(village.house, village.scope(who), id, { answers: answers(dare), language: 'en' }))).id

test('It is written under five prompts and read by nobody else, the asker and facilitators included', async () => {
  const rita = await village.as('rita')
  const page = await (await rita.get(urls.reflections({ slug, id }))).text()
  for (const prompt of [
    'Good enough for now',
    'Meeting the other',
    'Making knowledge together',
    'Acting for change',
    'What I would dare now',
  ])
    expect(page).toContain(prompt)
  expect((await rita.post(urls.reflections({ slug, id }), { dare: ' ' })).status).toBe(422)
  expect((await rita.post(urls.reflections({ slug, id }), { dare: 'Let him choose.' })).status).toBe(303)
  expect(await seenBy('rita', 'Let him choose.')).toBe(true)
  expect(await seenBy('ines', 'Let him choose.')).toBe(false)
  expect(await seenBy('marta', 'Let him choose.')).toBe(false)
  const scope = village.scope('rita')
  const [mine] = await village.house.db.read(scope, myReflections(scope, 1))
  expect(mine[0]).toMatchObject({ dare: 'Let him choose.', question: 'What would we dare?', slug })
})

test('Shared with facilitators, with all, and taken back', async () => {
  const reflection = await made('rita', 'Say no to noise.')
  const where = { slug, id, reflection }
  const rita = await village.as('rita')
  await rita.post(urls.share(where), { circle: 'facilitators' })
  expect([await seenBy('ines', 'Say no to noise.'), await seenBy('joana', 'Say no to noise.')]).toEqual([true, false])
  await rita.post(urls.share(where), { circle: 'community' })
  expect(await seenBy('joana', 'Say no to noise.')).toBe(true)
  await rita.post(urls.share(where), { circle: 'me' })
  expect([await seenBy('ines', 'Say no to noise.'), await seenBy('joana', 'Say no to noise.')]).toEqual([false, false])
  expect((await rita.post(urls.share(where), { circle: 'public' })).status).toBe(422)
  const { house } = village
  expect(await share(house, village.scope('ines'), id, reflection, 'community')).toMatchObject({
    reason: 'takeBack.notYours',
  })
  expect(await removeReflection(house, village.scope('ines'), id, reflection)).toMatchObject({
    reason: 'takeBack.notYours',
  })
  expect((await rita.post(urls.removeReflection(where))).status).toBe(303)
  expect(await seenBy('rita', 'Say no to noise.')).toBe(false)
})

test('When its question is heard by fewer, what was shared narrows with it, and cannot go wider', async () => {
  const { house } = village
  const reflection = await made('ines', 'Ask twice.')
  await must(share(house, village.scope('ines'), id, reflection, 'community'))
  expect(await seenBy('rita', 'Ask twice.')).toBe(true)
  const wording = { aboutChild: 'no', question: 'What would we dare?', language: 'en', help: [] } as const
  await must(reword(house, village.scope('marta'), id, { ...wording, circle: 'facilitators' }))
  expect(await share(house, village.scope('ines'), id, reflection, 'community')).toMatchObject({
    reason: 'reflection.wider',
  })
  expect(await seenBy('henk', 'Ask twice.')).toBe(true)
  expect(await seenBy('rita', 'Ask twice.')).toBe(false)
})

// A wondering that was answered: who wondered, or a facilitator, points to the words; whoever hears both sees it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { withdraw } from '../actions/amending.ts'
import { say, takeBack } from '../actions/speaking.ts'
import { contributionById } from '../store/contributions.ts'
import { resolve, unresolve } from './actions.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const wonders = async (who: VillagerName, more: { withoutName?: boolean; circle?: Circle } = {}) => {
  const said = await say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.community,
    text: 'I wonder who reads at home.',
    language: 'en',
    circle: 'community',
    manner: 'wonder',
    ...more,
  })
  if (!said.ok) throw new Error(said.reason)
  return said.value.id
}
const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const points = (who: VillagerName, id: number, answer: number) => resolve(village.house, village.scope(who), id, answer)

test('who wondered points to the answer, may point elsewhere, and may open it again', async () => {
  const id = await wonders('rita')
  const [first, second] = [await village.say('marta', 'His sister does.'), await village.say('ana', 'And I do.')]
  expect(await points('rita', id, first)).toMatchObject({ ok: true })
  expect((await found('henk', id))?.resolved).toEqual({ id: first, name: 'Marta' })
  expect(await points('rita', id, second)).toMatchObject({ ok: true })
  expect((await found('henk', id))?.resolved).toMatchObject({ id: second })
  for (const _ of [1, 2]) expect(await unresolve(village.house, village.scope('rita'), id)).toMatchObject({ ok: true })
  expect((await found('henk', id))?.resolved).toBeNull()
})

test('a facilitator may; others may not; only a wondering, only by standing words of the same conversation', async () => {
  const id = await wonders('rita', { withoutName: true })
  const answer = await village.say('marta', 'Here.')
  expect(await points('joana', id, answer)).toMatchObject({ ok: false, reason: 'resolve.notYours' })
  expect(await points('ines', id, answer)).toMatchObject({ ok: true })
  expect(await points('rita', id, answer)).toMatchObject({ ok: true })
  expect(await points('marta', answer, id)).toMatchObject({ ok: false, reason: 'resolve.none' })
  const elsewhere = await village.say('ines', 'Elsewhere.', {
    thread: await village.open('ines', 41, `community:${village.community}`),
  })
  const waiting = await village.say('tomas', 'My sister.')
  for (const [which, reason] of [
    [elsewhere, 'resolve.gone'],
    [id, 'resolve.gone'],
    [999_999, 'resolve.gone'],
    [waiting, 'say.waits'],
  ] as const)
    expect(await points('ines', id, which)).toMatchObject({ ok: false, reason })
})

test('who hears one end only is told of neither; withdrawn or taken back, nothing points there', async () => {
  const id = await wonders('ines')
  const whispered = await village.say('henk', 'Among us.', { circle: 'facilitators' })
  await points('ines', id, whispered)
  expect((await found('henk', id))?.resolved).toMatchObject({ id: whispered })
  expect((await found('rita', id))?.resolved).toBeNull()
  await takeBack(village.house, village.scope('henk'), whispered)
  expect((await found('ines', id))?.resolved).toBeNull()
  const answer = await village.say('marta', 'For a while.')
  await points('ines', id, answer)
  await withdraw(village.house, village.scope('marta'), answer)
  expect((await found('ines', id))?.resolved).toBeNull()
})

test('the page offers what was said since, and refuses what is not there', async () => {
  const id = await wonders('rita')
  const answer = await village.say('joana', 'Grandparents on Fridays.')
  const [rita, joana] = await Promise.all([village.as('rita'), village.as('joana')])
  const page = urls.answered({ slug, id })
  expect(await (await rita.get(page)).text()).toContain('Grandparents on Fridays.')
  expect([(await joana.get(page)).status, (await joana.post(page, { answer: String(answer) })).status]).toEqual([
    404, 404,
  ])
  expect((await rita.post(page, { answer: 'none' })).status).toBe(422)
  expect((await rita.post(page, { answer: '999999' })).status).toBe(422)
  expect((await rita.post(page, { answer: String(answer) })).status).toBe(303)
  expect((await found('paulo', id))?.resolved).toMatchObject({ id: answer })
  expect((await rita.post(page, { answer: '0' })).status).toBe(303)
  expect((await found('paulo', id))?.resolved).toBeNull()
})

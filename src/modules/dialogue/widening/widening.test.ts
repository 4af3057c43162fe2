// D4: what was said to a few is opened to all by two people, its author and a facilitator, and by nobody alone.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { makeGroup } from '../../community/group/actions.ts'
import { edit } from '../actions/amending.ts'
import { contributionById, historyOf } from '../store/contributions.ts'
import { askWider, letBe, openWider } from './actions.ts'
import { notices } from './notices.ts'
import { urls } from './urls.ts'

let village: Conversation
let group: `group:${number}`
const slug = 'reading-together'
const place = () => village.communities.reading
beforeAll(async () => {
  village = await openConversation()
  const people = [village.people.joana, village.people.ana]
  group = `group:${(await must(makeGroup(village.house, village.scope('rita'), place(), { name: 'Three', people }))).id}`
})
afterAll(() => village.close())

const say = (text: string, more: Parameters<Conversation['say']>[2] = {}) =>
  village.say('rita', text, { circle: group as never, ...more })
const hears = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0].length > 0
const ask = (who: VillagerName, id: number) => askWider(village.house, village.scope(who), place(), id)
const open = (who: VillagerName, id: number, version = 1) =>
  openWider(village.house, village.scope(who), place(), id, version)

test('D4: the author asks, a facilitator opens it, then all hear it; its earlier words are gone', async () => {
  const id = await say('The zebrafinch, first.')
  await must(edit(village.house, village.scope('rita'), id, { text: 'The zebrafinch.', language: 'en', version: 1 }))
  expect(await open('ines', id, 2)).toMatchObject({ reason: 'meanwhile' })
  await must(ask('rita', id))
  expect(await hears('marta', id)).toBe(false)
  await must(open('ines', id, 2))
  expect(await hears('marta', id)).toBe(true)
  const [earlier] = await village.house.db.read(village.scope('rita'), historyOf(village.scope('rita'), id))
  expect(earlier).toEqual([])
  expect(await open('henk', id, 2)).toMatchObject({ reason: 'meanwhile' })
})

test('nobody opens it alone: not who heard it, not a member, not the author, not a facilitator unasked', async () => {
  const id = await say('For three.')
  for (const who of ['joana', 'marta', 'ines', 'zuzana'] as const)
    expect(await ask(who, id)).toMatchObject({ ok: false })
  await must(ask('rita', id))
  for (const who of ['rita', 'joana', 'marta', 'zuzana'] as const) expect((await open(who, id)).ok).toBe(false)
  const own = await village.say('ines', 'Mine, for the facilitators.', { circle: 'facilitators' })
  await must(ask('ines', own))
  expect((await open('ines', own)).ok).toBe(false)
  expect((await open('henk', own)).ok).toBe(true)
  await expect(
    village.house.db.write(village.scope('rita'), (tx) =>
      tx.rows(sql`update dialogue.contribution set audience = ${`community:${place().id}`} where id = ${id}`),
    ),
  ).rejects.toThrow()
})

test('other words are asked for anew; a wish is taken back or left; what answers a few stays with them', async () => {
  const id = await say('These words.')
  await must(ask('rita', id))
  await must(edit(village.house, village.scope('rita'), id, { text: 'Other words.', language: 'en', version: 1 }))
  expect((await open('ines', id, 1)).ok).toBe(false)
  expect((await open('ines', id, 2)).ok).toBe(false)
  await must(ask('rita', id))
  await must(letBe(village.house, village.scope('henk'), place(), id))
  expect((await open('ines', id, 2)).ok).toBe(false)
  const answer = await say('An answer.', { replyTo: id })
  expect(await ask('rita', answer)).toMatchObject({ reason: 'cannot' })
})

test('by the doors: the wish on a page of the voice, the list for facilitators alone, and a letter without words', async () => {
  const id = await say('Please let all hear the robin.')
  const rita = await village.as('rita')
  expect(await (await rita.get(urls.wish({ slug, id }))).text()).toContain('Ask to open it')
  expect((await (await village.as('joana')).get(urls.wish({ slug, id }))).status).toBe(404)
  expect((await rita.post(urls.wish({ slug, id }), { wish: 'yes' })).status).toBe(303)
  expect(await (await rita.get(urls.wish({ slug, id }))).text()).toContain('You have asked.')
  const source = notices(village.house)[0]
  const fact = {
    id: 1,
    at: new Date(),
    kind: 'contribution.asked-wider',
    subject: { kind: 'contribution', id },
    actor: null,
  }
  const told = await village.house.db.asSystem('facts', async (tx) =>
    source?.audience(tx, { ...fact, community: place().id } as never),
  )
  expect([...(told ?? [])].sort()).toEqual([village.people.ines, village.people.henk].sort())
  expect((await rita.get(urls.wishes({ slug }))).status).toBe(404)
  const ines = await village.as('ines')
  expect(await (await ines.get(urls.wishes({ slug }))).text()).toContain('the robin')
  expect((await ines.post(urls.opening({ slug, id }), { version: '7' })).status).toBe(422)
  expect((await ines.post(urls.opening({ slug, id }), { version: '1' })).status).toBe(303)
  expect(await hears('paulo', id)).toBe(true)
  const other = await say('Not this one.')
  await must(ask('rita', other))
  expect((await rita.post(urls.wish({ slug, id: other }), { wish: 'no' })).status).toBe(303)
  expect((await ines.post(urls.leaving({ slug, id: other }))).status).toBe(303)
  expect(await hears('paulo', other)).toBe(false)
})

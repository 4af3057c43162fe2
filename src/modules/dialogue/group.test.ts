// Said to a chosen group: heard by it alone, through every door and past no wall; narrower at once, never to other few.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { must } from '../../../tests/village/questions.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { makeGroup } from '../community/group/actions.ts'
import { edit, narrow } from './actions/amending.ts'
import { say } from './actions/speaking.ts'
import { moveThread } from './actions/threads.ts'
import { choicesWithin, narrowerCircles, narrowerOf } from './circles.ts'
import { openForAll } from './looking/actions.ts'
import { contributionById, contributionsOf } from './store/contributions.ts'
import { threadOf } from './store/threads.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const everybody = ['ines', 'henk', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana'] as const
// Seats change while the test runs: a scope hears what the seats say now.
const scopeOf = async (who: VillagerName) => {
  const [row] = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ reach: string[] }>`select platform.reach_of(${village.people[who]}) as reach`),
  )
  return { ...village.scope(who), reach: row?.reach ?? [] }
}
const found = async (who: VillagerName, id: number) => {
  const scope = await scopeOf(who)
  return (await village.house.db.read(scope, contributionById(scope, id)))[0][0]
}
const hearing = async (id: number) => {
  const hear: string[] = []
  for (const who of everybody) if (await found(who, id)) hear.push(who)
  return hear
}
const make = async (who: VillagerName, people: readonly VillagerName[]) => {
  const input = { name: 'Pairs', people: people.map((one) => village.people[one]) }
  return `group:${(await must(makeGroup(village.house, village.scope(who), village.communities.reading, input))).id}` as const
}
const tell = async (who: VillagerName, circle: `group:${number}` | 'community' | 'facilitators', more: object = {}) =>
  say(village.house, await scopeOf(who), {
    thread: village.thread,
    community: village.community,
    text: 'Said to a few.',
    language: 'en',
    circle,
    ...more,
  })

test('D4: it is heard by the group alone: page, counts, API and a forgotten condition show nothing to others', async () => {
  const group = await make('rita', ['joana', 'ana'])
  const { id } = await must(tell('rita', group, { text: 'The zebrafinch meets on Fridays.' }))
  expect(await hearing(id)).toEqual(['rita', 'joana', 'ana'])
  for (const who of everybody) {
    const scope = await scopeOf(who)
    const rows = await village.house.db.write(scope, (tx) =>
      tx.rows(sql`select text from dialogue.contribution where id = ${id}`),
    )
    expect(rows).toHaveLength(['rita', 'joana', 'ana'].includes(who) ? 1 : 0)
    const [[thread]] = await village.house.db.read(scope, threadOf(scope, village.subject))
    const [voices] = await village.house.db.read(scope, contributionsOf(scope, village.subject, 1))
    expect(voices.length).toBe(thread?.contributions)
    expect((await (await village.as(who)).get(urls.voice({ slug, id }))).status).toBe(rows.length ? 303 : 404)
  }
})

test('the picker offers the groups one is in, the leader is not told of the one without leaders', async () => {
  const group = await make('rita', ['joana', 'ana'])
  const said = await village.say('rita', 'A beginning.')
  const page = async (who: VillagerName) => (await (await village.as(who)).get(urls.reply({ slug, id: said }))).text()
  expect(await page('rita')).toContain(`value="${group}"`)
  expect(await page('rita')).toContain('everyone but school leaders (7)')
  expect(await page('marta')).not.toContain(`value="${group}"`)
  expect(await page('paulo')).not.toContain('school leaders')
  const rita = await village.as('rita')
  const send = (audience: string) =>
    rita.post(urls.say({ slug, id: village.thread }), { text: 'To a few.', language: 'en', audience })
  expect((await send(group)).status).toBe(303)
  expect((await send('group:999999')).status).toBe(422)
  expect((await send('group:x')).status).toBe(422)
  expect(
    (
      await (
        await village.as('marta')
      ).post(urls.say({ slug, id: village.thread }), { text: 'Me too.', language: 'en', audience: group })
    ).status,
  ).toBe(422)
})

test('leaving a leader out: the school leader hears nothing of it, not even that something was said', async () => {
  const rows = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(
      sql<{
        id: number
      }>`select id from community.chosen_group where kind = 'without-leaders' and community_id = ${village.community}`,
    ),
  )
  const { id } = await must(tell('rita', `group:${rows[0]?.id ?? 0}`))
  expect(await hearing(id)).toEqual(everybody.filter((one) => one !== 'paulo'))
})

test('D5: a student’s words to a group wait for one adult’s look, and then open to that group and nobody else', async () => {
  const group = await make('tomas', ['ines', 'henk', 'rita'])
  const { id } = await must(tell('tomas', group))
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
  await must(openForAll(village.house, await scopeOf('henk'), id, 1))
  expect(await hearing(id)).toEqual(['ines', 'henk', 'rita', 'tomas'])
  await must(edit(village.house, await scopeOf('tomas'), id, { text: 'Otherwise.', language: 'en', version: 1 }))
  expect(await hearing(id)).toEqual(['ines', 'henk', 'tomas'])
})

test('narrower at once, to oneself; never to other few, never wider; answers and quotes stay inside', async () => {
  const group = await make('rita', ['joana', 'ana'])
  const { id } = await must(tell('rita', group))
  const rita = await scopeOf('rita')
  for (const circle of ['facilitators', 'community'] as const)
    expect(await narrow(village.house, rita, id, circle)).toMatchObject({ reason: 'narrow.wider' })
  for (const audience of [`facilitators:${village.community}`, `community:${village.community}`])
    await expect(
      village.house.db.write(rita, (tx) =>
        tx.rows(sql`update dialogue.contribution set audience = ${audience} where id = ${id}`),
      ),
    ).rejects.toThrow()
  expect(await tell('joana', 'community', { replyTo: id })).toMatchObject({ reason: 'say.tooWide' })
  expect(await tell('joana', 'community', { quote: { of: id, words: 'Said to a few.' } })).toMatchObject({
    reason: 'say.tooWide',
  })
  const answer = await must(tell('joana', group, { replyTo: id }))
  expect(await hearing(answer.id)).toEqual(['rita', 'joana', 'ana'])
  expect((await narrow(village.house, rita, id, 'me')).ok).toBe(true)
  expect(await hearing(id)).toEqual(['rita'])
})

test('when the conversation becomes narrow, what was said to a group goes back to its author', async () => {
  const thread = await village.open('ines', 77, `community:${village.community}`)
  const group = await make('rita', ['joana', 'ana'])
  const { id } = await must(tell('rita', group, { thread }))
  await village.house.db.write(village.scope('ines'), (tx) =>
    moveThread(tx, { kind: 'question', id: 77 }, `facilitators:${village.community}`),
  )
  expect(await hearing(id)).toEqual(['rita'])
})

test('two walls and random groups: whoever reads hears what the pure rule says, and students never without two adults', async () => {
  const names = fc.subarray(
    [...everybody].filter((one) => one !== 'rita'),
    { minLength: 0, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(names, async (chosen) => {
      const input = { name: 'Random', people: chosen.map((one) => village.people[one]) }
      const made = await makeGroup(village.house, village.scope('rita'), village.communities.reading, input)
      const adults = chosen.filter((one) => one === 'ines' || one === 'henk').length
      expect(made.ok).toBe(chosen.length >= 2 && (!chosen.includes('tomas') || adults >= 2))
      if (!made.ok) return
      const { id } = await must(tell('rita', `group:${made.value.id}`))
      expect((await hearing(id)).sort()).toEqual([...chosen, 'rita'].sort())
    }),
    { numRuns: 12 },
  )
})

test('what one may choose inside what', () => {
  const groups = [{ id: 3, kind: 'chosen' as const, name: 'Pairs', people: 3 }]
  expect(choicesWithin('community:1', groups)).toEqual(['community', 'group:3', 'facilitators', 'me'])
  expect(choicesWithin('facilitators:1', groups)).toEqual(['facilitators', 'me'])
  expect(choicesWithin('group:3', groups)).toEqual(['group:3', 'me'])
  expect(narrowerCircles('group:3')).toEqual(['me'])
  expect([
    narrowerOf('group:3', 'facilitators:1'),
    narrowerOf('group:3', 'group:4'),
    narrowerOf('community:1', 'group:3'),
  ]).toEqual(['me:0', 'me:0', 'group:3'])
})

// Chosen groups: three or more, students beside two vetted adults, nobody added later, and a leader who can be left out.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../../tests/village/program.ts'
import { must } from '../../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { apiUrls } from '../urls.ts'
import * as actions from './actions.ts'
import { mayBeGroup } from './group.ts'
import { groupUrls } from './urls.ts'

let village: Village
const slug = 'reading-together'
const place = () => village.communities.reading
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const make = (who: VillagerName, people: readonly VillagerName[], name = 'Pairs') =>
  actions.makeGroup(village.house, village.scope(who), place(), {
    name,
    people: people.map((one) => village.people[one]),
  })
const hearing = async (id: number) => {
  const rows = await owner(
    sql<{ person_id: number }>`select person_id from platform.seat where audience = ${`group:${id}`}`,
  )
  return Object.entries(village.people)
    .filter(([, person]) => rows.some((row) => row.person_id === person))
    .map(([name]) => name)
    .sort()
}
const withoutLeaders = async () =>
  (
    await owner(
      sql<{
        id: number
      }>`select id from community.chosen_group where kind = 'without-leaders' and community_id = ${place().id}`,
    )
  )[0]?.id ?? 0

test.each([
  [{ people: 2, students: 0, adults: 2 }, 'group.three'],
  [{ people: 3, students: 0, adults: 0 }, undefined],
  [{ people: 3, students: 1, adults: 1 }, 'group.adults'],
  [{ people: 3, students: 1, adults: 2 }, undefined],
])('D4: %j', (counted, reason) => {
  const may = mayBeGroup(counted)
  expect(may.ok ? undefined : may.reason).toBe(reason)
})

test('D4: a group of three is heard by those three; two, or a student beside one adult, are refused', async () => {
  const { id } = await must(make('rita', ['joana', 'ana']))
  expect(await hearing(id)).toEqual(['ana', 'joana', 'rita'])
  expect(await make('rita', ['joana'])).toMatchObject({ reason: 'group.three' })
  expect(await make('rita', ['joana', 'zuzana'])).toMatchObject({ reason: 'group.three' })
  expect(await make('rita', ['tomas', 'ines'])).toMatchObject({ reason: 'group.adults' })
  expect(await make('zuzana', ['rita', 'joana', 'ana'])).toMatchObject({ ok: false })
  const withChild = await must(make('tomas', ['ines', 'henk', 'rita']))
  expect(await hearing(withChild.id)).toEqual(['henk', 'ines', 'rita', 'tomas'])
})

test('when the second vetted adult leaves a group, students hear it no more; two who are left hear nothing', async () => {
  const { id } = await must(make('ines', ['henk', 'tomas', 'rita', 'ana']))
  await must(actions.leaveGroup(village.house, village.scope('henk'), place(), id))
  await must(actions.leaveGroup(village.house, village.scope('henk'), place(), id))
  expect(await hearing(id)).toEqual(['ana', 'ines', 'rita'])
  await must(actions.leaveGroup(village.house, village.scope('ana'), place(), id))
  expect(await hearing(id)).toEqual([])
})

test('a vetted adult more or less decides whether students hear', async () => {
  const { id } = await must(make('ines', ['henk', 'tomas', 'rita']))
  await owner(sql`update community.membership set role = 'member' where person_id = ${village.people.henk}`)
  expect(await hearing(id)).toEqual(['henk', 'ines', 'rita'])
  await owner(sql`update community.membership set role = 'facilitator' where person_id = ${village.people.henk}`)
  expect(await hearing(id)).toEqual(['henk', 'ines', 'rita', 'tomas'])
})

test('a leader can be left out: the group makes itself, and no tick less lets the leader hear what was said before', async () => {
  const id = await withoutLeaders()
  const all = await hearing(id)
  expect(all).not.toContain('paulo')
  expect(all).toEqual(['ana', 'henk', 'ines', 'joana', 'marta', 'rita', 'tomas'])
  const paulo = await village.as('paulo')
  await paulo.post(`/c/${slug}/people/me`, { perspectives: ['teacher'] })
  expect(await hearing(id)).toEqual(all)
  await paulo.post(`/c/${slug}/people/me`, { perspectives: ['leader'] })
  expect(await hearing(id)).toEqual(all)
})

test('who knows of a group: those in it and the facilitators; the second wall says the same', async () => {
  const { id } = await must(make('rita', ['joana', 'ana'], 'The quiet three'))
  for (const [who, knows] of [
    ['rita', true],
    ['ana', true],
    ['ines', true],
    ['marta', false],
    ['paulo', false],
  ] as const) {
    const answer = await (await village.as(who)).get(groupUrls.groups({ slug }))
    expect([who, answer.status, (await answer.text()).includes('The quiet three')]).toEqual([who, 200, knows])
    const seen = await village.house.db.write(village.scope(who), (tx) =>
      tx.rows(sql`select id from community.chosen_group where id = ${id}`),
    )
    expect(seen).toHaveLength(knows ? 1 : 0)
  }
  expect((await (await village.as('zuzana')).get(groupUrls.groups({ slug }))).status).toBe(404)
  const groups = async (who: VillagerName) =>
    (
      (await (await (await programOf(village, who)).get(apiUrls.groups({ slug }))).json()) as {
        items: { audience: string; name: string | null }[]
      }
    ).items
  expect(await groups('ana')).toContainEqual(
    expect.objectContaining({
      audience: `group:${id}`,
      name: 'The quiet three',
      withoutLeaders: false,
      people: 3,
    }),
  )
  expect(JSON.stringify(await groups('ines'))).not.toContain('The quiet three')
})

test('nobody is added later, and nobody sits down by themselves: the database refuses', async () => {
  const { id } = await must(make('rita', ['joana', 'ana']))
  const asApp = (who: VillagerName, query: ReturnType<typeof sql>) =>
    village.house.db.write(village.scope(who), (tx) => tx.rows(query))
  await expect(
    asApp('rita', sql`select community.fill_group(${id}, ${[village.people.paulo]}::bigint[])`),
  ).rejects.toThrow('filled once')
  await expect(
    asApp(
      'marta',
      sql`insert into community.group_member (group_id, community_id, person_id)
    values (${id}, ${place().id}, ${village.people.marta})`,
    ),
  ).rejects.toThrow()
  await expect(
    asApp(
      'marta',
      sql`insert into community.chosen_group (community_id, kind, made_by, made_at)
    values (${place().id}, 'without-leaders', ${village.people.marta}, now())`,
    ),
  ).rejects.toThrow()
  await asApp('marta', sql`delete from community.group_member where group_id = ${id}`)
  expect(await hearing(id)).toEqual(['ana', 'joana', 'rita'])
})

test('by the doors: made once however often it is sent, given back with what was typed, left and ended', async () => {
  const rita = await village.as('rita')
  const people = [village.people.joana, village.people.ana].map(String)
  const odd = await rita.post(groupUrls.groups({ slug }), { name: 'Pair', people: people.slice(0, 1) })
  expect(odd.status).toBe(422)
  expect(await odd.text()).toContain('value="Pair"')
  expect((await rita.post(groupUrls.groups({ slug }), { name: ' ', people })).status).toBe(422)
  expect((await rita.post(groupUrls.groups({ slug }), { name: 'x', people: ['nobody'] })).status).toBe(422)
  const once = 'the-same-group-sent-twice'
  const both = await Promise.all(
    [1, 2].map(() => rita.post(groupUrls.groups({ slug }), { name: 'Twice', people, once })),
  )
  expect(both.map((one) => one.status)).toEqual([303, 303])
  const [row, second] = await owner(sql<{ id: number }>`select id from community.chosen_group where name = 'Twice'`)
  expect(second).toBeUndefined()
  const where = { slug, id: row?.id ?? 0 }
  expect((await (await village.as('ana')).post(groupUrls.end(where))).status).toBe(422)
  expect((await (await village.as('marta')).post(groupUrls.end(where))).status).toBe(422)
  expect((await (await village.as('ines')).post(groupUrls.end(where))).status).toBe(303)
  expect(await actions.endGroup(village.house, village.scope('rita'), place(), where.id)).toMatchObject({ ok: true })
  expect((await rita.post(groupUrls.leave(where))).status).toBe(303)
  expect(await (await rita.get(groupUrls.groups({ slug }))).text()).toContain('Ended: nothing more is said to it.')
})

test('whoever leaves the community leaves its groups', async () => {
  const { id } = await must(make('rita', ['joana', 'ana', 'marta']))
  await owner(
    sql`delete from community.membership where person_id = ${village.people.marta} and community_id = ${place().id}`,
  )
  expect(await hearing(id)).toEqual(['ana', 'joana', 'rita'])
  expect(await hearing(await withoutLeaders())).not.toContain('marta')
})

// The second wall alone: with every condition of ours forgotten, PostgreSQL shows a question to those whom it concerns only.
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../demonstration/people.ts'

let village: Asking
let id: number
let thread: number
beforeAll(async () => {
  village = await openAsking()
  thread = (await village.begin()).thread
  id = await village.asked('rita', ['marta'], { thread })
})
afterAll(() => village.close())

const seenBy = async (who: VillagerName | 'visitor') => {
  const scope = who === 'visitor' ? village.visitorScope : village.scope(who)
  const [rows] = await village.house.db.read(scope, sql<{ id: number }>`select id from dialogue.ask`)
  return rows.map((row) => row.id)
}
const tries = (who: VillagerName, work: RawBuilder<{ id: number }>) =>
  village.house.db.write(village.scope(who), (tx) => tx.rows(work))
const insert = (who: VillagerName, author: VillagerName, asked: number, about = thread) =>
  tries(
    who,
    sql`insert into dialogue.ask (thread_id, community_id, author_id, asked_id, question, language, asked_at, ends_at)
      values (${about}, 1, ${village.people[author]}, ${asked}, 'Forged?', 'en', now(), now() + interval '1 day')
      returning id`,
  )

test.each([
  ['rita', true],
  ['marta', true],
  ['ines', true],
  ['joana', false],
  ['tomas', false],
  ['zuzana', false],
  ['visitor', false],
] as const)('%s sees it: %s', async (who, sees) => {
  expect((await seenBy(who)).includes(id)).toBe(sees)
})

test('a facilitator who does not hear the conversation does not see who was asked in it', async () => {
  const scope = village.scope('rita')
  const { thread: own } = await village.begin('rita')
  const asked = await village.asked('rita', ['marta'], { thread: own })
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update dialogue.thread set audience = ${`me:${scope.personId}`} where id = ${own}`),
  )
  expect([await seenBy('ines'), await seenBy('rita')].map((ids) => ids.includes(asked))).toEqual([false, true])
})

test.each([
  ['in another’s name', () => insert('joana', 'rita', village.people.marta), /row-level security/],
  ['somebody of another community', () => insert('rita', 'rita', village.people.zuzana), /row-level security/],
  ['from another community', () => insert('zuzana', 'zuzana', village.people.marta), /row-level security/],
  ['oneself', () => insert('rita', 'rita', village.people.rita), /check constraint/],
] as const)('nobody asks %s', async (_, work, refused) => {
  await expect(work()).rejects.toThrow(refused)
})

const closing = (state: string, contribution: number | null = null) => sql<{ id: number }>`
  update dialogue.ask set state = ${state}, closed_at = now(), contribution_id = ${contribution} where id = ${id} returning id`

test('nobody closes it who may not, nor with an answer that is not the asked person’s own', async () => {
  for (const who of ['joana', 'zuzana', 'ines'] as const) expect(await tries(who, closing('passed'))).toEqual([])
  await expect(tries('rita', closing('passed'))).rejects.toThrow('not closed so')
  await expect(tries('marta', closing('taken-back'))).rejects.toThrow('not closed so')
  const voice = await village.say('joana', 'Not Marta.', { thread })
  await expect(tries('marta', closing('answered', voice))).rejects.toThrow('said by the person asked')
  await expect(
    tries('marta', sql`update dialogue.ask set asked_id = ${village.people.joana} where id = ${id} returning id`),
  ).rejects.toThrow(/permission denied/)
})

test('nobody makes a link to a question that was not asked of them', async () => {
  const link = (who: VillagerName, person: number) =>
    tries(
      who,
      sql`insert into dialogue.answer_link (token_hash, ask_id, person_id, purpose, made_at, expires_at)
        values (${Buffer.from(who)}, ${id}, ${person}, 'answer', now(), now() + interval '1 day') returning ask_id as id`,
    )
  await expect(link('rita', village.people.marta)).rejects.toThrow(/row-level security/)
  await expect(link('rita', village.people.rita)).rejects.toThrow(/foreign key/)
  expect(await link('marta', village.people.marta)).toEqual([{ id }])
})

test('whether something was asked before is told to nobody outside the conversation', async () => {
  const asked = (who: VillagerName) =>
    village.house.db.read(
      village.scope(who),
      sql<{
        before: boolean
      }>`select dialogue.asked_before(${village.people.marta}, ${thread}, 'How does he read at home?', now()) as before,
        dialogue.can_be_asked(${village.people.marta}, ${thread}) as can`,
    )
  expect((await asked('joana'))[0]).toEqual([{ before: true, can: true }])
  expect((await asked('zuzana'))[0]).toEqual([{ before: false, can: false }])
})

// The second wall alone: with the first wall's WHERE gone, PostgreSQL lets nobody read a word back that is not for them.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { must, openQuestions, type Questions } from '../../../../tests/village/questions.ts'
import { heardBy } from '../../community/audience.ts'
import { addUnknown } from '../actions/carry.ts'
import { agree, conclude, start } from '../tryout/actions.ts'
import { tell } from './actions.ts'
import { endingsOf } from './store/ending.ts'

vi.mock('../../community/audience.ts', async (original) => ({
  ...(await original<typeof import('../../community/audience.ts')>()),
  heardBy: () => sql`true`,
}))

let village: Questions
beforeAll(async () => {
  village = await openQuestions()
})
afterAll(() => village.close())

const viewers = ['ines', 'rita', 'joana', 'marta', 'tomas', 'henk', 'zuzana', 'visitor'] as const
type Viewer = (typeof viewers)[number]
const scopeOf = (who: Viewer) => (who === 'visitor' ? village.visitorScope : village.scope(who))

/** How many words back, and whether the ending itself, reach a viewer when the query asks for all there is. */
const heard = async (who: Viewer, ending: number): Promise<string> => {
  const [words, endings] = await village.house.db.read(
    scopeOf(who),
    sql<{ id: number }>`select id from challenge.word_back where ending_id = ${ending}`,
    sql<{ id: number }>`select id from challenge.ending where id = ${ending}`,
  )
  return `${words.length} ${endings.length}`
}

const ended = async (circle: 'community' | 'facilitators'): Promise<{ id: number; ending: number }> => {
  const { house, scope } = village
  const id = await village.raise('marta', `What do ${circle} hear?`, { circle })
  const others = circle === 'community' ? (['joana', 'paulo'] as const) : (['henk'] as const)
  for (const who of others) await must(addUnknown(house, scope(who), id, { words: 'Who?', language: 'en' }))
  const owner = circle === 'community' ? ('rita' as const) : ('ines' as const)
  const tryout = await village.propose(owner, id)
  await must(agree(house, scope('henk'), id, tryout))
  await must(start(house, scope(owner), id, tryout, 'Europe/Lisbon'))
  await must(conclude(house, scope(owner), id, tryout, { ending: 'stop', reason: 'Enough.' }))
  const [[ending]] = await house.db.read(scope('ines'), endingsOf(scope('ines'), id))
  return { id, ending: ending?.id ?? 0 }
}

test('the first wall is really gone here', () => {
  expect(heardBy(village.visitorScope, 'c').toOperationNode()).toMatchObject({ sqlFragments: ['true'] })
})

test('Waiting words are the owner’s and the facilitators’; told ones also their person’s, each their own', async () => {
  const { id, ending } = await ended('community')
  const all = async () =>
    Object.fromEntries(await Promise.all(viewers.map(async (who) => [who, await heard(who, ending)])))
  const nobody = { zuzana: '0 0', visitor: '0 0' }
  const here = { joana: '0 1', marta: '0 1', tomas: '0 1' }
  expect(await all()).toEqual({ ...nobody, ...here, ines: '3 1', henk: '3 1', rita: '3 1' })
  const line = { everyone: 'So it was.', apart: new Map(), language: 'en' as const }
  await must(tell(village.house, village.scope('rita'), id, ending, line))
  const told = { joana: '1 1', marta: '1 1', tomas: '0 1' }
  expect(await all()).toEqual({ ...nobody, ...told, ines: '3 1', henk: '3 1', rita: '3 1' })
})

test('A question for the facilitators keeps its endings to them and its asker', async () => {
  const { ending } = await ended('facilitators')
  for (const who of ['rita', 'joana', 'tomas', 'zuzana', 'visitor'] as const)
    expect(await heard(who, ending)).toBe('0 0')
  expect(await heard('marta', ending)).toBe('0 1')
  expect(await heard('henk', ending)).toBe('2 1')
})

test('Nobody asks for all words on a question who may not end it, and nobody tells in another’s name', async () => {
  const { id, ending } = await ended('community')
  const wordsFor = async (who: Viewer) =>
    (
      await village.house.db.read(
        scopeOf(who),
        sql<{ person_id: number }>`select person_id from challenge.words_on(${id}, null)`,
      )
    )[0].length
  for (const who of ['joana', 'tomas', 'rita', 'zuzana', 'visitor'] as const) expect(await wordsFor(who)).toBe(0)
  const forged = await village.house.db
    .write(scopeOf('joana'), (tx) =>
      tx.rows(sql`update challenge.word_back set words = 'x', language = 'en', told_by = ${village.people.rita},
        told_at = ${tx.now} where ending_id = ${ending} returning id`),
    )
    .catch(() => [])
  expect(forged).toEqual([])
  const inHerName = village.house.db.write(scopeOf('ines'), (tx) =>
    tx.rows(sql`update challenge.word_back set words = 'x', language = 'en', told_by = ${village.people.rita},
      told_at = ${tx.now} where ending_id = ${ending} returning id`),
  )
  await expect(inHerName).rejects.toThrow('row-level security')
})

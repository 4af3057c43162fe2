// The second wall alone: with the WHERE of the first one gone, PostgreSQL lets nobody hear a question that is not for them.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { must, openQuestions, type Questions } from '../../../tests/village/questions.ts'
import { heardBy } from '../community/audience.ts'
import { addDifference, addUnknown } from './actions/carry.ts'
import { reflect } from './reflection/actions.ts'
import { reflectionsOf } from './reflection/store.ts'
import { challengeById, challengesOf, wordingsOf } from './store/challenge.ts'
import { differencesOf, outcomesOf, unknownsOf } from './store/unknown.ts'
import { changesOf, sightingsOf, tryoutsOf } from './tryout/store.ts'

vi.mock('../community/audience.ts', async (original) => ({
  ...(await original<typeof import('../community/audience.ts')>()),
  heardBy: () => sql`true`,
}))

let village: Questions
beforeAll(async () => {
  village = await openQuestions()
})
afterAll(() => village.close())

const viewers = ['ines', 'rita', 'joana', 'marta', 'henk', 'zuzana', 'visitor'] as const
type Viewer = (typeof viewers)[number]

const heard = async (who: Viewer, id: number): Promise<number> => {
  const scope = who === 'visitor' ? village.visitorScope : village.scope(who)
  const found = await village.house.db.read(
    scope,
    challengeById(scope, id),
    wordingsOf(scope, id),
    unknownsOf(scope, id),
    differencesOf(scope, id),
    outcomesOf(scope, id),
    tryoutsOf(scope, id),
    changesOf(scope, id),
    sightingsOf(scope, id),
    reflectionsOf(scope, id),
    challengesOf(scope, village.place.id),
  )
  const [listed, ...hanging] = found.toReversed()
  return hanging.flat().length + (listed ?? []).filter((one) => (one as { id: number }).id === id).length
}

const full = async (circle: 'community' | 'facilitators' | 'me'): Promise<number> => {
  const { house } = village
  const scope = village.scope('rita')
  const id = await village.raise('rita', `How is it heard by ${circle}?`, { circle })
  await must(addUnknown(house, scope, id, { words: 'Who hears it?', language: 'en' }))
  await must(addDifference(house, scope, id, { words: 'I see it so.', language: 'en' }))
  await village.propose('rita', id)
  const answers = { provisional: '', meeting: '', together: '', change: '', dare: 'To ask.' }
  await must(reflect(house, scope, id, { answers, language: 'en' }))
  return id
}

test('the first wall is really gone here', () => {
  expect(heardBy(village.visitorScope, 'c').toOperationNode()).toMatchObject({ sqlFragments: ['true'] })
})

test.each([
  ['community', ['ines', 'rita', 'joana', 'marta', 'henk']],
  ['facilitators', ['ines', 'rita', 'henk']],
  ['me', ['rita']],
] as const)('a question for %s and all that hangs on it is heard by %s and nobody else', async (circle, by) => {
  const id = await full(circle)
  const counts = await Promise.all(viewers.map(async (who) => [who, await heard(who, id)] as const))
  expect(counts.filter(([, count]) => count > 0).map(([who]) => who)).toEqual(by)
  // Her reflection is hers alone, in whatever circle the question is.
  for (const [who, count] of counts) if (count > 0) expect(count).toBe(who === 'rita' ? 7 : 6)
})

test('with both walls gone the same listening hears too much: it is not deaf', async () => {
  const id = await full('me')
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql`alter table challenge.challenge disable row level security`)
    await tx.rows(sql`alter table challenge.reflection disable row level security`)
  })
  expect(await heard('zuzana', id)).toBeGreaterThan(0)
})

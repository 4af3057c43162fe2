// The second wall alone: with every WHERE of ours taken away, nobody reads or writes outside their circles.
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, openQuestions, type Questions } from '../../../tests/village/questions.ts'
import * as actions from './actions/carry.ts'
import { reflect } from './reflection/actions.ts'
import { change, tell } from './tryout/actions.ts'

const tables = [
  'challenge',
  'wording',
  'unknown',
  'difference',
  'outcome',
  'tryout',
  'change',
  'sighting',
  'reflection',
] as const
type Who = Parameters<Questions['scope']>[0] | 'visitor'

let village: Questions
const ids: Record<'community' | 'facilitators' | 'me', number> = { community: 0, facilitators: 0, me: 0 }
beforeAll(async () => {
  village = await openQuestions()
  const { house, scope } = village
  for (const circle of ['community', 'facilitators', 'me'] as const) {
    const id = await village.raise('rita', `Who hears ${circle}?`, { circle })
    ids[circle] = id
    const words = { words: circle, language: 'en' as const }
    await must(actions.addUnknown(house, scope('rita'), id, words))
    await must(actions.addDifference(house, scope('rita'), id, words))
    await must(
      reflect(house, scope('rita'), id, {
        answers: { provisional: circle, meeting: '', together: '', change: '', dare: '' },
        language: 'en',
      }),
    )
    if (circle !== 'me') {
      const tryout = await village.running(id)
      await must(change(house, scope('rita'), id, tryout, { happened: circle, nowDo: circle, language: 'en' }))
      await must(tell(house, scope('rita'), id, tryout, words, 'Europe/Lisbon'))
    }
    await must(actions.answer(house, scope('rita'), id, { known: circle, staysOpen: '', language: 'en' }))
  }
})
afterAll(() => village.close())

const scopeOf = (who: Who) => (who === 'visitor' ? village.visitorScope : village.scope(who))
const heardIn = async (who: Who, table: (typeof tables)[number]): Promise<number[]> => {
  const column = table === 'challenge' ? 'id' : 'challenge_id'
  const [rows] = await village.house.db.read(
    scopeOf(who),
    sql<{ id: number }>`select distinct ${sql.ref(column)} as id from ${sql.table(`challenge.${table}`)} order by 1`,
  )
  return rows.map(({ id }) => id)
}

test.each(tables)('challenge.%s shows each person what their circles hear, and nothing more', async (table) => {
  const own = table === 'reflection'
  const tried = ['tryout', 'change', 'sighting'].includes(table)
  expect(await heardIn('rita', table)).toEqual([ids.community, ids.facilitators, ...(tried ? [] : [ids.me])])
  expect(await heardIn('ines', table)).toEqual(own ? [] : [ids.community, ids.facilitators])
  expect(await heardIn('marta', table)).toEqual(own ? [] : [ids.community])
  expect(await heardIn('zuzana', table)).toEqual([])
  expect(await heardIn('visitor', table)).toEqual([])
})

const writes = (who: Who, query: RawBuilder<unknown>) => village.house.db.write(scopeOf(who), (tx) => tx.rows(query))

test('Nobody writes in a community that is not theirs, in somebody else’s name, or to a circle elsewhere', async () => {
  const { id } = village.place
  const rita = village.people.rita
  const insert = (author: number, community: number, audience: string) => sql`
    insert into challenge.challenge (community_id, author_id, audience, question, language, about_child, raised_at, changed_at)
    values (${community}, ${author}, ${audience}, 'Why?', 'en', 'no', ${village.clock.at}, ${village.clock.at})`
  await expect(writes('zuzana', insert(village.people.zuzana, id, `community:${id}`))).rejects.toThrow(
    /row-level security/,
  )
  await expect(writes('marta', insert(rita, id, `community:${id}`))).rejects.toThrow(/row-level security/)
  await expect(writes('rita', insert(rita, id, `community:${village.communities.quiet.id}`))).rejects.toThrow(
    /row-level security/,
  )
  await expect(writes('rita', insert(rita, id, 'public'))).rejects.toThrow(/row-level security/)
  await expect(writes('visitor', insert(rita, id, `community:${id}`))).rejects.toThrow(/row-level security/)
})

test('A forgotten WHERE changes and deletes nothing out of reach', async () => {
  for (const table of tables.filter((one) => one !== 'wording' && one !== 'outcome'))
    await writes('zuzana', sql`delete from ${sql.table(`challenge.${table}`)}`)
  await writes(
    'marta',
    sql`update challenge.challenge set state = 'parked', parked_from = 'raised' where id <> ${ids.community}`,
  )
  await writes('ines', sql`update challenge.reflection set dare = 'Mine now.'`)
  const count = await village.house.db.asSystem('command-line', (tx) =>
    tx.one(sql<{ challenges: number; parked: number; taken: number }>`
      select (select count(*) from challenge.challenge) as challenges,
        (select count(*) from challenge.challenge where state = 'parked') as parked,
        (select count(*) from challenge.reflection where dare = 'Mine now.') as taken`),
  )
  expect(count).toEqual({ challenges: 3, parked: 0, taken: 0 })
})

test('What happened is told in ids and verbs; no word of a question is in the facts', async () => {
  const facts = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<object>`select * from platform.fact`),
  )
  expect(facts.length).toBeGreaterThan(20)
  expect(JSON.stringify(facts)).not.toMatch(/Who hears|Read in pairs/)
})

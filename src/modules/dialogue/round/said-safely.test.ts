// What is said in a round safely: a student's words after one look, and words without a name, before and after it opens.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openRounds, type Rounds } from '../../../../tests/village/rounds.ts'
import { closeRound, lookAtAnswer } from './actions.ts'

let village: Rounds
beforeAll(async () => {
  village = await openRounds()
})
afterAll(() => village.close())
beforeEach(async () => {
  await village.begin()
})

test('a student’s answer: the adults at once, the others with all others after one look; unlooked, it waits as ever', async () => {
  const first = await village.opened('rita', { hidden: 'until_own' })
  await village.says('rita', first)
  await village.says('tomas', first, 'I was tierd.')
  expect((await village.see('rita', first)).heard).toEqual([])
  // The facilitator has not spoken and hears the student all the same, and nobody else.
  const [waiting] = (await village.see('ines', first)).heard
  expect(waiting).toMatchObject({ author: 'Tomás', waits: true })
  expect(await lookAtAnswer(village.house, village.scope('rita'), first, waiting?.sign ?? '')).toMatchObject({
    ok: false,
  })
  expect(await lookAtAnswer(village.house, village.scope('ines'), first, 'other words')).toMatchObject({
    ok: false,
    reason: 'look.meanwhile',
  })
  expect(await lookAtAnswer(village.house, village.scope('ines'), first, waiting?.sign ?? '')).toMatchObject({
    ok: true,
  })
  expect((await village.see('ines', first)).heard).toEqual([])
  expect((await village.see('rita', first)).heard.map(({ author }) => author)).toEqual(['Tomás'])
  // Other words wait again.
  await village.turn('tomas', first, 'said', 'I was very tierd.', { seen: 1 })
  expect((await village.see('rita', first)).heard).toEqual([])
  const [again] = (await village.see('henk', first)).heard
  await lookAtAnswer(village.house, village.scope('henk'), first, again?.sign ?? '')
  await closeRound(village.house, village.scope('ines'), first)
  expect((await village.voicesIn('marta')).map(({ author }) => author).sort()).toEqual(['Rita Vale', 'Tomás'])

  await village.begin()
  const second = await village.opened()
  await village.says('tomas', second)
  await closeRound(village.house, village.scope('ines'), second)
  expect(await village.voicesIn('marta')).toEqual([])
  expect(await village.voicesIn('henk')).toMatchObject([{ author: 'Tomás', waits: true }])
  expect(await village.opens('tomas')).toMatchObject({ ok: false, reason: 'open.student' })
})

test('without a name: nobody learns whose it is, not before and not after, and its author finds it', async () => {
  const id = await village.opened('rita', { hidden: 'until_own' })
  await village.turn('marta', id, 'said', 'I felt small.', { nameless: true })
  await village.says('rita', id)
  const heard = (await village.see('rita', id)).heard
  expect(heard).toMatchObject([{ author: null, person_id: 0, nameless: true }])
  expect(JSON.stringify(heard)).not.toContain('Marta')
  await closeRound(village.house, village.scope('ines'), id)
  const [unnamed] = (await village.voicesIn('ines')).filter(({ nameless }) => nameless)
  expect(unnamed).toMatchObject({ author: null, author_id: 0 })
  expect((await village.voicesIn('marta')).find(({ nameless }) => nameless)?.author_id).toBe(village.people.marta)
  const told = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ actor_id: number | null }>`
      select actor_id from platform.fact where kind = 'contribution.said' and subject_id = ${unnamed?.id ?? 0}`),
  )
  expect(told).toEqual([{ actor_id: null }])
})

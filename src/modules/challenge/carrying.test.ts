// Carrying a question on: what we don't know, where we differ, its states, its answer, and the story made of it.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, openQuestions, type Questions } from '../../../tests/village/questions.ts'
import { hits } from '../../platform/search/hits.ts'
import { buildQuery } from '../../platform/search/question.ts'
import * as actions from './actions/carry.ts'
import { makeStory } from './actions/make-story.ts'
import { challengesOf, challengeWalls, foundChallenges } from './store/challenge.ts'
import { urls } from './urls.ts'

let village: Questions
let slug: string
let id: number
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
  id = await village.raise('rita', 'How can everybody take part?')
})
afterAll(() => village.close())

const pageOf = async (who: Parameters<Questions['as']>[0], which = id) =>
  (await (await village.as(who)).get(urls.challenge({ slug, id: which }))).text()
const said = (words: string) => ({ words, language: 'en' as const })
const facts = async (which: number) =>
  (
    await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(
        sql<{
          kind: string
        }>`select kind from platform.fact where subject_kind = 'challenge' and subject_id = ${which} order by id`,
      ),
    )
  ).map(({ kind }) => kind)

test('What we do not know is added, closed through evidence, and opened again', async () => {
  const marta = await village.as('marta')
  expect((await marta.post(urls.unknowns({ slug, id }), { unknown: 'Does he know the words?' })).status).toBe(303)
  const empty = await marta.post(urls.unknowns({ slug, id }), { unknown: '  ' })
  expect(empty.status).toBe(422)
  const [row] = await village.house.db.read(
    village.scope('rita'),
    sql<{ id: number }>`select id from challenge.unknown where challenge_id = ${id}`,
  )
  const unknown = row[0]?.id ?? 0
  const joana = await village.as('joana')
  expect(await (await joana.get(urls.unknown({ slug, id, unknown }))).text()).toContain('How do we know?')
  expect((await joana.post(urls.unknown({ slug, id, unknown }), { evidence: '' })).status).toBe(422)
  const { house } = village
  const evidence = { ...said('He read 14 of 15 lines to his sister.'), contribution: null }
  const both = await Promise.all([
    actions.closeUnknown(house, village.scope('joana'), id, unknown, evidence),
    actions.closeUnknown(house, village.scope('ines'), id, unknown, evidence),
  ])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await pageOf('rita')).toContain('He read 14 of 15 lines to his sister.')
  expect(await actions.closeUnknown(house, village.scope('rita'), id, unknown, evidence)).toMatchObject({
    reason: 'unknown.closed',
  })
  expect((await joana.post(urls.reopenUnknown({ slug, id, unknown }))).status).toBe(303)
  expect(await pageOf('rita')).not.toContain('He read 14 of 15')
  expect(await actions.takeBackUnknown(house, village.scope('rita'), id, unknown)).toMatchObject({
    reason: 'takeBack.notYours',
  })
  expect((await marta.post(urls.takeBackUnknown({ slug, id, unknown }))).status).toBe(303)
  expect(await pageOf('rita')).not.toContain('Does he know the words?')
  expect(await actions.reopenUnknown(house, village.scope('rita'), id, unknown)).toMatchObject({ reason: 'moved' })
})

test('Where we see it differently stands by name, and only its writer takes it back', async () => {
  const { house } = village
  const made = await must(actions.addDifference(house, village.scope('joana'), id, said('I think it is the book.')))
  expect(await pageOf('rita')).toMatch(/I think it is the book\.[\s\S]*Joana Simões/)
  expect(await actions.takeBackDifference(house, village.scope('ines'), id, made.id)).toMatchObject({
    reason: 'takeBack.notYours',
  })
  await must(actions.takeBackDifference(house, village.scope('joana'), id, made.id))
  expect(await actions.addDifference(house, village.scope('zuzana'), id, said('Me too.'))).toMatchObject({
    reason: 'gone',
  })
})

test('The asker or a facilitator moves it; whoever else tries is told, and of two at once one does', async () => {
  const marta = await village.as('marta')
  const refused = await marta.post(urls.move({ slug, id }), { move: 'choose' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Quem perguntou, ou um facilitador')
  expect((await marta.post(urls.move({ slug, id }), { move: 'answer' })).status).toBe(422)
  const { house } = village
  const two = await Promise.all([
    actions.move(house, village.scope('rita'), id, 'choose'),
    actions.move(house, village.scope('ines'), id, 'choose'),
  ])
  expect(two.filter((one) => one.ok)).toHaveLength(1)
  await must(actions.move(house, village.scope('ines'), id, 'explore'))
  expect(await actions.move(house, village.scope('ines'), id, 'choose')).toMatchObject({ reason: 'moved' })
  await must(actions.move(house, village.scope('rita'), id, 'park'))
  expect(await pageOf('marta')).toContain('Em pausa')
  await must(actions.move(house, village.scope('rita'), id, 'reopen'))
  expect((await facts(id)).slice(-4)).toEqual([
    'challenge.chosen',
    'challenge.explored',
    'challenge.parked',
    'challenge.reopened',
  ])
})

test('Answered for now keeps the differences and what stays open, and becomes a story', async () => {
  const { house } = village
  await must(actions.addUnknown(house, village.scope('ines'), id, said('Would others like to choose?')))
  await must(actions.addDifference(house, village.scope('joana'), id, said('I still think it is the book.')))
  expect(await makeStory(house, village.scope('rita'), id)).toMatchObject({ reason: 'story.notYet' })
  const rita = await village.as('rita')
  const form = await (await rita.get(urls.answer({ slug, id }))).text()
  expect(form).toContain('Would others like to choose?')
  expect(form).toContain('I still think it is the book.')
  expect(form).toContain('Nothing was tried yet.')
  expect((await rita.post(urls.answer({ slug, id }), { known: '' })).status).toBe(422)
  expect(
    await actions.answer(house, village.scope('marta'), id, { known: 'x', staysOpen: '', language: 'en' }),
  ).toMatchObject({ reason: 'move.notYours' })
  const sent = await rita.post(urls.answer({ slug, id }), {
    known: 'Choosing the page matters.',
    open: 'And in maths?',
  })
  expect(sent.status).toBe(303)
  const shown = await pageOf('joana')
  for (const words of [
    'Choosing the page matters.',
    'And in maths?',
    'I still think it is the book.',
    'Make a practice story of it',
  ])
    expect(shown).toContain(words)
  const once = village.house.secret(18)
  const story = await rita.post(urls.story({ slug, id }), { once })
  expect(story.status).toBe(303)
  expect((await rita.post(urls.story({ slug, id }), { once })).headers.get('location')).toBe(
    story.headers.get('location'),
  )
  expect(await pageOf('joana')).toContain(story.headers.get('location'))
  const [draft] = await house.db.read(
    village.scope('ines'),
    sql<{ mattered: string; unsure: string }>`select mattered, unsure from library.story`,
  )
  expect(draft).toHaveLength(1)
  expect(draft[0]?.mattered).toBe('Choosing the page matters.')
  expect(draft[0]?.unsure).toContain('I still think it is the book.')
})

test('A question that only some hear makes no story for all', async () => {
  const { house } = village
  const few = await village.raise('rita', 'Only for you?', { circle: 'facilitators' })
  await must(actions.answer(house, village.scope('rita'), few, { known: 'Yes.', staysOpen: '', language: 'en' }))
  expect(await makeStory(house, village.scope('rita'), few)).toMatchObject({ reason: 'story.narrow' })
})

test('It is found by its words and its answer, by those alone who hear it', async () => {
  const { house } = village
  const secret = await village.raise('rita', 'Where is the zebrafish?', { circle: 'me' })
  const found = async (who: Parameters<Questions['scope']>[0], asked: string) => {
    const scope = village.scope(who)
    const [rows] = await house.db.read(
      scope,
      foundChallenges(scope, hits(buildQuery(asked, 'en'), challengeWalls(scope))),
    )
    return rows.map((row) => row.id)
  }
  expect(await found('marta', 'choosing page')).toEqual([id])
  expect(await found('rita', 'zebrafish')).toEqual([secret])
  expect(await found('ines', 'zebrafish')).toEqual([])
  expect(await found('zuzana', 'choosing page')).toEqual([])
  const zuzana = village.scope('zuzana')
  expect((await house.db.read(zuzana, challengesOf(zuzana, village.place.id)))[0]).toEqual([])
})

test('Addresses of things that are not there, not numbers, or in another community are not found', async () => {
  const ines = await village.as('ines')
  for (const odd of ['0', '-1', '1e3', 'new2', '999999', '99999999999999999999'])
    expect((await ines.get(urls.challenge({ slug, id: odd }))).status).toBe(404)
  expect((await ines.get(urls.challenge({ slug: 'quiet-corners', id }))).status).toBe(404)
  expect((await ines.post(urls.unknowns({ slug, id: 'x' }), { unknown: 'x' })).status).toBe(404)
  expect((await ines.get(urls.unknown({ slug, id, unknown: 'x' }))).status).toBe(404)
})

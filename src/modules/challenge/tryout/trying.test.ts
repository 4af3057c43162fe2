// Trying something, from the plan to its end: what a browser is answered, who may, twice and at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, openQuestions, type Questions } from '../../../../tests/village/questions.ts'
import { stepOf } from '../state.ts'
import { challengeById } from '../store/challenge.ts'
import { urls } from '../urls.ts'
import * as actions from './actions.ts'
import { tryoutById } from './store.ts'

const ZONE = 'Europe/Lisbon'
let village: Questions
let slug: string
let id: number
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
})
afterAll(() => village.close())

const begin = async () => {
  village.clock.at = new Date('2026-11-24T10:00:00Z')
  id = await village.raise('marta', 'How can we begin?')
  return id
}
const stateOf = async (tryout: number) => {
  const scope = village.scope('ines')
  return (await village.house.db.read(scope, tryoutById(scope, id, tryout)))[0][0]?.state
}
const plan = {
  title: 'Read in pairs',
  expects: 'He begins.',
  stop: 'He asks to.',
  look: '',
  'ends-day': '12',
  'ends-month': '12',
  'ends-year': '2026',
}

test('Anybody proposes a plan; what is missing is said at its field and nothing typed is lost', async () => {
  await begin()
  const joana = await village.as('joana')
  expect(await (await joana.get(urls.propose({ slug, id }))).text()).toContain('We stop if…')
  const owner = String(village.people.rita)
  const wrong = await joana.post(urls.propose({ slug, id }), {
    ...plan,
    owner,
    'ends-day': '31',
    'ends-month': '2',
    title: 'Pairs <b>',
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('href="#ends"')
  expect(html).toContain('value="Pairs &lt;b>"')
  const before = { 'starts-day': '13', 'starts-month': '12', 'starts-year': '2026' }
  expect(await (await joana.post(urls.propose({ slug, id }), { ...plan, ...before, owner })).text()).toContain(
    'comes before the first',
  )
  const stranger = await joana.post(urls.propose({ slug, id }), { ...plan, owner: String(village.people.zuzana) })
  expect(await stranger.text()).toContain('somebody who belongs to this community')
  expect((await (await village.as('zuzana')).post(urls.propose({ slug, id }), { ...plan, owner })).status).toBe(404)
  const sent = await joana.post(urls.propose({ slug, id }), { ...plan, owner })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toMatch(/#try-out-\d+$/)
})

test('Safe is said by another than the owner; then it starts, and the question is being explored', async () => {
  await begin()
  const tryout = await village.propose('rita', id)
  const where = { slug, id, tryout }
  const rita = await village.as('rita')
  const own = await rita.post(urls.safe(where))
  expect(own.status).toBe(422)
  expect(await own.text()).toContain('Somebody other than the one who looks after it')
  const { house } = village
  expect(await actions.start(house, village.scope('rita'), id, tryout, ZONE)).toMatchObject({ reason: 'moved' })
  const two = await Promise.all(
    (['ines', 'henk'] as const).map((who) => actions.agree(house, village.scope(who), id, tryout)),
  )
  expect(two.filter((one) => one.ok)).toHaveLength(1)
  expect(await actions.start(house, village.scope('joana'), id, tryout, ZONE)).toMatchObject({ reason: 'tryout.carry' })
  expect((await rita.post(urls.start(where))).status).toBe(303)
  expect(await stateOf(tryout)).toBe('running')
  const scope = village.scope('ines')
  const [rows] = await house.db.read(scope, challengeById(scope, id))
  expect(rows[0]?.state).toBe('exploring')
  expect(rows[0] && stepOf(rows[0])).toBe('try')
  const card = await (await rita.get(urls.challenge({ slug, id }))).text()
  expect(card).toContain('Try-out · running until 12 December 2026')
  expect(card).toContain('Tell what you saw')
})

test('Things change on the way; on the last day telling what one saw is looking back', async () => {
  await begin()
  const tryout = await village.running(id)
  const where = { slug, id, tryout }
  const joana = await village.as('joana')
  expect((await joana.post(urls.changes(where), { happened: 'He was ill.', now: '' })).status).toBe(422)
  expect((await joana.post(urls.changes(where), { happened: 'He was ill.', now: 'One week more.' })).status).toBe(303)
  expect(await (await joana.get(urls.tryout(where))).text()).toMatch(
    /24 November 2026[\s\S]*He was ill\.[\s\S]*Now: One week more\./,
  )
  expect((await joana.post(urls.sightings(where), { seen: 'He smiled.' })).status).toBe(303)
  expect(await stateOf(tryout)).toBe('running')
  village.clock.at = new Date('2026-12-13T09:00:00Z')
  const due = await (await joana.get(urls.challenge({ slug, id }))).text()
  expect(due).toContain('A human needs you: tell what you saw')
  expect((await joana.post(urls.sightings(where), { seen: '' })).status).toBe(422)
  await joana.post(urls.sightings(where), { seen: 'He began by himself.' })
  expect(await stateOf(tryout)).toBe('reviewed')
  await must(
    actions.tell(village.house, village.scope('ines'), id, tryout, { words: 'So did others.', language: 'en' }, ZONE),
  )
  expect(await stateOf(tryout)).toBe('reviewed')
})

test('Keep, adapt or stop, with a reason; adapting begins the next plan with this one', async () => {
  await begin()
  const tryout = await village.running(id)
  const where = { slug, id, tryout }
  const { house } = village
  expect(await actions.lookBack(house, village.scope('joana'), id, tryout)).toMatchObject({ reason: 'tryout.carry' })
  await must(actions.lookBack(house, village.scope('marta'), id, tryout))
  const rita = await village.as('rita')
  expect(await (await rita.get(urls.conclude(where))).text()).toContain('Nobody has told yet what they saw.')
  expect((await rita.post(urls.conclude(where), { ending: 'keep', reason: '' })).status).toBe(422)
  expect((await rita.post(urls.conclude(where), { ending: 'win', reason: 'x' })).status).toBe(422)
  const joana = await village.as('joana')
  expect((await joana.post(urls.conclude(where), { ending: 'keep', reason: 'Nice.' })).status).toBe(422)
  const sent = await rita.post(urls.conclude(where), { ending: 'adapt', reason: 'Pairs are too loud.' })
  expect(sent.headers.get('location')).toBe(urls.propose({ slug, id }, { from: tryout }))
  const next = await (await rita.get(sent.headers.get('location') ?? '')).text()
  expect(next).toContain('Try it another way')
  expect(next).toContain('value="Read in pairs"')
  expect(
    await actions.conclude(house, village.scope('rita'), id, tryout, { ending: 'stop', reason: 'x' }),
  ).toMatchObject({ reason: 'moved' })
  expect(
    await actions.change(house, village.scope('rita'), id, tryout, { happened: 'x', nowDo: 'y', language: 'en' }),
  ).toMatchObject({ reason: 'tryout.over' })
})

test('A limit that is reached stops it at once, and that reads as well as a kept one', async () => {
  await begin()
  const tryout = await village.running(id)
  const { house } = village
  expect(
    await actions.conclude(house, village.scope('rita'), id, tryout, { ending: 'keep', reason: 'Yes.' }),
  ).toMatchObject({ ok: true })
  const other = await village.running(id)
  await must(actions.conclude(house, village.scope('rita'), id, other, { ending: 'stop', reason: 'He asked to.' }))
  expect(await stateOf(other)).toBe('stopped')
  const shown = await (await (await village.as('ines')).get(urls.challenge({ slug, id }))).text()
  expect(shown).toContain('Try-out · we stopped, and know more')
  expect(shown).toContain('He asked to.')
})

test('Who proposed a try-out takes it back until it runs; what is over cannot start', async () => {
  await begin()
  const tryout = await village.propose('rita', id)
  const { house } = village
  expect(await actions.takeBackTryout(house, village.scope('ines'), id, tryout)).toMatchObject({
    reason: 'takeBack.notYours',
  })
  expect(
    await actions.tell(house, village.scope('ines'), id, tryout, { words: 'x', language: 'en' }, ZONE),
  ).toMatchObject({ reason: 'tryout.notBegun' })
  expect((await (await village.as('rita')).post(urls.takeBackTryout({ slug, id, tryout }))).status).toBe(303)
  expect(await stateOf(tryout)).toBeUndefined()
  const late = await village.propose('rita', id, { endsOn: '2026-11-25' })
  await must(actions.agree(house, village.scope('ines'), id, late))
  village.clock.at = new Date('2026-12-01T10:00:00Z')
  expect(await actions.start(house, village.scope('rita'), id, late, ZONE)).toMatchObject({
    reason: 'tryout.start.over',
  })
  const running = await village.running(id)
  expect(await actions.takeBackTryout(house, village.scope('rita'), id, running)).toMatchObject({ reason: 'moved' })
})

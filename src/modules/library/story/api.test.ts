/** The gate of a story for programs: who may not, what is malformed, what is sent twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Program, programOf } from '../../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { beginStory } from '../public.ts'
import { apiUrls } from '../urls.ts'

const slug = 'reading-together'
type Thing = Record<string, unknown> & { readonly id: number; readonly revision: number; readonly round: number }

let village: Village
let rita: Program
let ines: Program
let tomas: Program
let peter: Program
let reads: Program
let where: { slug: string; story: number }
let began: Date
beforeAll(async () => {
  village = await openVillage()
  began = village.clock.at
  rita = await programOf(village, 'rita')
  ines = await programOf(village, 'ines')
  tomas = await programOf(village, 'tomas')
  peter = await programOf(village, 'peter')
  reads = await programOf(village, 'rita', ['read'])
})
afterAll(() => village.close())

const asSeen = { 'if-match': '*' }
const told = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Thing
const status = async (answer: Response | Promise<Response>) => (await answer).status
const gate = (who = rita) => told(who.get(apiUrls.release(where)))
const story = () => told(rita.get(apiUrls.story(where)))

beforeEach(async () => {
  // A token lives thirty days.
  village.clock.at = began
  const scope = village.scope('rita')
  const begins = {
    community: village.communities.reading.id,
    source: { kind: 'challenge', id: 1 },
    title: 'Reading in pairs',
    language: 'en' as const,
    provenance: { question: 'How does each child begin?', tryouts: [] },
    participants: [village.people.rita],
  }
  const id = await village.house.db.write(scope, (tx) => beginStory(tx, scope, begins))
  where = { slug, story: id }
})

const whole = { summary: 'In pairs.', mattered: 'To begin.', did: 'Pairs.', unsure: 'Alone?', whose: 'The quiet ones.' }
const readied = async () => {
  await rita.patch(apiUrls.story(where), whole, asSeen)
  return rita.post(apiUrls.readiness(where), {})
}
const asked = async () => {
  await readied()
  await rita.post(apiUrls.checks(where), { revision: (await gate()).revision, sure: true })
  return rita.post(apiUrls.circle(where), {})
}
const out = { to: 'public', licence: 'read-and-print' }
const published = async () => {
  await asked()
  village.clock.at = new Date(village.clock.at.getTime() + 7 * 24 * 3600 * 1000)
  return rita.post(apiUrls.publication(where), out)
}

describe('every door', () => {
  it('is none for strangers and closed to a token that only reads', async () => {
    const { readiness, depicted, checks, circle, consents, naming, publication, versions, withdrawal } = apiUrls
    const bodies = [
      [readiness(where), {}],
      [depicted(where), { label: 'a boy', child: true }],
      [checks(where), { revision: 1, sure: true }],
      [circle(where), {}],
      [consents(where), { round: 1, answer: 'yes' }],
      [naming(where), { naming: 'none' }],
      [publication(where), out],
      [versions(where), {}],
      [withdrawal(where), {}],
    ] as const
    for (const [address, body] of bodies) {
      expect([address, await status(peter.post(address, body))]).toEqual([address, 404])
      expect([address, await status(reads.post(address, body))]).toEqual([address, 403])
      expect([address, await status(rita.post(address, { ...body, surely: 1 }))]).toEqual([address, 422])
      // Tomás belongs to the community, but neither wrote this story nor took part in it.
      if (address !== consents(where))
        expect([address, await status(tomas.post(address, body))]).toEqual([address, 403])
    }
    expect(await status(peter.get(apiUrls.release(where)))).toBe(404)
  })
})

describe('the words', () => {
  it('say the ages and where it comes from; others may write when an author lets them', async () => {
    const tryouts = [
      { title: 'Pairs', outcome: 'kept' as const },
      { title: 'Tomás alone', outcome: 'stopped' as const },
    ]
    const scope = village.scope('rita')
    const id = await village.house.db.write(scope, (tx) =>
      beginStory(tx, scope, {
        community: village.communities.reading.id,
        source: { kind: 'challenge', id: 1 },
        title: 'In pairs',
        language: 'en',
        provenance: { question: 'How?', tryouts },
        participants: [],
      }),
    )
    const address = apiUrls.story({ slug, story: id })
    const mended = { ageBand: '6to8', question: 'How does each child begin?', tryouts: ['Pairs', ''] }
    const refused = rita.patch(address, { ageBand: '2019-05-01', tryouts: ['x'.repeat(301)] }, asSeen)
    expect((await told(refused)) as object).toMatchObject({
      errors: [{ pointer: '#/ageBand' }, { pointer: '#/tryouts/0' }],
    })
    expect(await told(rita.patch(address, mended, asSeen))).toMatchObject({
      ageBand: '6to8',
      provenance: { question: 'How does each child begin?', tryouts: [{ title: 'Pairs', outcome: 'kept' }] },
    })
    expect(await status(tomas.patch(address, { did: 'Mine.' }, asSeen))).toBe(403)
    const writers = [village.people.tomas, village.people.peter]
    expect(await status(rita.patch(address, { writers }, asSeen))).toBe(200)
    expect(await status(tomas.patch(address, { did: 'Mine.' }, asSeen))).toBe(200)
    expect(await status(peter.patch(address, { did: 'Mine.' }, asSeen))).toBe(404)
    expect(await status(rita.patch(address, { writers: [] }, asSeen))).toBe(200)
    expect(await status(tomas.patch(address, { did: 'Mine.' }, asSeen))).toBe(403)
  })
})

describe('ready, checked, asked', () => {
  it('in this order, each as often as it is sent', async () => {
    expect(await status(rita.post(apiUrls.readiness(where), {}))).toBe(409)
    expect(await status(await readied())).toBe(201)
    expect(await status(rita.post(apiUrls.readiness(where), {}))).toBe(201)
    expect(await status(rita.post(apiUrls.circle(where), {}))).toBe(409)
    const { revision } = await gate()
    const check = (body: object) => rita.post(apiUrls.checks(where), body)
    expect(await status(check({ revision: revision - 1, sure: true }))).toBe(409)
    expect(await told(check({ revision, sure: false }))).toMatchObject({ errors: [{ pointer: '#/sure' }] })
    expect(await status(check({ revision, sure: true }))).toBe(201)
    const both = await Promise.all([1, 2].map(() => rita.post(apiUrls.circle(where), {})))
    expect(both.map((one) => one.status)).toEqual([201, 201])
    expect(await gate()).toMatchObject({ state: 'circle', round: 1, open: false })
  })

  it('keeps a member’s name only when somebody says so', async () => {
    await readied()
    await rita.patch(apiUrls.story(where), { did: 'Tomás chose the page.' }, asSeen)
    const { revision, names } = await gate()
    expect(names).toMatchObject([{ word: 'Tomás', why: 'member' }])
    expect((await gate(tomas)).names).toBeNull()
    const body = { revision, sure: true }
    expect(await told(rita.post(apiUrls.checks(where), body))).toMatchObject({ errors: [{ pointer: '#/kept' }] })
    expect(await status(rita.post(apiUrls.checks(where), { ...body, kept: ['Tomás'] }))).toBe(201)
  })
})

describe('the circle', () => {
  const answer = (who: Program, body: object) => who.post(apiUrls.consents(where), body)

  it('says no with a reason, to the words that were read', async () => {
    await asked()
    const { round } = await gate()
    expect(await told(answer(ines, { round, answer: 'no' }))).toMatchObject({ errors: [{ pointer: '#/reason' }] })
    expect(await told(answer(ines, { round, answer: 'perhaps' }))).toMatchObject({ errors: [{ pointer: '#/answer' }] })
    expect(await status(answer(ines, { round: round - 1, answer: 'yes' }))).toBe(409)
    const no = { round, answer: 'no', reason: 'He would know himself.' }
    const key = { 'idempotency-key': 'a-no-1' }
    const [one, two] = [
      await ines.post(apiUrls.consents(where), no, key),
      await ines.post(apiUrls.consents(where), no, key),
    ]
    expect([one.status, two.status]).toEqual([201, 201])
    expect(await told(two)).toMatchObject({ state: 'draft', noes: [{ name: 'Inês Duarte', reason: no.reason }] })
    expect(await status(answer(ines, no))).toBe(409)
  })
})

describe('those it shows', () => {
  const theo = { label: 'the boy we call Theo', child: true, consent: 'guardian' }
  const add = (body: object, headers = {}) => rita.post(apiUrls.depicted(where), body, headers)

  it('are added once, changed as they were seen, and known to who tends it alone', async () => {
    await readied()
    const key = { 'idempotency-key': 'theo-1' }
    const [one, two] = await Promise.all([add(theo, key), add(theo, key)])
    const added = await told(one)
    expect(await told(two)).toEqual(added)
    expect(added).toMatchObject({ ...theo, recordedBy: 'Rita Vale' })
    expect(await told(add({ ...theo, label: ' ', consent: 'yes' }))).toMatchObject({
      errors: [{ pointer: '#/label' }, { pointer: '#/consent' }],
    })
    const address = apiUrls.depictedOne({ ...where, depicted: added.id })
    expect(await status(tomas.get(apiUrls.depicted(where)))).toBe(403)
    expect(await status(tomas.get(address))).toBe(404)
    expect(await told(ines.get(apiUrls.depicted(where)))).toMatchObject({ items: [{ id: added.id }] })
    const tag = { 'if-match': one.headers.get('etag') ?? '' }
    expect(await status(rita.patch(address, { consent: 'both' }))).toBe(428)
    const both = await Promise.all(['both', 'no'].map((consent) => rita.patch(address, { consent }, tag)))
    expect(both.map((one) => one.status).sort()).toEqual([200, 412])
    expect(await status(tomas.delete(address, asSeen))).toBe(404)
    expect(await status(rita.delete(address, asSeen))).toBe(204)
    expect(await status(rita.get(address))).toBe(404)
  })

  it('take it down at once by a no', async () => {
    await published()
    const added = await told(add(theo))
    expect(await story()).toMatchObject({ state: 'published' })
    await rita.patch(apiUrls.depictedOne({ ...where, depicted: added.id }), { consent: 'no' }, asSeen)
    expect(await story()).toMatchObject({ state: 'withdrawn', entry: null })
  })
})

describe('going out', () => {
  it('waits for the gate, happens once, is renewed and taken down', async () => {
    expect(await status(rita.post(apiUrls.publication(where), out))).toBe(409)
    expect(await told(rita.post(apiUrls.publication(where), { to: 'all', licence: 'mine' }))).toMatchObject({
      errors: [{ pointer: '#/to' }, { pointer: '#/licence' }],
    })
    const { entry } = await told(published())
    const address = apiUrls.entry({ slug: String(entry) })
    const visitor = await programOf(village, 'visitor')
    expect(await told(rita.post(apiUrls.publication(where), out))).toMatchObject({ entry })
    expect(await told(visitor.get(address))).toMatchObject({ kind: 'story', version: 1 })
    expect(await status(rita.patch(apiUrls.story(where), { did: 'Threes.' }, asSeen))).toBe(409)
    expect(await told(rita.post(apiUrls.versions(where), {}))).toMatchObject({ state: 'draft', entry })
    expect(await status(rita.post(apiUrls.versions(where), {}))).toBe(201)
    expect(await status(visitor.get(address))).toBe(200)
    expect(await told(ines.post(apiUrls.withdrawal(where), {}))).toMatchObject({ entry: null })
    expect(await status(ines.post(apiUrls.withdrawal(where), {}))).toBe(201)
    expect(await status(visitor.get(address))).toBe(410)
  })

  it('under CC BY only with the yes of child and guardian', async () => {
    await readied()
    await rita.post(apiUrls.depicted(where), { label: 'a boy', child: true, consent: 'guardian' })
    await published()
    expect(await story()).toMatchObject({ state: 'published' })
    await rita.post(apiUrls.versions(where), {})
    await asked()
    village.clock.at = new Date(village.clock.at.getTime() + 7 * 24 * 3600 * 1000)
    const free = { to: 'public', licence: 'cc-by-4.0' }
    expect(await told(rita.post(apiUrls.publication(where), free))).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/licence' }],
    })
  })

  it('names those who took part as they wish', async () => {
    expect(await told(rita.post(apiUrls.naming(where), { naming: 'name' }))).toEqual({ naming: 'name' })
    expect(await status(rita.post(apiUrls.naming(where), { naming: 'nick' }))).toBe(422)
    const { entry } = await told(published())
    expect(await told(rita.get(apiUrls.entry({ slug: String(entry) })))).toMatchObject({
      makers: [{ name: 'Rita Vale' }],
    })
  })
})

/** The doors of what hangs on a question for programs: what is open, where we differ, what changed, how it ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, programOf } from '../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
type Thing = Record<string, unknown> & { readonly id: number }

let village: Village
let rita: Program
let ines: Program
let marta: Program
let peter: Program
let reads: Program
let challenge: number
beforeAll(async () => {
  village = await openVillage()
  rita = await programOf(village, 'rita')
  ines = await programOf(village, 'ines')
  marta = await programOf(village, 'marta')
  peter = await programOf(village, 'peter')
  reads = await programOf(village, 'rita', ['read'])
  const body = { question: 'How can everybody join in?', language: 'en', aboutChild: 'no' }
  challenge = (await told(rita.post(apiUrls.challenges({ slug }), body))).id
})
afterAll(() => village.close())

const told = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Thing
const listed = async (who: Program, address: string) =>
  ((await (await who.get(address)).json()) as { items: Thing[] }).items
const asSeen = { 'if-match': '*' }
/** Not for strangers, nor for a token that only reads. */
const closed = async (address: string, body: object) => {
  expect((await peter.post(address, body)).status).toBe(404)
  expect((await reads.post(address, body)).status).toBe(403)
}

describe('what we don’t know yet', () => {
  const unknowns = () => apiUrls.unknowns({ slug, challenge })
  const body = { words: 'Does he read at home?', language: 'en' }
  const evidence = { words: 'He reads to his brother.', language: 'en' }

  it('is added once, by those who hear the question', async () => {
    const key = { 'idempotency-key': 'an-unknown-1' }
    const [one, two] = await Promise.all([marta.post(unknowns(), body, key), marta.post(unknowns(), body, key)])
    expect([one.status, two.status]).toEqual([201, 201])
    const added = await told(one)
    expect(await told(two)).toEqual(added)
    expect(added).toMatchObject({ ...body, mine: true, evidence: null })
    expect(await listed(rita, unknowns())).toMatchObject([{ id: added.id, mine: false }])
    await closed(unknowns(), body)
    expect((await peter.get(unknowns())).status).toBe(404)
  })

  it('is closed by evidence, once, and opened again', async () => {
    const { id } = await told(marta.post(unknowns(), body))
    const where = { slug, challenge, unknown: id }
    await closed(apiUrls.evidence(where), evidence)
    const empty = await told(ines.post(apiUrls.evidence(where), { words: ' ', language: 'en' }))
    expect(empty).toMatchObject({ status: 422, errors: [{ pointer: '#/words' }] })
    const unheard = { ...evidence, contribution: 9999 }
    const both = await Promise.all([1, 2].map(() => ines.post(apiUrls.evidence(where), unheard)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await told(rita.get(apiUrls.unknown(where)))).toMatchObject({
      evidence: { words: 'He reads to his brother.', name: 'Inês Duarte', contribution: null },
    })
    await closed(apiUrls.reopenings(where), {})
    expect(await told(rita.post(apiUrls.reopenings(where), {}))).toMatchObject({ evidence: null })
    expect((await rita.post(apiUrls.reopenings(where), {})).status).toBe(409)
    expect((await rita.post(apiUrls.evidence({ ...where, unknown: 9999 }), evidence)).status).toBe(404)
  })

  it('is taken back by whoever said it', async () => {
    const { id } = await told(marta.post(unknowns(), body))
    const address = apiUrls.unknown({ slug, challenge, unknown: id })
    expect((await marta.delete(address)).status).toBe(428)
    expect((await rita.delete(address, asSeen)).status).toBe(403)
    expect((await marta.delete(address, asSeen)).status).toBe(204)
    expect((await marta.delete(address, asSeen)).status).toBe(404)
  })
})

describe('where we see it differently', () => {
  const differences = () => apiUrls.differences({ slug, challenge })
  const body = { words: 'Waiting helps him more.', language: 'en' }

  it('is added once, and taken back by its writer alone', async () => {
    const key = { 'idempotency-key': 'a-difference-1' }
    const [one, two] = [await marta.post(differences(), body, key), await marta.post(differences(), body, key)]
    const added = await told(one)
    expect(await told(two)).toEqual(added)
    expect(added).toMatchObject({ ...body, mine: true })
    expect(await listed(rita, differences())).toHaveLength(1)
    await closed(differences(), body)
    expect(await told(rita.post(differences(), { words: '', language: 'xx' }))).toMatchObject({ status: 422 })
    const address = apiUrls.difference({ slug, challenge, difference: added.id })
    expect((await rita.delete(address, asSeen)).status).toBe(403)
    expect((await peter.get(address)).status).toBe(404)
    expect((await marta.delete(address, { 'if-match': one.headers.get('etag') ?? '' })).status).toBe(204)
    expect((await marta.get(address)).status).toBe(404)
  })
})

describe('a try-out', () => {
  const change = { happened: 'Two of them were ill.', now: 'We read in threes.', language: 'en' }
  const ending = { ending: 'keep', reason: 'He begins beside somebody.' }
  const plan = { title: 'Pairs', expects: 'He begins.', stopIf: 'He asks to.', language: 'en', endsOn: '2026-12-12' }
  const proposed = async () => {
    const { id } = await told(rita.post(apiUrls.tryouts({ slug, challenge }), plan))
    return { slug, challenge, tryout: id }
  }

  it('tells what changed in it, until it has ended', async () => {
    const where = await proposed()
    const key = { 'idempotency-key': 'a-change-1' }
    const [one, two] = await Promise.all([1, 2].map(() => marta.post(apiUrls.changes(where), change, key)))
    expect([one?.status, two?.status]).toEqual([201, 201])
    expect(await listed(rita, apiUrls.changes(where))).toMatchObject([change])
    await closed(apiUrls.changes(where), change)
    expect((await peter.get(apiUrls.changes(where))).status).toBe(404)
    expect(await told(rita.post(apiUrls.changes(where), { ...change, now: ' ' }))).toMatchObject({
      errors: [{ pointer: '#/now' }],
    })
  })

  it('ends once, with its reason, by those who carry it', async () => {
    const where = await proposed()
    const address = apiUrls.conclusion(where)
    expect((await rita.post(address, ending)).status).toBe(409)
    await ines.post(apiUrls.moves(where), { move: 'agree' })
    await rita.post(apiUrls.moves(where), { move: 'start' })
    await closed(address, ending)
    expect((await marta.post(address, ending)).status).toBe(403)
    expect(await told(rita.post(address, { ending: 'win', reason: '' }))).toMatchObject({
      errors: [{ pointer: '#/ending' }, { pointer: '#/reason' }],
    })
    const both = await Promise.all([rita.post(address, ending), ines.post(address, { ...ending, ending: 'stop' })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await told(rita.get(apiUrls.tryout(where)))).toMatchObject({ reason: ending.reason })
    expect((await marta.post(apiUrls.changes(where), change)).status).toBe(409)
  })
})

describe('taken back', () => {
  const asked = { question: 'Who reads to whom?', language: 'en', aboutChild: 'no' }
  const plan = {
    title: 'Pairs',
    expects: 'He begins.',
    stopIf: 'He asks to.',
    lookFor: 'Who begins.',
    endsOn: '2026-12-20',
  }

  it('is a question of one’s own, while nobody else has written', async () => {
    const { id } = await told(rita.post(apiUrls.challenges({ slug }), asked))
    const address = apiUrls.challenge({ slug, challenge: id })
    expect((await rita.delete(address)).status).toBe(428)
    expect((await marta.delete(address, asSeen)).status).toBe(403)
    expect((await peter.delete(address, asSeen)).status).toBe(404)
    expect((await reads.delete(address, asSeen)).status).toBe(403)
    expect((await rita.delete(address, asSeen)).status).toBe(204)
    expect((await rita.get(address)).status).toBe(404)
    const other = await told(rita.post(apiUrls.challenges({ slug }), asked))
    await marta.post(apiUrls.unknowns({ slug, challenge: other.id }), {
      words: 'Does he read at home?',
      language: 'en',
    })
    expect((await rita.delete(apiUrls.challenge({ slug, challenge: other.id }), asSeen)).status).toBe(409)
  })

  it('is a try-out that has not begun, by whoever proposed it', async () => {
    const proposed = await rita.post(apiUrls.tryouts({ slug, challenge }), { ...plan, language: 'en' })
    expect(proposed.status).toBe(201)
    const address = apiUrls.tryout({ slug, challenge, tryout: (await told(proposed)).id })
    expect((await marta.delete(address, asSeen)).status).toBe(403)
    expect((await rita.delete(address, asSeen)).status).toBe(204)
    expect((await rita.delete(address, asSeen)).status).toBe(404)
  })
})

it('D15: a question or a sighting with what may be a child’s name waits for an answer', async () => {
  const asked = { question: 'How can Tomás begin?', language: 'en', aboutChild: 'no' }
  const raise = (more: object) => rita.post(apiUrls.challenges({ slug }), { ...asked, ...more })
  expect(await told(raise({}))).toMatchObject({ status: 422, reason: 'names.ask' })
  expect((await raise({ aboutChild: 'not-yet' })).status).toBe(201)
  const { id } = await told(raise({ names: 'agreed' }))
  const reword = (more: object) => rita.patch(apiUrls.challenge({ slug, challenge: id }), more, asSeen)
  expect(await told(reword({ question: 'How does Jakub begin?', changed: 'We asked.' }))).toMatchObject({
    reason: 'names.ask',
  })
  expect((await reword({ question: 'How does Jakub begin?', changed: 'We asked.', names: 'nobody' })).status).toBe(200)
})

/** Meetings for programs: planned, moved, run to their minutes, by the same rules and the same acts as the pages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
let village: Village
let rita: Program
let marta: Program
let tomas: Program
let peter: Program
beforeAll(async () => {
  village = await openVillage()
  const [one, two, three, four] = await Promise.all(
    (['rita', 'marta', 'tomas', 'peter'] as const).map((who) => programOf(village, who)),
  )
  ;[rita, marta, tomas, peter] = [one, two, three, four] as [Program, Program, Program, Program]
})
afterAll(() => village.close())

interface Told {
  readonly id: number
  readonly station: number
  readonly here: { id: number; name: string }[]
}
const told = async (answer: Promise<Response>) => {
  const response = await answer
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Told & Record<string, unknown> }
}
const plan = { day: '2026-12-10', at: '16:30', place: 'The library', question: 'Who chooses?', language: 'en' }
const planned = async (more: Record<string, unknown> = {}) => {
  const made = await told(rita.post(apiUrls.meetings({ slug }), { ...plan, ...more }))
  expect(made.status).toBe(201)
  return { slug, meeting: made.body.id }
}
const etag = async (who: Program, at: { slug: string; meeting: number }) => ({
  'if-match': (await who.get(apiUrls.meeting(at))).headers.get('etag') ?? '',
})

test('planned, moved as it was read, answered, cancelled; by whom the page lets, and nobody else', async () => {
  const at = await planned()
  expect((await told(peter.post(apiUrls.meetings({ slug }), plan))).status).toBe(404)
  const moved = { day: '2026-12-11', at: '17:00', place: 'Room 12', question: 'Who chooses?' }
  expect((await told(rita.patch(apiUrls.meeting(at), moved))).status).toBe(428)
  const seen = await etag(rita, at)
  expect((await told(marta.patch(apiUrls.meeting(at), moved, await etag(marta, at)))).status).toBe(403)
  expect(await told(rita.patch(apiUrls.meeting(at), moved, seen))).toMatchObject({
    status: 200,
    body: { day: '2026-12-11', place: 'Room 12', sequence: 1 },
  })
  expect((await told(rita.patch(apiUrls.meeting(at), moved, seen))).status).toBe(412)
  expect((await told(marta.post(apiUrls.coming(at), { answer: 'yes' }))).status).toBe(200)
  const forRita = { answer: 'no', person: village.people.rita }
  expect((await told(marta.post(apiUrls.coming(at), forRita))).status).toBe(403)
  expect((await told(marta.post(apiUrls.cancellation(at), { why: 'It snows.' }))).status).toBe(403)
  for (let i = 0; i < 2; i++)
    expect(await told(rita.post(apiUrls.cancellation(at), { why: 'It snows.' }))).toMatchObject({
      status: 200,
      body: { state: 'cancelled', whyCancelled: 'It snows.' },
    })
  expect((await told(marta.post(apiUrls.coming(at), { answer: 'yes' }))).status).toBe(409)
})

test('what is odd is a problem with its field, in the caller’s language', async () => {
  for (const [odd, field] of [
    [{ day: '2020-01-01' }, 'day'],
    [{ day: 'tomorrow' }, 'day'],
    [{ at: '25:00' }, 'at'],
    [{ place: 'x'.repeat(301) }, 'place'],
    [{ minutes: 0 }, 'minutes'],
  ] as const) {
    const answer = await told(rita.post(apiUrls.meetings({ slug }), { ...plan, ...odd }))
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toMatch(new RegExp(`[/"#]${field}"`))
  }
})

test('run to its minutes: who is here, turn by turn, on and on; two who press next at once move it once', async () => {
  const at = await planned()
  const here = { people: [village.people.rita, village.people.marta], guests: ['Dona Rosa'] }
  const begun = await told(rita.post(apiUrls.present(at), here))
  expect(begun.body.here.map(({ name }) => name)).toEqual(['Rita Vale', 'Marta', 'Dona Rosa'])
  const [first] = begun.body.here
  const turn = { part: 'check-in', present: first?.id, words: 'The corridor was calm.', language: 'en' }
  expect((await told(rita.post(apiUrls.entries(at), turn))).body).toMatchObject({
    said: [{ part: 'check-in', name: 'Rita Vale', words: 'The corridor was calm.' }],
  })
  expect((await told(rita.post(apiUrls.entries(at), turn))).status).toBe(409)
  const press = { seen: 0, way: 'next' }
  const both = await Promise.all([rita, marta].map((who) => told(who.post(apiUrls.station(at), press))))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect((await told(rita.get(apiUrls.meeting(at)))).body.station).toBe(1)
  const step = { words: 'Ask the children.', owner: village.people.marta, due: '2026-12-20', language: 'en' }
  expect((await told(rita.post(apiUrls.nextSteps(at), step))).body).toMatchObject({ nextSteps: [{ owner: 'Marta' }] })
  expect((await told(rita.post(apiUrls.nextSteps(at), { ...step, due: '2026-12-01' }))).status).toBe(422)
  expect((await told(rita.post(apiUrls.publication(at), {}))).body).toMatchObject({ state: 'published' })
  expect((await told(rita.post(apiUrls.publication(at), {}))).status).toBe(200)
  expect((await told(rita.post(apiUrls.station(at), { seen: 1 }))).status).toBeGreaterThanOrEqual(409)
})

test('a student’s plan and words wait for one look: 202, and nobody reads them before', async () => {
  const waits = await told(tomas.post(apiUrls.meetings({ slug }), { ...plan, question: 'Quagga?', language: 'pt' }))
  expect(waits.status).toBe(202)
  const list = await told(marta.get(apiUrls.meetings({ slug })))
  expect(JSON.stringify(list.body)).not.toContain('Quagga')
})

test('a key sent twice does it once', async () => {
  const key = { 'idempotency-key': 'one-plan-of-one-program' }
  const two = [
    await told(rita.post(apiUrls.meetings({ slug }), { ...plan, question: 'Once?' }, key)),
    await told(rita.post(apiUrls.meetings({ slug }), { ...plan, question: 'Once?' }, key)),
  ]
  expect(new Set(two.map(({ body }) => body.id)).size).toBe(1)
})

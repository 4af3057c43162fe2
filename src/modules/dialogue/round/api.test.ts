// Rounds, for programs: held, answered, passed and opened by the same rules, and nothing hidden in what they are told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { recipientOf } from '../../people/public.ts'
import { openThread } from '../actions/threads.ts'
import { notices } from './notices.ts'
import { apiUrls } from './urls.ts'

const slug = 'reading-together'
let village: Village
let thread: number
let ines: Program
let marta: Program
let joana: Program
beforeAll(async () => {
  village = await openVillage()
  const { id } = village.communities.reading
  const opening = { community: id, subject: null, audience: `community:${id}`, language: 'en', title: 'This month' }
  thread = await village.house.db.write(village.scope('ines'), (tx) => openThread(tx, village.scope('ines'), opening))
  ines = await programOf(village, 'ines')
  marta = await programOf(village, 'marta')
  joana = await programOf(village, 'joana')
})
afterAll(() => village.close())

const told = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const held = async (more: Record<string, unknown> = {}): Promise<number> => {
  const body = { question: 'What surprised you?', language: 'en', ...more }
  const made = await told(ines.post(apiUrls.hold({ slug, thread }), body))
  expect(made.status).toBe(201)
  return Number(made.body.id)
}
const turn = (who: Program, round: number, body: Record<string, unknown>) =>
  told(who.post(apiUrls.turn({ slug, round }), { language: 'en', ...body }))

test('a round from beginning to harvest; until it opens a program is told as little as a page', async () => {
  const id = await held()
  const before = await told(joana.get(apiUrls.round({ slug, round: id })))
  expect(before.body).toMatchObject({ mine: null, silent: null, seats: 8, answers: [] })
  expect(await turn(marta, id, { text: 'How quiet it was.' })).toMatchObject({
    status: 200,
    body: { mine: 'said', answers: [] },
  })
  expect((await told(joana.get(apiUrls.round({ slug, round: id })))).body).toEqual(before.body)
  expect((await told(ines.get(apiUrls.round({ slug, round: id })))).body).toMatchObject({ silent: 7, answers: [] })
  expect(await turn(marta, id, { text: 'From elsewhere.' })).toMatchObject({ status: 412 })
  expect(await turn(marta, id, { way: 'passed', seen: 7 })).toMatchObject({ status: 412 })
  expect(await turn(joana, id, { way: 'said' })).toMatchObject({ status: 422 })
  expect(await turn(joana, id, { way: 'later' })).toMatchObject({ body: { mine: 'later' } })
  expect((await told(marta.post(apiUrls.opening({ slug, round: id }), {}))).status).toBe(403)
  const harvest = { text: 'Quiet helps.', language: 'en' }
  expect((await told(marta.post(apiUrls.harvest({ slug, round: id }), harvest))).status).toBe(409)
  const opened = await told(ines.post(apiUrls.opening({ slug, round: id }), {}))
  expect(opened.body).toMatchObject({ answers: [{ author: 'Marta', html: '<p>How quiet it was.</p>\n' }] })
  expect(await turn(joana, id, { text: 'Too late.' })).toMatchObject({ status: 410 })
  expect(await told(marta.post(apiUrls.harvest({ slug, round: id }), harvest))).toMatchObject({
    status: 200,
    body: { harvest: 'Quiet helps.', harvestSeen: 1 },
  })
  expect((await told(joana.post(apiUrls.harvest({ slug, round: id }), harvest))).status).toBe(412)
  const list = await told(joana.get(apiUrls.rounds({ slug })))
  expect(list.body.items).toMatchObject([{ id, mine: 'later' }])
  expect((await told((await programOf(village, 'peter')).get(apiUrls.rounds({ slug })))).status).toBe(404)
  expect((await told((await programOf(village, 'peter')).get(apiUrls.round({ slug, round: id })))).status).toBe(404)
  const past = { question: 'What?', language: 'en', endsAt: '2020-01-01T10:00:00Z' }
  expect((await told(ines.post(apiUrls.hold({ slug, thread }), past))).status).toBe(422)
  expect(
    (
      await told(
        (await programOf(village, 'tomas')).post(apiUrls.hold({ slug, thread }), { question: 'Eu?', language: 'pt' }),
      )
    ).status,
  ).toBe(403)
})

test('a perspective round ends in a question to them: put once, answered or declined, as on the page', async () => {
  const seen = { eyes: 'the new caretaker' }
  const asking = { text: 'What do you see at eight?', language: 'en' }
  const id = await held(seen)
  const to = apiUrls.them({ slug, round: id })
  expect((await told(ines.post(to, asking))).status).toBe(409)
  await told(ines.post(apiUrls.opening({ slug, round: id }), {}))
  expect((await told((await programOf(village, 'peter')).post(to, asking))).status).toBe(404)
  const put = await told(ines.post(to, asking))
  expect(put).toMatchObject({
    status: 200,
    body: { them: { question: asking.text, state: 'open', ask: null, seen: 1 } },
  })
  expect((await told(marta.post(to, asking))).status).toBe(412)
  const answer = apiUrls.theirAnswer({ slug, round: id })
  const answered = { how: 'answered', language: 'en', seen: 1 }
  expect((await told(marta.post(answer, answered))).status).toBe(422)
  expect(await told(marta.post(answer, { ...answered, text: 'Wet shoes.' }))).toMatchObject({
    status: 200,
    body: { them: { state: 'answered', answerHtml: '<p>Wet shoes.</p>\n' } },
  })
  expect((await told(ines.post(answer, { ...answered, how: 'declined' }))).status).toBe(412)
  const plain = await held()
  await told(ines.post(apiUrls.opening({ slug, round: plain }), {}))
  expect((await told(ines.post(apiUrls.them({ slug, round: plain }), asking))).status).toBe(409)
  const inside = await held(seen)
  await told(ines.post(apiUrls.opening({ slug, round: inside }), {}))
  const sent = await told(ines.post(apiUrls.them({ slug, round: inside }), { ...asking, to: village.people.marta }))
  expect(sent).toMatchObject({ status: 200, body: { them: { state: 'open', ask: expect.any(Number) } } })
})

test('letters: whom it waits for, while it does; that it has opened; the adults, while a student’s words wait', async () => {
  const id = await held()
  const notice = async (who: 'ines' | 'marta' | 'joana' | 'henk' | 'rita', kind: string) => {
    const source = notices(village.house).find(({ facts }) => facts.includes(kind))
    const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[who]))
    const fact = {
      id: 1,
      at: village.clock.at,
      kind,
      subject: { kind: 'round', id },
      community: village.communities.reading.id,
    }
    const people = await village.house.db.asSystem('facts', async (tx) => source?.audience(tx, fact))
    if (!to || !people?.includes(village.people[who])) return 'not told'
    return (await source?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact))?.subject
  }
  expect(await notice('ines', 'round.opened')).toBe('not told')
  expect(await notice('marta', 'round.opened')).toBe('A round in Reading together waits for you')
  await turn(marta, id, { way: 'passed' })
  expect(await notice('marta', 'round.opened')).toBeUndefined()
  expect(await notice('henk', 'round.waits')).toBeUndefined()
  await turn(await programOf(village, 'tomas'), id, { text: 'foi bom.' })
  expect(await notice('henk', 'round.waits')).toBe('Words in a round in Reading together wait for one look')
  expect(await notice('rita', 'round.waits')).toBe('not told')
  expect(await notice('joana', 'round.closed')).toBeUndefined()
  await told(ines.post(apiUrls.opening({ slug, round: id }), {}))
  expect(await notice('joana', 'round.closed')).toBe('A round in Reading together has opened')
})

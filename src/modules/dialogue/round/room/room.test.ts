// A round in the room: one screen, one pen, guests by a given name; whoever has a device of their own is not overwritten.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking } from '../../../../../tests/village/asking.ts'
import type { VillagerName } from '../../../../demonstration/people.ts'
import { contributionsOf } from '../../store/contributions.ts'
import { closeRound, openRound, takeTurn } from '../actions.ts'
import { heardIn, roundById, seatsIn, turnsIn } from '../store.ts'
import type { Order } from '../turns.ts'
import { urls } from '../urls.ts'
import { notHere, seatGuest, takeTurnFor } from './actions.ts'

const slug = 'reading-together'
let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>
beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
})

const opens = async (who: VillagerName = 'ines', order: Order = 'free'): Promise<number> => {
  const round = { question: 'What surprised you?', language: 'en', hidden: 'until_all', order, ends: null } as const
  const about = { thread: here.thread, community: village.community }
  const opened = await openRound(village.house, village.scope(who), { ...round, ...about })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value.id
}
const seats = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), seatsIn(village.scope(who), id)))[0]
const seatOf = async (whose: VillagerName, id: number) =>
  (await seats('ines', id)).find(({ person_id }) => person_id === village.people[whose])?.id ?? 0
const said = { way: 'said', text: 'How quiet it was.', language: 'en', seen: 0 } as const
const writes = async (writer: VillagerName, whose: VillagerName, id: number, more: object = {}) =>
  takeTurnFor(village.house, village.scope(writer), id, await seatOf(whose, id), { ...said, ...more })

test('Inês writes for Marta and a guest: under their names, with hers beside it; a guest’s words stay in the round', async () => {
  const id = await opens()
  expect(await writes('ines', 'marta', id)).toMatchObject({ ok: true })
  expect(await writes('ines', 'marta', id, { text: 'How very quiet.', seen: 1 })).toMatchObject({ ok: true })
  expect(await writes('ines', 'rita', id, { text: ' ' })).toMatchObject({ ok: false, reason: 'turn.empty' })
  expect(await seatGuest(village.house, village.scope('ines'), id, 'Dona Lurdes')).toMatchObject({ ok: true })
  const guest = (await seats('ines', id)).find(({ name }) => name === 'Dona Lurdes')?.id ?? 0
  expect(
    await takeTurnFor(village.house, village.scope('ines'), id, guest, { ...said, text: 'The soup.' }),
  ).toMatchObject({ ok: true })
  // Marta finds what was written for her, and may say it otherwise; Rita hears nothing of it yet.
  const [[marta]] = await village.house.db.read(village.scope('marta'), roundById(village.scope('marta'), id))
  expect(marta).toMatchObject({ took: 'said', my_text: 'How very quiet.', my_writer: 'Inês Duarte' })
  expect((await seats('rita', id)).every(({ took }) => took === null)).toBe(true)
  await closeRound(village.house, village.scope('ines'), id)
  const [rows] = await village.house.db.read(
    village.scope('rita'),
    contributionsOf(village.scope('rita'), here.subject, 1),
  )
  expect(rows).toMatchObject([{ author: 'Marta', writer: 'Inês Duarte', confirmed: false }])
  const [heard] = await village.house.db.read(village.scope('rita'), heardIn(village.scope('rita'), id))
  expect(heard).toMatchObject([{ guest: 'Dona Lurdes', html: '<p>The soup.</p>\n', writer: 'Inês Duarte' }])
})

test('who spoke on a device of their own is not overwritten, and only the guide holds the pen', async () => {
  const id = await opens('rita')
  await takeTurn(village.house, village.scope('marta'), id, { ...said, text: 'Mine.', nameless: false })
  expect(await writes('rita', 'marta', id)).toMatchObject({ ok: false, reason: 'room.had', field: 'seat' })
  expect(await writes('joana', 'ana', id)).toMatchObject({ ok: false, reason: 'room.notYours' })
  expect(await writes('tomas', 'ana', id)).toMatchObject({ ok: false, reason: 'room.notYours' })
  expect(await takeTurnFor(village.house, village.scope('rita'), id, 999_999, said)).toMatchObject({
    reason: 'room.who',
  })
  expect(await seatGuest(village.house, village.scope('joana'), id, 'Nobody')).toMatchObject({
    reason: 'room.notYours',
  })
  expect(await notHere(village.house, village.scope('joana'), id, await seatOf('ana', id))).toMatchObject({ ok: false })
  expect(await notHere(village.house, village.scope('rita'), id, await seatOf('ana', id))).toMatchObject({ ok: true })
  const silent = async () =>
    (await village.house.db.read(village.scope('rita'), roundById(village.scope('rita'), id)))[0][0]?.silent
  expect(await silent()).toBe(6)
  // A student's words in an adult's hand have been looked at; in somebody else's they wait.
  expect(await writes('ines', 'tomas', id, { text: 'o corredor.' })).toMatchObject({ ok: true })
  await closeRound(village.house, village.scope('rita'), id)
  const [rows] = await village.house.db.read(
    village.scope('ana'),
    contributionsOf(village.scope('ana'), here.subject, 1),
  )
  expect(rows.map(({ author }) => author).sort()).toEqual(['Marta', 'Tomás'])
})

test('around the circle the pen goes around, too', async () => {
  const id = await opens('ines', 'circle')
  const [turns] = await village.house.db.read(village.scope('ines'), turnsIn(village.scope('ines'), id))
  const take = (seat: number, way: 'said' | 'later' = 'said') =>
    takeTurnFor(village.house, village.scope('ines'), id, seat, { ...said, way })
  expect(await take(turns[1]?.seat_id ?? 0)).toMatchObject({ ok: false, reason: 'room.notNext' })
  expect(await take(turns[0]?.seat_id ?? 0, 'later')).toMatchObject({ ok: true })
  expect(await take(turns[1]?.seat_id ?? 0)).toMatchObject({ ok: true })
})

test('the screen and the sheet: mistakes keep what was typed, nobody but the guide comes in, everybody may print', async () => {
  const id = await opens()
  const ines = await village.as('ines')
  const page = await (await ines.get(urls.room({ slug, id }))).text()
  for (const words of ['Who speaks?', 'Marta', 'not here today', 'What surprised you?']) expect(page).toContain(words)
  expect((await (await village.as('rita')).get(urls.room({ slug, id }))).status).toBe(404)
  const wrong = await ines.post(urls.room({ slug, id }), { way: 'said', text: 'Kept words.', language: 'en', seat: '' })
  expect([wrong.status, (await wrong.text()).includes('Kept words.')]).toEqual([422, true])
  const seat = `${await seatOf('marta', id)}.0`
  expect((await ines.post(urls.room({ slug, id }), { way: 'said', text: 'Soup.', language: 'en', seat })).status).toBe(
    303,
  )
  expect((await ines.post(urls.guests({ slug, id }), { name: ' ' })).status).toBe(422)
  expect((await ines.post(urls.guests({ slug, id }), { name: 'Dona Lurdes' })).status).toBe(303)
  expect((await ines.post(urls.absent({ slug, id }), { seat: String(await seatOf('ana', id)) })).status).toBe(303)
  expect((await ines.post(urls.absent({ slug, id }), { seat: 'x' })).status).toBe(422)
  const now = await (await ines.get(urls.room({ slug, id }))).text()
  for (const words of ['written down', 'Dona Lurdes', 'nobody waits']) expect(now).toContain(words)
  const sheet = await (await village.as('rita')).get(urls.paper({ slug, id }))
  expect(await sheet.text()).toContain('Nobody sees an answer before all open together.')
  expect((await (await village.as('zuzana')).get(urls.paper({ slug, id }))).status).toBe(404)
})

// Words that wait for an adult who is away are taken over by another adult of the conversation, and by nobody else.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { forgetOld } from '../../rights/jobs.ts'
import { withdraw } from '../actions/amending.ts'
import { declineWords, giveWords, sayForSomebody, takeOver, takeWordsBack } from './actions.ts'
import { carriedById } from './store.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const given = async (): Promise<number> => {
  const { thread, community, people } = village
  const words = { thread, community, carrier: people.ines, text: 'I would like the window.', language: 'en' } as const
  const outcome = await giveWords(village.house, village.scope('tomas'), words)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const pageOf = async (id: number) => (await (await village.as('henk')).get(urls.one({ slug, id }))).text()
const carrierOf = async (id: number) =>
  (await village.house.db.read(village.scope('tomas'), carriedById(village.scope('tomas'), id)))[0][0]?.carrier_id

test('an adult who is away: after two days another one takes it over, and says it; nobody else, and of two at once one', async () => {
  const over = (who: VillagerName, id: number) => takeOver(village.house, village.scope(who), id)
  const id = await given()
  expect(await over('henk', id)).toMatchObject({ ok: false, reason: 'carry.early' })
  expect(await pageOf(id)).not.toContain('taking-over')
  village.clock.at = new Date(village.clock.at.getTime() + 2 * 24 * 3_600_000)
  for (const who of ['rita', 'joana', 'marta'] as const)
    expect(await over(who, id)).toMatchObject({ ok: false, reason: 'carry.gone' })
  expect(await over('tomas', id)).toMatchObject({ ok: false, reason: 'carry.notYours' })
  const byHand = village.house.db.write(village.scope('henk'), (tx) =>
    tx.rows(sql`update dialogue.carried set carrier_id = ${village.people.rita} where id = ${id}`),
  )
  await expect(byHand).rejects.toThrow()
  expect(await pageOf(id)).toContain('taking-over')
  const pressed = await (await village.as('henk')).post(urls.takingOver({ slug, id }))
  expect(pressed.status).toBe(303)
  expect(await over('henk', id)).toMatchObject({ ok: true })
  expect(await carrierOf(id)).toBe(village.people.henk)
  expect(await sayForSomebody(village.house, village.scope('ines'), id)).toMatchObject({
    ok: false,
    reason: 'carry.notYours',
  })
  const said = await sayForSomebody(village.house, village.scope('henk'), id)
  expect(said.ok).toBe(true)
  expect(await over('ines', id)).toMatchObject({ ok: false, reason: 'carry.closed' })
})

test('requests that are over end in time; what waits, and what was said and stands, stays', async () => {
  const [open, stands, withdrawn, declined, back] = [
    await given(),
    await given(),
    await given(),
    await given(),
    await given(),
  ]
  const ines = village.scope('ines')
  expect((await sayForSomebody(village.house, ines, stands)).ok).toBe(true)
  const said = await sayForSomebody(village.house, ines, withdrawn)
  expect(said.ok && (await withdraw(village.house, ines, said.value.id)).ok).toBe(true)
  await declineWords(village.house, ines, declined, 'Let us talk first.')
  await takeWordsBack(village.house, village.scope('tomas'), back)
  const left = async () => {
    const ids = [open, stands, withdrawn, declined, back]
    const rows = await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql<{ id: number }>`select id from dialogue.carried where id = any(${ids}::bigint[]) order by id`),
    )
    return rows.map(({ id }) => id)
  }
  const day = (days: number) => new Date(village.clock.at.getTime() + days * 24 * 3_600_000)
  village.clock.at = day(179)
  await forgetOld(village.house)
  expect(await left()).toHaveLength(5)
  village.clock.at = day(2)
  await forgetOld(village.house)
  expect(await left()).toEqual([open, stands])
})

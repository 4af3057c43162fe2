// Words that wait for an adult who is away are taken over by another adult of the conversation, and by nobody else.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { giveWords, sayForSomebody, takeOver } from './actions.ts'
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

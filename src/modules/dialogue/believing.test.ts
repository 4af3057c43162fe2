/** Speaking believes who speaks until its own write proves it: what was lost meanwhile is not used, what was typed is kept. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { urls } from './urls.ts'

let village: Conversation
let slug: string
beforeAll(async () => {
  village = await openConversation()
  slug = village.communities.reading.slug
})
afterAll(() => village.close())

const system = <Row>(query: string) => village.house.db.asSystem('job', (tx) => tx.rows(sql.raw<Row>(query)))
const spoken = async (text: string) =>
  (await system<{ n: number }>(`select count(*) as n from dialogue.contribution where text = '${text}'`))[0]?.n

/** Somebody whose session and community are remembered. */
const remembered = async (who: VillagerName) => {
  const browser = await village.as(who)
  for (let i = 0; i < 2; i++) await browser.get(urls.threads({ slug }))
  return (text: string, once = `once-${text}`.replaceAll(/\W/g, '-').padEnd(20, '-')) =>
    browser.post(urls.say({ slug, id: village.thread }), { text, language: 'en', audience: 'community', once })
}

test('who is still here speaks, once', async () => {
  const say = await remembered('rita')
  for (let i = 0; i < 2; i++) expect((await say('He reads to the dog.')).status).toBe(303)
  expect(await spoken('He reads to the dog.')).toBe(1)
})

test('an ended session speaks no more, and is asked to sign in', async () => {
  const say = await remembered('rita')
  await system('delete from people.session')
  const answer = await say('A second of silence.')
  expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
  expect(await spoken('A second of silence.')).toBe(0)
})

test('a lost seat speaks no more', async () => {
  const say = await remembered('marta')
  await system(`delete from platform.seat where person_id = ${village.people.marta}`)
  expect((await say('From outside.')).status).toBe(404)
  expect(await spoken('From outside.')).toBe(0)
})

test('a community that was renamed meanwhile: what was typed is said all the same', async () => {
  const say = await remembered('ines')
  await system(`update community.community set name = 'Reading aloud' where slug = '${slug}'`)
  expect((await say('Ação: não esquecer & ler +1 página.')).status).toBe(303)
  expect(await spoken('Ação: não esquecer & ler +1 página.')).toBe(1)
})

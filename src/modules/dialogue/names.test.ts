// D15 in a conversation: a calm step before a child's name is heard; nothing is lost, nothing sent twice, nobody stopped.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { contributionsAfter } from './store/contributions.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const send = async (who: VillagerName, fields: Record<string, string>) =>
  (await village.as(who)).post(urls.say({ slug, id: village.thread }), {
    language: 'en',
    audience: 'community',
    ...fields,
  })
const texts = async () => {
  const scope = village.scope('ines')
  const [rows] = await village.house.db.read(scope, contributionsAfter(scope, village.thread, 0, 100))
  return rows.map((row) => row.text)
}
const hidden = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'g'))].map((found) => found[1])
const facts = () =>
  village.house.db.asSystem('facts', (tx) =>
    tx.rows(sql<{ kind: string; actor_id: number | null }>`
      select kind, actor_id from platform.fact where kind like 'names.%' order by id`),
  )

test('D15: a student’s name is asked about, with its place, another name, and all that was typed; nothing is said yet', async () => {
  const text = 'Today Tomás read\nthe <b>first</b> line.'
  const answer = await send('rita', { text, audience: 'facilitators', nameless: 'yes' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Nothing has been sent yet')
  expect(page).toContain('<mark>Tomás</mark>')
  expect(hidden(page, 'audience')).toEqual(['facilitators', 'facilitators'])
  expect(hidden(page, 'nameless')).toEqual(['yes', 'yes'])
  expect(await texts()).toEqual([])
})

test('D15: one press sends it with the other name and every other word as it was', async () => {
  const page = await (await send('rita', { text: 'Today Tomás read & smiled.' })).text()
  const [others = ''] = hidden(page, 'text')
  const text = others.replaceAll('&amp;', '&')
  expect(text).toMatch(/^Today \S+ read & smiled\.$/)
  expect(text).not.toContain('Tomás')
  expect((await send('rita', { text, names: 'others' })).status).toBe(303)
  expect(await texts()).toContain(text)
  expect(await facts()).toEqual([])
})

test('D15: it is nobody’s name, or it may stay: it is sent, and the reason is written down without the name', async () => {
  expect((await send('marta', { text: 'Jakub is the bear in our book.', names: 'nobody' })).status).toBe(303)
  expect((await send('marta', { text: 'Tomás showed us how.', names: 'agreed', nameless: 'yes' })).status).toBe(303)
  expect(await texts()).toEqual(expect.arrayContaining(['Jakub is the bear in our book.', 'Tomás showed us how.']))
  expect(await facts()).toEqual([
    { kind: 'names.nobody', actor_id: village.people.marta },
    { kind: 'names.agreed', actor_id: null },
  ])
})

test('back to the words: they stand in their field again', async () => {
  const answer = await send('rita', { text: 'Tomás laughed.', names: 'back' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Tomás laughed.</textarea>')
  expect(page).not.toContain('role="alert"')
})

test('nobody is asked about their own words to themselves, their own nickname, or a grown-up of the community', async () => {
  expect((await send('rita', { text: 'Tomás again.', audience: 'me' })).status).toBe(303)
  expect((await send('tomas', { text: 'I, Tomás, say so.' })).status).toBe(303)
  expect((await send('rita', { text: 'Thank you, Marta.' })).status).toBe(303)
})

test('whoever may not speak here learns no name; an odd answer is no answer', async () => {
  expect(await (await send('zuzana', { text: 'Tomás?' })).text()).not.toContain('<mark>')
  expect((await send('rita', { text: 'Tomás?', names: 'whatever' })).status).toBe(422)
})

test('changed words are asked about as well', async () => {
  const id = await village.say('rita', 'He read.')
  const rita = await village.as('rita')
  const change = (more: object) =>
    rita.post(urls.words({ slug, id }), { text: 'Tomás read.', language: 'en', version: '1', ...more })
  expect(await (await change({})).text()).toContain('<mark>Tomás</mark>')
  expect(await (await change({ names: 'back' })).text()).toContain('Tomás read.</textarea>')
  expect((await change({ names: 'own' })).status).toBe(303)
  expect(await texts()).toContain('Tomás read.')
})

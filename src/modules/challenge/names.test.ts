// D15 where a question is asked and where somebody tells what they saw: a calm step before a child's name is heard.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQuestions, type Questions } from '../../../tests/village/questions.ts'
import { urls } from './urls.ts'

let village: Questions
const slug = 'reading-together'
const filled = { child: 'no', language: 'en', circle: 'community', help: ['ideas', 'try'] }
beforeAll(async () => {
  village = await openQuestions()
})
afterAll(() => village.close())

const raise = async (fields: Record<string, string | string[]>) =>
  (await village.as('rita')).post(urls.raise({ slug }), { ...filled, ...fields })

test('D15: a question with a name is asked about, goes out with another, and keeps every box that was ticked', async () => {
  const question = 'How can Tomás begin by himself?'
  const page = await (await raise({ question })).text()
  expect(page).toContain('<mark>Tomás</mark>')
  expect(page.match(/name="help" value="ideas"/g)).toHaveLength(2)
  const back = await (await raise({ question, names: 'back' })).text()
  expect(back).toContain(`${question}</textarea>`)
  const sent = await raise({ question: 'How can Rui begin by himself?', names: 'others' })
  expect(sent.status).toBe(303)
  const reword = `${sent.headers.get('location')?.split('#')[0]}`
  const id = Number(reword.split('/').at(-1))
  const rita = await village.as('rita')
  const changed = { ...filled, question, changed: 'It is about him.' }
  expect(await (await rita.post(urls.reword({ slug, id }), changed)).text()).toContain('<mark>Tomás</mark>')
  expect((await rita.post(urls.reword({ slug, id }), { ...changed, names: 'agreed' })).status).toBe(303)
})

test('a draft about one child stays with its writer and is not asked about', async () => {
  expect((await raise({ question: 'How can Tomás begin?', child: 'not-yet' })).status).toBe(303)
})

test('D15: what somebody saw is asked about as well', async () => {
  const challenge = await village.raise('rita', 'How do we read?')
  const where = { slug, id: challenge, tryout: await village.running(challenge) }
  const joana = await village.as('joana')
  const tell = (more: object) => joana.post(urls.sightings(where), { seen: 'Tomás smiled.', ...more })
  expect(await (await tell({})).text()).toContain('<mark>Tomás</mark>')
  expect(await (await tell({ names: 'back' })).text()).toContain('Tomás smiled.</textarea>')
  expect((await tell({ names: 'nobody' })).status).toBe(303)
})

// Raising a question: what a browser is answered, who hears it, and the gate for one child.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQuestions, type Questions } from '../../../tests/village/questions.ts'
import { urls } from './urls.ts'

let village: Questions
let slug: string
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
})
afterAll(() => village.close())

const filled = { child: 'no', question: 'How can we read aloud together?', language: 'en', circle: 'community' }

test('A teacher brings a question in, finds it on its page and in the list', async () => {
  const rita = await village.as('rita')
  const form = await (await rita.get(urls.raise({ slug }))).text()
  expect(form.indexOf('Is this about one child?')).toBeLessThan(form.indexOf('What do you ask yourself?'))
  const sent = await rita.post(urls.raise({ slug }), { ...filled, help: ['ideas', 'together'] })
  expect(sent.status).toBe(303)
  const where = sent.headers.get('location') ?? ''
  const page = await (await rita.get(where)).text()
  expect(page).toContain('<h1 tabindex="-1" dir="auto" lang="en">How can we read aloud together?</h1>')
  expect(page).toContain('Everybody in Reading together. Nobody else.')
  expect(page).toContain('Rita Vale hopes for: Ideas and Trying something together.')
  const list = await (await (await village.as('marta')).get(urls.challenges({ slug }))).text()
  expect(list).toContain('How can we read aloud together?')
})

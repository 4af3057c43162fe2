// A kept page is never older than the last change, and never somebody else's.
import { Hono } from 'hono'
import { beforeEach, expect, test } from 'vitest'
import type { House } from '../house.ts'
import { alike, KEPT_MS, keptPages, noteSent } from './kept-pages.ts'

let changes = 0
let now = 0
let rendered = 0
let app: Hono
let whileReading: () => void

beforeEach(() => {
  changes = 0
  now = 1_000_000
  rendered = 0
  whileReading = () => undefined
  const house = { db: { changes: () => changes }, clock: { now: () => new Date(now) } } as unknown as House
  app = new Hono()
  app.use(keptPages(house, (c) => c.req.header('who')))
  app.all('/:page', (c) => {
    rendered += 1
    whileReading()
    const { page } = c.req.param()
    if (page !== 'own') alike(c)
    const body = new TextEncoder().encode(`${page} ${rendered}`)
    const headers = { 'content-type': 'text/html', 'x-kind': page }
    noteSent(c, { body, headers })
    return c.body(body, page === 'gone' ? 410 : 200, headers)
  })
})

const ask = async (page: string, headers: Record<string, string> = { who: 'visitor' }, method = 'GET') => {
  const answer = await app.request(`http://somewhere.example/${page}`, { headers, method })
  return answer.text()
}

test('The second visitor gets what the first one got, with its headers', async () => {
  expect(await ask('page')).toBe('page 1')
  expect(await ask('page')).toBe('page 1')
  const again = await app.request('http://somewhere.example/page', { headers: { who: 'visitor' } })
  expect([again.status, again.headers.get('x-kind'), rendered]).toEqual([200, 'page', 1])
})

test('Whatever is written makes every kept page old', async () => {
  await ask('page')
  changes += 1
  expect(await ask('page')).toBe('page 2')
})

test('A page during whose reading something was written is not kept', async () => {
  whileReading = () => {
    changes += 1
  }
  await ask('page')
  whileReading = () => undefined
  expect(await ask('page')).toBe('page 2')
})

test('What others write is seen after three seconds, also when the clock is set back', async () => {
  await ask('page')
  now += KEPT_MS - 1
  expect(await ask('page')).toBe('page 1')
  now += 1
  expect(await ask('page')).toBe('page 2')
  now -= KEPT_MS
  expect(await ask('page')).toBe('page 3')
})

test.each([
  ['another reader', 'page', { who: 'another' }, 'GET'],
  ['another address', 'page?n=2', { who: 'visitor' }, 'GET'],
  ['another form', 'page', { who: 'visitor', 'accept-encoding': 'br' }, 'GET'],
  ['somebody who saves data', 'page', { who: 'visitor', 'save-data': 'on' }, 'GET'],
  ['a member', 'page', {}, 'GET'],
  ['a form that is sent', 'page', { who: 'visitor' }, 'POST'],
] as const)('It is not for %s', async (_name, page, headers, method) => {
  await ask('page')
  expect(await ask(page, headers, method)).toBe('page 2')
})

test('Pages that were not said to be alike, and answers that are no page, are made anew', async () => {
  for (const page of ['own', 'gone']) {
    await ask(page)
    expect(await ask(page)).toBe(`${page} ${rendered}`)
  }
  expect(rendered).toBe(4)
})

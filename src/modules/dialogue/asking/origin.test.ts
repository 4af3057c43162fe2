// A letter's page tells no referrer, so its forms have no origin to tell: they are let in, and no other form is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { urls } from './urls.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const link = urls.link({ token: 'x'.repeat(43) })

test.each([{ origin: 'null' }, { origin: 'https://mail.example' }, { origin: '' }])(
  'the form of a letter is read, wherever it comes from: %j',
  async (headers) => {
    const answer = await village
      .visitor()
      .post(link, { text: 'Not lost', language: 'en', audience: 'community' }, headers)
    expect([answer.status, (await answer.text()).includes('Not lost')]).toEqual([410, true])
  },
)

test('any other form without an origin is turned away, unless the browser itself says that it is ours', async () => {
  const rita = await village.as('rita')
  const address = urls.linkEnd({ slug: 'reading-together', id: 1 })
  expect((await rita.post(address, {}, { origin: 'null' })).status).toBe(403)
  expect((await rita.post(address, {}, { origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await rita.post(address, {}, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(404)
  expect((await rita.post('/answers', {}, { origin: 'null' })).status).toBe(403)
})

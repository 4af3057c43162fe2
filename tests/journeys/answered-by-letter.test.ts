/** A mother answers from her letter, on a small phone without JavaScript: open, type, send; then undone, and sent again. */
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { ask } from '../../src/modules/dialogue/asking/actions.ts'
import { notices } from '../../src/modules/dialogue/asking/notices.ts'
import { openThread } from '../../src/modules/dialogue/public.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import { openVillage, type Village } from '../village/village.ts'
import { openBrowser, shape, violations } from './browser.ts'

let village: Village
let browser: Browser
let site: { readonly url: string; close(): Promise<void> }

beforeAll(async () => {
  village = await openVillage()
  const app = createApp({ ...village.house, assets: readAssets() })
  site = await new Promise((open) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      open({ url: `http://127.0.0.1:${port}`, close: () => new Promise((closed) => server.close(() => closed())) }),
    )
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await village.close()
})

/** What Marta's letter says, and where its one button leads. */
const letter = async () => {
  const { house, people, communities } = village
  const community = communities.reading.id
  const rita = village.scope('rita')
  const thread = await house.db.write(rita, (tx) =>
    openThread(tx, rita, {
      community,
      subject: null,
      audience: `community:${community}`,
      language: 'en',
      title: 'At home',
    }),
  )
  const asking = { thread, community, to: [people.marta], question: 'How does he read at home?', language: 'en' }
  const asked = await ask(house, rita, asking)
  if (!asked.ok) throw new Error(asked.reason)
  const fact = { kind: 'ask.made', subject: { kind: 'ask', id: asked.value.ids[0] ?? 0 }, community }
  const [source] = notices(house)
  const to = { scope: village.scope('marta'), lang: 'pt', zone: 'Europe/Lisbon', on: 'letter' } as const
  return { thread, notice: await source?.say(to, fact) }
}

const phone = (javaScriptEnabled: boolean) =>
  browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled })
const bytesOf = (page: Page): { sum: number } => {
  const bytes = { sum: 0 }
  page.on('response', async (answer) => {
    const { responseBodySize: body, responseHeadersSize: head } = await answer.request().sizes()
    bytes.sum += body + head
  })
  return bytes
}

it.each([false, true])('three taps from the letter to the answer (JavaScript: %s)', async (script) => {
  const { thread, notice } = await letter()
  const context = await phone(script)
  const page = await context.newPage()
  const bytes = bytesOf(page)
  await page.goto(site.url + notice?.button.href, { waitUntil: 'networkidle' })
  expect(await page.locator('h1').textContent()).toBe('Rita Vale pergunta-lhe')
  expect(bytes.sum).toBeLessThan(100_000)
  if (script) expect([...(await violations(page)), ...(await shape(page))]).toEqual([])
  await page.locator('textarea').tap()
  await page.locator('textarea').fill('Alto, para o cão.')
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Enviar', exact: true }).tap()])
  expect(await page.locator('main').textContent()).toContain('Rita Vale e a nossa comunidade (8) podem vê-la.')
  if (script) expect([...(await violations(page)), ...(await shape(page))]).toEqual([])
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Desfazer' }).tap()])
  expect(await page.locator('textarea').inputValue()).toBe('Alto, para o cão.')
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Enviar', exact: true }).tap()])
  // Whoever gets the letter afterwards learns nothing.
  const other = await (await phone(script)).newPage()
  await other.goto(site.url + notice?.button.href)
  expect(await other.locator('main').textContent()).not.toMatch(/Rita|Marta|read at home|cão/)
  expect(await context.cookies()).toEqual([])
  const rita = await village.as('rita')
  expect(await (await rita.get(`/c/reading-together/threads/${thread}`)).text()).toContain('Alto, para o cão.')
  await context.close()
})

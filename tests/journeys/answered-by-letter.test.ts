/** A mother answers from her letter, on a small phone without JavaScript: open, type, send; then undone, and sent again. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, shape, violations } from './browser.ts'
import { letterToMarta, type Served, serveVillage } from './served.ts'

let browser: Browser
let site: Served

beforeAll(async () => {
  site = await serveVillage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

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
  const { thread, notice } = await letterToMarta(site.village)
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
  const rita = await site.village.as('rita')
  expect(await (await rita.get(`/c/reading-together/threads/${thread}`)).text()).toContain('Alto, para o cão.')
  await context.close()
})

/** A real browser for the journeys: pages that load, people who sign in, and what every page must keep. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { addressOf, type VillagerName } from '../../src/demonstration/people.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens the installed Chromium; close it when done. */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = process.env.CIRANDA_CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: quiet })
}

/** The address of a path on the one site of all journeys. */
export const at = (path: string): string => inject('siteUrl') + path

/** A window in English unless said otherwise; `as` is somebody of the village, already inside. */
export const openWindow = async (
  browser: Browser,
  options: BrowserContextOptions & { as?: VillagerName } = {},
): Promise<BrowserContext> => {
  const { as: who, ...rest } = options
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...rest })
  if (who) {
    const answer = await context.request.post(at('/sign-in/demonstration'), {
      form: { email: addressOf(who) },
      headers: { origin: inject('siteUrl') },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(303)
  }
  return context
}

/** Presses a button by its words and waits until another page stands there, be it loaded or visited in place. */
export const press = async (page: Page, name: string | RegExp, within = 'body'): Promise<void> => {
  const button = page
    .locator(within)
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
  await button.waitFor()
  await page.evaluate(() => document.body.setAttribute('data-before', ''))
  await button.click()
  const another = () =>
    page
      .evaluate(() => !document.body.hasAttribute('data-before') && document.readyState === 'complete')
      .catch(() => false)
  await expect.poll(another, { timeout: 20_000, interval: 40 }).toBe(true)
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const carried = new WeakSet<Page>()

// From the second page on axe comes with the page itself, which the browser compiles once and not for each question.
const carryAxe = async (page: Page): Promise<void> => {
  if (!carried.has(page)) await page.addInitScript({ path: axeFile })
  carried.add(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeFile, 'utf8'))
}

/** The violations of WCAG 2.2 AA that axe finds, each with the elements; none is what we want. */
export const violations = async (page: Page): Promise<string[]> => {
  await carryAxe(page)
  return page.evaluate(async () => {
    // The bar at the foot of a window lies over whatever has not been scrolled up yet: laid at the end of the page instead.
    const bars = [...document.querySelectorAll<HTMLElement>('.bar')]
    for (const bar of bars) bar.style.position = 'static'
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    for (const bar of bars) bar.style.position = ''
    if (found.passes.length === 0) return ['axe looked at nothing']
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  })
}

/** What else every page keeps: one h1 that begins the title, no skipped level, nothing that scrolls sideways. */
export const shape = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = []
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility())
    const first = headings.filter((one) => one.tagName === 'H1')
    if (first.length !== 1) wrong.push(`${first.length} h1`)
    if (!document.title.startsWith((first[0]?.textContent ?? '').trim()))
      wrong.push(`title “${document.title}” does not begin with its h1`)
    let before = 0
    for (const heading of headings) {
      const level = Number(heading.tagName[1])
      if (level > before + 1) wrong.push(`h${level} “${heading.textContent}” after h${before}`)
      before = level
    }
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (over > 0) wrong.push(`${over} px wider than the window`)
    if (!document.documentElement.lang) wrong.push('no language')
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
    if (twice.length > 0) wrong.push(`twice on a page: ${twice.join(' ')}`)
    return wrong
  })

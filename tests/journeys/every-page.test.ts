/** Every page a visitor, a facilitator, a student and an administrator can reach, on a phone and on a wide screen: usable by everybody. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, violations } from './browser.ts'
import { home, look } from './looking.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it.each(['visitor', 'ines', 'tomas', 'olga'] as const)(
  'as %s: axe, headings, width, nobody else asked',
  async (who) => expect(await look(browser, who)).toEqual([]),
  300_000,
)

it.each(['light', 'dark', 'contrast'])('the colours %s are read without strain', async (theme) => {
  const context = await openWindow(browser, { as: 'rita', viewport: { width: 1280, height: 4000 } })
  const page = await context.newPage()
  await page.goto(at('/reading'))
  await page.locator(`input[name=theme][value=${theme}]`).check()
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Use this' }).click()])
  const wrong: string[] = []
  for (const path of [home, `${home}/questions`, '/library', '/me']) {
    await page.goto(at(path))
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
    for (const one of await violations(page)) wrong.push(`${path}: ${one}`)
  }
  expect(wrong).toEqual([])
  await context.close()
})

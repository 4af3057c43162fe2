/** Calling somebody by name with the keys alone, on a phone with a finger, and without JavaScript as before. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press, violations } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const thread = async (page: Page): Promise<void> => {
  await page.goto(at('/c/reading-together/questions/new'))
  await page.locator('input[name=child][value=no], input[name=aboutChild][value=no]').first().check()
  await page.locator('textarea[name=question], input[name=question]').fill('Who reads aloud at home?')
  await press(page, 'Bring it in')
  await page.waitForURL(/\/questions\/\d+$/)
  await page.locator('#voice-text').waitFor()
}
const field = (page: Page) => page.locator('#voice-text')
const options = (page: Page) => page.locator('.name-list [role=option]')

it('Rita calls Marta with the keys alone; nothing moves, Escape closes, and the words are sent as chosen', async () => {
  const page = await (await openWindow(browser, { as: 'rita' })).newPage()
  await thread(page)
  await field(page).focus()
  const below = () =>
    page
      .locator('.seen-by')
      .first()
      .evaluate((one) => one.getBoundingClientRect().top)
  const stood = await below()
  await page.keyboard.type('Dear @ma')
  await expect.poll(() => options(page).count()).toBeGreaterThan(0)
  expect(await below()).toBe(stood)
  const [ends, begins] = await Promise.all([
    field(page).evaluate((one) => one.getBoundingClientRect().bottom),
    page.locator('.name-list').evaluate((one) => one.getBoundingClientRect().top),
  ])
  expect(begins).toBeGreaterThanOrEqual(ends)
  expect(await violations(page)).toEqual([])
  const active = await field(page).getAttribute('aria-activedescendant')
  expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
  await expect.poll(() => page.locator('#announcer').textContent()).toMatch(/fit/)
  await page.keyboard.press('Escape')
  expect(await options(page).count()).toBe(0)
  await page.keyboard.type('r')
  await expect.poll(() => options(page).count()).toBeGreaterThan(0)
  const name = await page.locator('[aria-selected=true]').textContent()
  await page.keyboard.press('Enter')
  expect(await field(page).inputValue()).toBe(`Dear @${name} `)
  await page.keyboard.type('how was it?')
  expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true)
  await press(page, 'Send', 'form[action$="/voices"]')
  await expect.poll(() => page.locator('main').textContent()).toContain(`Dear @${name} how was it?`)
  await page.context().close()
})

it('a finger chooses; among facilitators only they are offered; without JavaScript the field is as before', async () => {
  const phone = await openWindow(browser, { as: 'rita', viewport: { width: 360, height: 740 }, hasTouch: true })
  const page = await phone.newPage()
  await thread(page)
  await field(page).pressSequentially('@')
  await expect.poll(() => options(page).count()).toBeGreaterThan(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  const name = await options(page).nth(1).textContent()
  await options(page).nth(1).tap()
  expect(await field(page).inputValue()).toBe(`@${name} `)
  await page.locator('.seen-by > summary').first().click()
  await page.locator('[name=audience][value=facilitators]').first().check({ force: true })
  await field(page).fill('@tom')
  await page.waitForTimeout(400)
  expect(await options(page).count()).toBe(0)
  const plain = await (await openWindow(browser, { as: 'rita', javaScriptEnabled: false })).newPage()
  await thread(plain)
  expect(await plain.locator('.name-list').count()).toBe(0)
  expect(await plain.locator('#voice-text').isVisible()).toBe(true)
  await Promise.all([page, plain].map((one) => one.context().close()))
})

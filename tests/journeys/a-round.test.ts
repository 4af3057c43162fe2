/** A round at three browsers and without JavaScript: a student, a parent with a letter, a facilitator; it opens before their eyes. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press, violations } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Inês brings a question and holds a round on it; the round's path. */
const heldBy = async (page: Page, question: string): Promise<string> => {
  await page.goto(at('/c/reading-together/questions/new'))
  await page.locator('input[name=child][value=no], input[name=aboutChild][value=no]').first().check()
  await page.locator('textarea[name=question], input[name=question]').fill('What do we hear?')
  await press(page, 'Bring it in')
  await page.getByRole('link', { name: 'Hold a round' }).click()
  await page.locator('textarea[name=question]').fill(question)
  await press(page, 'Begin the round')
  return new URL(page.url()).pathname
}
const hears = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/live') && answer.status() === 200, { timeout: 15_000 })
const open = async (page: Page, path: string) => {
  const heard = hears(page)
  await page.goto(at(path))
  await heard
}
const says = async (page: Page, words: string) => {
  await page.locator('.form textarea[name=text]').fill(words)
  await press(page, /^(Say it|Dizer)$/)
}

it('a student, a parent at 360 px and a facilitator finish one round; it opens on every page by itself', async () => {
  const ines = await (await openWindow(browser, { as: 'ines' })).newPage()
  const phone = { locale: 'pt-PT', viewport: { width: 360, height: 740 } }
  const tomas = await (await openWindow(browser, { as: 'tomas', ...phone })).newPage()
  const marta = await (await openWindow(browser, { as: 'marta', ...phone })).newPage()
  const path = await heldBy(ines, 'What was loud today?')
  await Promise.all([open(tomas, path), open(marta, path)])
  await says(tomas, 'o corredor.')
  await says(marta, 'A porta, às oito.')
  // Hidden until all: each sees their own alone.
  expect(await marta.locator('main').textContent()).not.toContain('corredor')
  expect(await violations(marta)).toEqual([])

  // The facilitator hears the student at once, and one tap lets it open with the others.
  await open(ines, path)
  await ines.getByText('o corredor.').waitFor()
  expect(await ines.locator('main').textContent()).not.toContain('porta')
  await press(ines, 'I have looked')
  await open(ines, path)
  await says(ines, 'My own voice.')

  const stood = marta.waitForFunction(() => document.querySelector('.round.open.fresh') !== null)
  await press(ines, 'Open the answers now')
  await stood
  for (const page of [tomas, marta]) {
    await expect.poll(() => page.locator('.round-answers').textContent()).toContain('My own voice.')
    const heard = await page.locator('.round-answers').textContent()
    for (const words of ['o corredor.', 'A porta, às oito.']) expect(heard).toContain(words)
    // Said once, politely; and what could only be done before is gone.
    await expect.poll(() => page.locator('#announcer').textContent()).toContain('A roda está aberta')
    expect(await page.locator('.round-place > form:visible, .round-place > .more:visible').count()).toBe(0)
    const before = await page.locator('[id^=round-]').innerHTML()
    await page.reload()
    expect(await page.locator('[id^=round-]').innerHTML()).toBe(before)
  }
  expect(await violations(tomas)).toEqual([])
  for (const page of [ines, tomas, marta]) await page.context().close()
})

it('without JavaScript: held, answered, passed, opened, taken along', async () => {
  const plain = { javaScriptEnabled: false }
  const ines = await (await openWindow(browser, { as: 'ines', ...plain })).newPage()
  const rita = await (await openWindow(browser, { as: 'rita', ...plain })).newPage()
  const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  await ines.goto(at('/c/reading-together/threads/1/rounds'))
  await ines.locator('textarea[name=question]').fill('What do we take home?')
  await click(ines, 'Begin the round')
  const path = new URL(ines.url()).pathname
  await rita.goto(at(path))
  await click(rita, 'Pass for now')
  expect(await rita.locator('main').textContent()).toContain('Your place is kept')
  await rita.locator('textarea[name=text]').fill('A page.')
  await click(rita, 'Say it')
  await click(ines, 'Pass')
  expect(await ines.locator('main').textContent()).not.toContain('A page.')
  await click(ines, 'Open the answers now')
  expect(await ines.locator('.round-answers').textContent()).toContain('A page.')
  await ines.locator('textarea[name=text]').fill('One page a day.')
  await click(ines, 'Keep this')
  await rita.goto(at(path))
  expect(await rita.locator('.harvest').textContent()).toContain('One page a day.')
  for (const page of [ines, rita]) await page.context().close()
})

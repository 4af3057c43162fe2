/** A week on small phones: the first meeting run by somebody who has never seen one, its minutes, and a method for a stranger. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press, shape } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }
const seen = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

/** What somebody does who reads the screen and nothing else: whoever's turn it is says a word, then the group goes on. */
const followTheScreen = async (page: Page, words: (question: string) => string): Promise<string[]> => {
  const asked: string[] = []
  for (let steps = 0; steps < 40; steps++) {
    const question = await heading(page)
    if (asked.at(-1) !== question) {
      asked.push(question)
      expect([question, await shape(page)]).toEqual([question, []])
    }
    const says = /It is (your|.+’s) turn\./.exec(await seen(page))?.[1]
    const on = page.getByRole('button', { name: /^On to: / })
    if (says) {
      // The field for one's words is on the first screen of a phone.
      expect((await page.getByRole('textbox').first().boundingBox())?.y).toBeLessThan(740)
      if (says !== 'your') await press(page, 'Pass', 'main')
      else {
        await page.getByLabel('own words').fill(words(question))
        await press(page, 'Put it down', 'main')
      }
    } else if (
      question === 'What do we do next, and who takes it on?' &&
      !(await seen(page)).includes('takes it on,')
    ) {
      await page.getByLabel('What will we do?').fill('Ask at the door who comes late.')
      const until = new Date(Date.now() + 5 * 24 * 3600 * 1000)
      await page.getByLabel('Day').fill(String(until.getUTCDate()))
      await page.getByLabel('Month').fill(String(until.getUTCMonth() + 1))
      await page.getByLabel('Year').fill(String(until.getUTCFullYear()))
      await press(page, 'Take it on', 'main')
    } else if (await on.count()) await press(page, /^On to: /, 'main')
    else return asked
  }
  throw new Error(`The screen led nowhere: ${asked.join(' → ')}`)
}

it('the first meeting carries itself: one screen, no words of ours beside it, minutes that print', async () => {
  const context = await openWindow(browser, { as: 'rita', ...phone })
  const page = await context.newPage()
  const broken: string[] = []
  page.on('pageerror', (fault) => broken.push(fault.message))
  await page.goto(at('/communities/new'))
  await page.locator('#name').fill('Slow mornings')
  await page.locator('#purpose').fill('We want mornings to begin without hurry.')
  await page.locator('input[name=perspectives][value=teacher]').check()
  const today = new Date()
  await page.locator('input[name=on-day]').fill(String(today.getUTCDate()))
  await page.locator('input[name=on-month]').fill(String(today.getUTCMonth() + 1))
  await page.locator('input[name=on-year]').fill(String(today.getUTCFullYear()))
  await press(page, 'Begin')
  await page.goto(at('/c/slow-mornings'))
  await page.getByRole('link', { name: 'Our first meeting' }).click()
  await page.getByText('We are together: begin').click()
  await page.getByLabel('Guests').fill('Dona Rosa')
  await press(page, 'Begin', 'main')

  const asked = await followTheScreen(page, (question) =>
    question === 'What do we care about?' ? 'That nobody comes in running.' : 'One word.',
  )
  expect(asked).toEqual([
    'How do you arrive today?',
    'What do we care about?',
    'Who are we, and who is missing?',
    'How will we learn?',
    'What do we do next, and who takes it on?',
    'What do you take with you?',
    'Is this what we said?',
  ])
  await press(page, 'This is right')
  await page.goto(at('/c/slow-mornings/meetings'))
  await page.getByRole('link', { name: 'Our first meeting' }).click()
  await page.waitForURL('**/minutes')
  expect(await seen(page)).toMatch(/Dona Rosa[\s\S]*nobody comes in running[\s\S]*Ask at the door/)
  expect(await shape(page)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.bar', '.top', '.foot', '.acts'])
    for (const part of await page.locator(gone).all()) expect([gone, await part.isVisible()]).toEqual([gone, false])
  expect(await page.getByText('nobody comes in running').isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF')
  expect(broken).toEqual([])
  await context.close()
})

it('a stranger finds a method and takes its page along', async () => {
  const context = await openWindow(browser, phone)
  const page = await context.newPage()
  await page.goto(at('/library'))
  await page.locator('main #q').fill('round')
  await page.locator('main').getByRole('button', { name: 'Search' }).click()
  await page.locator('main').getByRole('link', { name: 'Round', exact: true }).first().click()
  await page.waitForURL('**/library/round-of-voices')
  expect(await shape(page)).toEqual([])
  const sheet = await page.getByRole('link', { name: 'PDF' }).first().getAttribute('href')
  const file = await context.request.get(at(sheet ?? ''))
  expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('application/pdf')])
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('h1').isVisible()).toBe(true)
  for (const gone of ['.bar', '.top', '.foot'])
    for (const part of await page.locator(gone).all()) expect([gone, await part.isVisible()]).toEqual([gone, false])
  await context.close()
})

/** A community is begun in three minutes, somebody new joins on one screen, and its first lines are settled. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  it('Rita begins, Sofia joins, both say how they treat each other', async () => {
    const context = await openWindow(browser, { as: 'rita', javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(at('/today'))
    await page.getByRole('link', { name: 'Begin a community' }).click()
    await page.locator('#name').fill(`Morning light ${javaScriptEnabled}`)
    await press(page, 'Begin')
    expect(await page.getByRole('alert').textContent()).toContain('Say in a sentence')
    expect(await page.locator('#name').inputValue()).toContain('Morning light')
    await page.locator('#purpose').fill('We want mornings to begin without hurry.')
    await page.locator('input[name=perspectives][value=teacher]').check()
    await page.locator('input[name=on-day]').fill('3')
    await page.locator('input[name=on-month]').fill('12')
    await page.locator('input[name=on-year]').fill('2027')
    await page.locator('#at').fill('16:30')
    await page.locator('#where').fill('Room 12')
    await press(page, 'Begin')
    await page.waitForURL('**/invite')
    const link = await page.locator('#link').inputValue()
    expect(link).toMatch(/\/join\/[\w-]{16}$/)
    await page.getByRole('link', { name: 'Poster with QR code' }).click()
    await page.waitForURL('**/poster')
    expect(await page.locator('svg.qr path').count()).toBe(1)

    const visitor = await openWindow(browser, { javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const phone = await visitor.newPage()
    await phone.goto(link)
    expect(await phone.locator('main').textContent()).toContain('Nobody sees when you read.')
    expect(await phone.content()).not.toContain('Paulo')
    await phone.locator('#name').fill('Sofia')
    await phone.locator('#email').fill(`sofia.${javaScriptEnabled}@ria.example`)
    await phone.locator('input[name=perspectives][value=family]').check()
    await press(phone, 'I’m in')
    await phone.waitForURL(/\/c\/morning-light-/)
    expect(await phone.locator('main').textContent()).toContain('Friday 3 December, 16:30')

    await phone.goto(`${phone.url()}/how-we-treat-each-other`)
    await press(phone, 'Keep')
    await phone.locator('#changed').fill('Our first line')
    await phone.locator('#why').fill('To begin with something')
    await press(phone, 'Settle this version')
    await press(phone, 'I’m in')
    expect(await phone.locator('main').textContent()).toContain('You said “I’m in”')
    await page.goto(phone.url())
    expect(await page.locator('.aside').textContent()).toContain('Who is in')
    await page.getByRole('link', { name: 'Home' }).first().click()
    await page.locator('.aside', { hasText: 'Find a second facilitator' }).waitFor()
    await Promise.all([context.close(), visitor.close()])
  })
})

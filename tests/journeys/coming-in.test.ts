/** Sign in by password and by letter, be told kindly when it is wrong, and go out on every device. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, demonstrationPassword } from '../../src/demonstration/people.ts'
import { at, openBrowser, openWindow, press } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  it('Joana signs in by password, after a wrong one that keeps her address', async () => {
    const context = await openWindow(browser, { javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(at('/today'))
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.locator('#email').fill(addressOf('joana'))
    await page.locator('#password').fill('not this one')
    await press(page, 'Sign in')
    expect(await page.getByRole('alert').textContent()).toContain('do not belong together')
    expect(await page.locator('#email').inputValue()).toBe(addressOf('joana'))
    await page.locator('#password').fill(demonstrationPassword)
    await press(page, 'Sign in')
    await page.waitForURL('**/today')
    await context.close()
  })

  it('Marta asks for a letter, opens it in the mailbox, and is in; the link works once', async () => {
    const context = await openWindow(browser, { javaScriptEnabled, locale: 'pt-PT' })
    const page = await context.newPage()
    const letters = page.locator('article a[href*="/sign-in/letter/"]')
    await page.goto(at('/mailbox'))
    const before = await letters.count()
    await page.goto(at('/sign-in?next=/c/reading-together'))
    await page.locator('#letter-email').fill(addressOf('marta'))
    await press(page, 'Enviar-me uma ligação')
    expect(await page.locator('h1').textContent()).toBe('Veja o seu correio')
    // The letter is written by the queue: the page is asked again until it lies there.
    await expect
      .poll(async () => (await page.goto(at('/mailbox'))) && (await letters.count()), { timeout: 20_000 })
      .toBeGreaterThan(before)
    const href = (await letters.first().getAttribute('href')) ?? ''
    await page.goto(at(new URL(href).pathname))
    await press(page, 'Entrar agora')
    await page.waitForURL('**/c/reading-together')
    await page.goto(at(new URL(href).pathname))
    await press(page, 'Entrar agora')
    expect(await page.locator('main').textContent()).toContain('já foi usada')
    await context.close()
  })
})

it('Henk signs out everywhere: his other window is out, too', async () => {
  const [one, other] = [await openWindow(browser, { as: 'henk' }), await openWindow(browser, { as: 'henk' })]
  const page = await one.newPage()
  await page.goto(at('/me'))
  await press(page, 'Afmelden op alle apparaten')
  const elsewhere = await other.newPage()
  await elsewhere.goto(at('/me'))
  expect(new URL(elsewhere.url()).pathname).toBe('/sign-in')
  await Promise.all([one.close(), other.close()])
})

/** A passkey is added under Me and opens the door the next time, with a device that Chromium plays. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { addressOf } from '../../src/demonstration/people.ts'
import { openBrowser, press } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('Joana adds her computer, goes out, and comes in with it', async () => {
  // No browser takes a number for the address of a passkey.
  const site = inject('siteUrl').replace('127.0.0.1', 'localhost')
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await context.request.post(`${site}/sign-in/demonstration`, {
    form: { email: addressOf('joana') },
    headers: { origin: site },
    maxRedirects: 0,
  })
  await page.goto(`${site}/me/ways-in`)
  expect(await page.locator('#name').inputValue()).toBe('Linux')
  await page.locator('#name').fill('School computer')
  await press(page, 'Add a passkey')
  expect(await page.locator('main').textContent()).toContain('School computer')
  await context.clearCookies()

  await page.goto(`${site}/sign-in?next=/me`)
  await press(page, 'Sign in with a passkey')
  expect([new URL(page.url()).pathname, await page.locator('#name').inputValue()]).toEqual(['/me', 'Joana Simões'])
  await context.clearCookies()

  // Whoever does not show finger, face or code stays outside, and is told so where they are.
  await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${site}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect.poll(() => page.locator('[data-told]').textContent()).toContain('Nothing has changed')
  await context.close()
}, 20_000)

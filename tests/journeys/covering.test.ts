/** Faces are covered before a picture leaves the device: with keys alone, and what arrives holds nothing else. */
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press, violations } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A photograph of somebody red in a white room, with where it was taken. */
const photograph = () =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: { create: { width: 120, height: 120, channels: 3, background: '#ff0000' } },
        left: 1080,
        top: 540,
      },
    ])
    .withExif({ IFD0: { Artist: 'Joana Simões' }, IFD3: { GPSLatitude: '40/1 38/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

it('D17: Rita covers a face with keys alone and shares the picture', async () => {
  const context = await openWindow(browser, { as: 'rita', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(at('/c/reading-together/things/new?what=file'))
  const editor = page.locator('[data-editor]')
  expect(await editor.isVisible()).toBe(false)
  const file = { name: 'Tomás on Monday.jpg', mimeType: 'image/jpeg', buffer: await photograph() }
  await page.locator('input[type=file]').setInputFiles(file)
  await editor.waitFor()
  await page.getByRole('button', { name: 'Put on a cover' }).press('Enter')
  const cover = page.getByRole('button', { name: 'Cover 1' })
  expect(await cover.evaluate((one) => one === document.activeElement)).toBe(true)
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft')
  await expect
    .poll(() => page.locator('#announcer').textContent())
    .toBe('46 per cent from the left, 50 per cent from the top')
  // A second one, taken away again.
  await page.getByRole('button', { name: 'Put on a cover' }).press('Enter')
  await page.keyboard.press('+')
  await page.keyboard.press('Delete')
  expect(await page.locator('.cover').count()).toBe(1)
  expect(await violations(page)).toEqual([])

  await page.getByLabel('Title').fill('The covered corner')
  await page.getByLabel('Why does it help?').fill('It shows the corner.')
  await page.getByLabel('What does the picture show?').fill('A white room.')
  await press(page, 'Share')
  const href = await page.locator('main img').first().getAttribute('src')
  const bytes = await (await context.request.get(at(href ?? ''))).body()
  const kept = await sharp(bytes).metadata()
  expect([kept.width, kept.height, kept.exif]).toEqual([1600, 800, undefined])
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  let red = 0
  for (let i = 0; i < data.length; i += info.channels)
    if ((data[i] ?? 0) > 150 && (data[i + 1] ?? 0) < 100 && (data[i + 2] ?? 0) < 100) red++
  expect(red).toBe(0)
  expect(await page.locator('main').textContent()).not.toContain('Tomás on Monday')
  await context.close()
}, 40_000)

it('what is no picture, and what the browser cannot open, is sent as it is and judged there', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  const page = await context.newPage()
  await page.goto(at('/c/reading-together/things/new?what=file'))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'odd.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await page.getByLabel('Title').fill('Odd')
  await page.getByLabel('Why does it help?').fill('It does not.')
  await page.getByLabel('What does the picture show?').fill('Nothing.')
  expect(await page.locator('[data-editor]').isVisible()).toBe(false)
  await press(page, 'Share')
  expect(await page.getByRole('alert').count()).toBe(1)
  await context.close()
}, 40_000)

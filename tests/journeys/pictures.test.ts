/** Takes the pictures of README and manual, when asked to: CIRANDA_PICTURES=1 npm test -- journeys pictures. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'
import { at, openBrowser, openWindow } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const pictures = [
  { name: 'home', path: '/c/reading-together' },
  { name: 'question', path: '/c/reading-together/questions/3' },
  { name: 'story', path: '/library/the-bench-by-the-door-1' },
] as const

it.each([360, 1280])('the pages that README and manual show are there at %i px', async (width) => {
  const context = await openWindow(browser, {
    as: 'rita',
    viewport: { width, height: width === 360 ? 740 : 860 },
    colorScheme: 'light',
  })
  const page = await context.newPage()
  const folder = join(projectRoot, 'docs', 'pictures')
  for (const { name, path } of pictures) {
    const answer = await page.goto(at(path))
    expect(answer?.status(), path).toBe(200)
    await page.evaluate(() => document.fonts.ready)
    if (!process.env.CIRANDA_PICTURES) continue
    await mkdir(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
  }
  await context.close()
})

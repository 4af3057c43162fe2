/** Every page a member can reach, on a phone and on a wide screen: usable by everybody. */
import { expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looking.ts'

it('as rita: axe, headings, width, nobody else asked', async () => {
  const browser = await openBrowser()
  expect(await look(browser, 'rita')).toEqual([])
  await browser.close()
}, 300_000)

/** A student with a card: six taps until the adults hear, and one tap of one adult until everybody does. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { raise } from '../../src/modules/challenge/actions/raise.ts'
import { letIn } from '../../src/modules/community/code/actions.ts'
import { cardUrls } from '../../src/modules/people/card/urls.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { comingIn } from '../village/coming-in.ts'
import { openBrowser, shape } from './browser.ts'
import { type Served, serveVillage } from './served.ts'

let browser: Browser
let site: Served

beforeAll(async () => {
  site = await serveVillage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Taps, counted; each waits for what follows. */
const finger = (page: Page) => {
  let taps = 0
  return {
    tap: async (what: Locator, leads = true) => {
      taps++
      await Promise.all([leads ? page.waitForEvent('load') : undefined, what.tap()])
    },
    taps: () => taps,
  }
}

const signedIn = async (who: VillagerName): Promise<BrowserContext> => {
  const { house, people } = site.village
  const session = await house.db.asSystem('demonstration', (tx) => openSession(tx, people[who], 'demonstration'))
  const context = await browser.newContext({ locale: 'en-GB', hasTouch: true, javaScriptEnabled: false })
  await context.addCookies([{ name: 'ciranda', value: session, url: site.url }])
  return context
}

it('Lua opens her card, says something, and is heard by the adults in six taps; Rita reads it after one tap of Inês', async () => {
  const { village, url } = site
  const way = comingIn(village)
  const place = way.place()
  await way.comeAs('Lua')
  await letIn(village.house, village.scope('ines'), place, await way.idOf('Lua'))
  const asked = {
    question: 'What helps you to begin?',
    aboutChild: 'no',
    language: 'en',
    circle: 'community',
    help: [],
  } as const
  const question = await raise(village.house, village.scope('rita'), place, asked)
  if (!question.ok) throw new Error(question.reason)
  const signs = await way.cardFor('Lua')

  const context = await browser.newContext({
    locale: 'pt-PT',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(url + cardUrls.card({ secret: signs }))
  const { tap, taps } = finger(page)
  await tap(page.locator('main button').first())
  await tap(page.locator('nav.bar a[href$="/questions"], .bar a[href$="/questions"]').first())
  await tap(page.getByRole('link', { name: 'What helps you to begin?' }))
  expect(page.url()).toContain(`/questions/${question.value.id}`)
  const words = page.locator('form[action$="/voices"] textarea').first()
  await tap(words, false)
  await words.fill('uma coisa de cada vez')
  await tap(page.locator('form[action$="/voices"] button', { hasText: 'Send' }).first())
  expect(await page.locator('main').textContent()).toContain('uma coisa de cada vez')
  expect(taps()).toBeLessThanOrEqual(6)
  expect(await shape(page)).toEqual([])

  const rita = await (await signedIn('rita')).newPage()
  const reads = async () => {
    await rita.goto(`${url}/c/reading-together/questions/${question.value.id}`)
    return (await rita.locator('main').textContent())?.includes('uma coisa de cada vez')
  }
  expect(await reads()).toBe(false)
  const ines = await (await signedIn('ines')).newPage()
  await ines.goto(`${url}/c/reading-together/waiting`)
  expect(await ines.locator('main').textContent()).toContain('uma coisa de cada vez')
  const adult = finger(ines)
  await adult.tap(ines.getByRole('button', { name: 'Open it for everyone' }).first())
  expect(adult.taps()).toBe(1)
  expect(await reads()).toBe(true)
  await Promise.all([context, rita.context(), ines.context()].map((one) => one.close()))
}, 60_000)

/** Every page, for a visitor, a member and a facilitator, on a phone and on a wide screen: usable by everybody. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { at, openBrowser, openWindow, shape, violations } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const home = '/c/reading-together'
const pages: Record<'visitor' | 'rita' | 'ines', string[]> = {
  visitor: [
    '/',
    '/sign-in',
    '/library',
    '/library/community-of-practice',
    '/library/trust',
    '/library/wenger-1998',
    '/library/letter-for-an-hour',
    '/library/a-page-for-a-leader',
    '/library?q=trust',
    '/library/bibliography',
    '/library/wenger-1998/citation',
    '/search?q=trust',
    '/search?q=zzzz',
    '/help',
    '/api',
    '/programs/challenges',
    '/accessibility',
    '/reading',
    '/mailbox',
    '/nothing-here',
    '/join/forged',
    '/answer/forged',
  ],
  rita: [
    '/today',
    home,
    `${home}/questions`,
    `${home}/questions/new`,
    `${home}/meetings`,
    `${home}/meetings/new`,
    `${home}/paper`,
    `${home}/paper/round`,
    `${home}/who-we-are`,
    `${home}/how-we-treat-each-other`,
    `${home}/people`,
    `${home}/rhythm`,
    `${home}/threads`,
    '/me',
    '/me/words',
    '/me/reflections',
    '/me/came-of-it',
    '/me/programs',
    '/me/letters',
    '/me/calendar',
    '/for-you',
    '/communities/new',
    '/search?q=leitura',
  ],
  ines: [
    home,
    `${home}/desk`,
    `${home}/invite`,
    `${home}/poster`,
    `${home}/first-meeting`,
    `${home}/name`,
    `${home}/people`,
  ],
}

/** The newest question and the first story one can reach from the lists, so that their pages are looked at, too. */
const found = async (page: Page): Promise<string[]> => {
  const hrefs = async (path: string, shapeOf: RegExp) => {
    await page.goto(at(path))
    const all = await page
      .locator('main a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    return [...new Set(all.filter((href) => shapeOf.test(href)))]
  }
  const questions = await hrefs(`${home}/questions`, /\/questions\/\d+$/)
  const asks: string[] = []
  for (const question of questions.slice(0, 3)) asks.push(...(await hrefs(question, /\/asks(\/\d+)?$/)))
  const meetings = await hrefs(`${home}/meetings`, /\/meetings\/\d+(\/minutes)?$/)
  const stories = await hrefs('/library?kind=story', /^\/library\/[\w-]+$/)
  return [
    ...questions.slice(0, 3),
    ...questions.slice(0, 1).flatMap((path) => [`${path}/reflections`, `${path}/try-outs/new`]),
    ...asks.slice(0, 1),
    ...asks.filter((href) => /\d$/.test(href)),
    ...meetings.slice(0, 3),
    ...stories.slice(0, 2),
  ]
}

const watch = (page: Page): string[] => {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[34]|status of 410/.test(message.text())) heard.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('siteUrl')) && !request.url().startsWith('data:'))
      heard.push(`asked ${request.url()}`)
  })
  return heard
}

describe.each(['visitor', 'rita', 'ines'] as const)('as %s', (who) => {
  it.each([360, 1280])(
    'at %i px: axe, headings, width, nobody else asked',
    async (width) => {
      const as = who === 'visitor' ? {} : { as: who as VillagerName }
      // A tall window, or the bottom bar lies over what axe measures.
      const context = await openWindow(browser, { ...as, viewport: { width, height: 5000 }, colorScheme: 'light' })
      const page = await context.newPage()
      const heard = watch(page)
      const paths = who === 'rita' ? [...pages.rita, ...(await found(page))] : pages[who]
      const wrong: string[] = []
      for (const path of paths) {
        await page.goto(at(path))
        for (const one of [...(await violations(page)), ...(await shape(page))]) wrong.push(`${path}: ${one}`)
      }
      expect([...wrong, ...heard]).toEqual([])
      await context.close()
    },
    400_000,
  )
})

it('nothing is lost at 320 px and with the text spacing of WCAG', async () => {
  const context = await openWindow(browser, { as: 'rita', viewport: { width: 320, height: 900 } })
  const page = await context.newPage()
  const wrong: string[] = []
  for (const path of [...pages.rita, ...(await found(page))]) {
    await page.goto(at(path))
    for (const one of await shape(page)) wrong.push(`${path}: ${one}`)
  }
  expect(wrong).toEqual([])
  await context.close()
})

it.each(['light', 'dark', 'contrast'])('the colours %s are read without strain', async (theme) => {
  const context = await openWindow(browser, { as: 'rita', viewport: { width: 1280, height: 4000 } })
  const page = await context.newPage()
  await page.goto(at('/reading'))
  await page.locator(`input[name=theme][value=${theme}]`).check()
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Use this' }).click()])
  const wrong: string[] = []
  for (const path of [home, `${home}/questions`, '/library', '/me']) {
    await page.goto(at(path))
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
    for (const one of await violations(page)) wrong.push(`${path}: ${one}`)
  }
  expect(wrong).toEqual([])
  await context.close()
})

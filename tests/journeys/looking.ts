/** What it takes to look at every page: which there are for whom, and what each must keep at every width. */
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { at, openWindow, shape, violations } from './browser.ts'
import { administrator } from './site.ts'

/** The community of the village that the journeys visit. */
export const home = '/c/reading-together'
/** Who looks, and at which addresses; `found` adds those that have a number. */
export const pages: Record<'visitor' | 'rita' | 'ines' | 'tomas' | 'olga', string[]> = {
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
    '/join',
    '/join/forged',
    '/card',
    '/card/ended',
    '/privacy',
    '/answer/forged',
    '/guardian/forged',
    '/round/forged',
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
    '/me/begun',
    '/me/words',
    '/me/reflections',
    '/me/came-of-it',
    '/me/programs',
    '/me/letters',
    '/me/calendar',
    '/me/ways-in',
    '/me/data',
    '/me/leaving',
    '/me/who-looked',
    `${home}/things`,
    `${home}/things/new?what=link`,
    `${home}/things/new?what=file`,
    `${home}/things/3`,
    `${home}/who-looks-after-us`,
    `${home}/ask-for-help`,
    `${home}/needs-and-offers`,
    `${home}/needs-and-offers/new`,
    `${home}/needs-and-offers/1`,
    `${home}/needs-and-offers/3`,
    `${home}/threads/1/scribe`,
    `${home}/threads/1/summary`,
    `${home}/threads/3/summary/versions`,
    `${home}/threads/1/rounds`,
    `${home}/rounds/1`,
    `${home}/rounds/2`,
    `${home}/rounds/3`,
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
    `${home}/waiting`,
    `${home}/cards`,
    `${home}/care`,
    `${home}/families`,
    `${home}/groups`,
    `${home}/wider`,
    `${home}/families/5`,
    `${home}/threads/1/pace`,
    `${home}/said-for/2`,
    `${home}/rounds/3`,
    `${home}/rounds/3/room`,
    `${home}/rounds/3/paper`,
  ],
  tomas: [
    '/today',
    home,
    `${home}/my-own-yes`,
    `${home}/needs-and-offers/new`,
    `${home}/threads/1/say-it-for-me`,
    `${home}/said-for`,
    `${home}/said-for/1`,
    `${home}/my-waiting-words`,
    `${home}/rounds/3`,
  ],
  olga: [
    '/administration',
    '/administration/mail',
    '/administration/webhooks',
    '/administration/webhooks/new',
    '/administration/school-sign-in',
    '/administration/retention',
    '/administration/processing',
    '/administration/processing/impact-assessment',
    '/administration/ages',
  ],
}

/** The newest question and the first story one can reach from the lists, so that their pages are looked at, too. */
export const found = async (page: Page): Promise<string[]> => {
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

const signInByPassword = async (page: Page): Promise<void> => {
  await page.goto(at('/sign-in'))
  await page.locator('form:has(#password) input[name=email]').fill(administrator.email)
  await page.locator('#password').fill(administrator.password)
  await page.locator('form:has(#password) button').last().click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

/**
 * Opens each page once and looks at it as wide as a phone and as a desk (axe, headings, sideways scrolling), and at 320 px.
 * @returns what is wrong, each with its address; what the console said; who else was asked
 */
export const look = async (browser: Browser, who: keyof typeof pages): Promise<string[]> => {
  const as = who === 'visitor' || who === 'olga' ? {} : { as: who as VillagerName }
  // A tall window, or the bottom bar lies over what axe measures.
  const tall = (width: number) => ({ width, height: 5000 })
  const context = await openWindow(browser, { ...as, viewport: tall(360), colorScheme: 'light' })
  const page = await context.newPage()
  if (who === 'olga') await signInByPassword(page)
  const heard = watch(page)
  const wrong: string[] = []
  for (const path of who === 'rita' ? [...pages.rita, ...(await found(page))] : pages[who]) {
    await page.setViewportSize(tall(360))
    await page.goto(at(path))
    const tell = (width: number, all: string[]) => wrong.push(...all.map((one) => `${path} at ${width} px: ${one}`))
    tell(360, [...(await violations(page)), ...(await shape(page))])
    await page.setViewportSize(tall(320))
    tell(320, await shape(page))
    await page.setViewportSize(tall(1280))
    tell(1280, [...(await violations(page)), ...(await shape(page))])
  }
  await context.close()
  return [...wrong, ...heard]
}

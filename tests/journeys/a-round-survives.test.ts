/** One round over two servers, of which one is killed in the middle: a card, a letter, a shared screen, and the reveal. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { letIn } from '../../src/modules/community/code/actions.ts'
import { openThread } from '../../src/modules/dialogue/public.ts'
import { notices } from '../../src/modules/dialogue/round/notices.ts'
import { urls } from '../../src/modules/dialogue/round/urls.ts'
import { cardUrls } from '../../src/modules/people/card/urls.ts'
import { recipientOf } from '../../src/modules/people/public.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { type OwnSite, ownFolder, startOwnSite } from '../strength/own-site.ts'
import { comingIn } from '../village/coming-in.ts'
import { openVillage, type Village } from '../village/village.ts'
import { openBrowser, press, shape, violations } from './browser.ts'

const slug = 'reading-together'
let browser: Browser
let village: Village
let folders: Awaited<ReturnType<typeof ownFolder>>[]
let near: OwnSite
let far: OwnSite

const server = (folder: number, port?: number) =>
  startOwnSite(folders[folder]?.path ?? '', { databaseUrl: village.databaseUrl, ...(port ? { port } : {}) })

beforeAll(async () => {
  village = await openVillage()
  // The servers go by the true time, and so does the village here.
  village.clock.at = new Date()
  folders = [await ownFolder(), await ownFolder()]
  near = await server(0)
  far = await server(1)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([near?.stop(), far?.stop()])
  await village?.close()
  for (const folder of folders ?? []) await folder.remove()
})

const phone: BrowserContextOptions = { locale: 'pt-PT', viewport: { width: 360, height: 740 } }
const windowOf = async (who: VillagerName, site: OwnSite, options: BrowserContextOptions = {}): Promise<Page> => {
  const { house, people } = village
  const session = await house.db.asSystem('demonstration', (tx) => openSession(tx, people[who], 'demonstration'))
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
  await context.addCookies([{ name: 'ciranda', value: session, url: site.url }])
  return context.newPage()
}
const hears = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/live') && answer.status() === 200, { timeout: 20_000 })
const open = async (page: Page, address: string) => {
  const heard = hears(page)
  await page.goto(address)
  await heard
}
const says = async (page: Page, words: string) => {
  await page.locator('.form textarea[name=text]').fill(words)
  await press(page, /^(Say it|Dizer)$/)
}
const textOf = async (page: Page, where = 'main') => (await page.locator(where).textContent()) ?? ''

/** Lua comes in by the card that was printed for her. */
const byCard = async (): Promise<Page> => {
  const way = comingIn(village)
  await way.comeAs('Lua')
  await letIn(village.house, village.scope('ines'), way.place(), await way.idOf('Lua'))
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(far.url + cardUrls.card({ secret: await way.cardFor('Lua') }))
  await page.locator('main button').first().click()
  await page.waitForURL(`**/c/${slug}**`)
  return page
}

/** What Marta's letter leads to. */
const letterTo = async (round: number): Promise<string> => {
  const { house, people, communities } = village
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people.marta))
  const source = notices(house).find(({ facts }) => facts.includes('round.opened'))
  const fact = { kind: 'round.opened', subject: { kind: 'round', id: round }, community: communities.reading.id }
  const told = to && (await source?.say({ scope: to.scope, lang: 'pt', zone: 'Europe/Lisbon', on: 'letter' }, fact))
  return told?.button.href ?? ''
}

it('a student with a card, a mother with her letter, a shared screen: killed in between, all are heard, once, together', async () => {
  const contexts: BrowserContext[] = []
  const kept = (page: Page): Page => {
    contexts.push(page.context())
    return page
  }
  // Lua sits down before the round begins, so that a place waits for her.
  const lua = kept(await byCard())
  const ines = kept(await windowOf('ines', near))
  const scope = village.scope('ines')
  const { id: community } = village.communities.reading
  const about = {
    community,
    subject: null,
    audience: `community:${community}`,
    language: 'en',
    title: 'The first week',
  }
  const thread = await village.house.db.write(scope, (tx) => openThread(tx, scope, about))
  await ines.goto(near.url + urls.hold({ slug, id: thread }))
  await ines.locator('textarea[name=question]').fill('What was loud this week?')
  await press(ines, 'Begin the round')
  const path = new URL(ines.url()).pathname
  const round = Number(path.split('/').at(-1))

  await open(lua, far.url + path)
  await says(lua, 'o corredor.')
  const marta = kept(await (await browser.newContext(phone)).newPage())
  await marta.goto(far.url + (await letterTo(round)))
  expect([...(await violations(marta)), ...(await shape(marta))]).toEqual([])
  await says(marta, 'A porta, às oito.')
  expect(await marta.context().cookies()).toEqual([])

  // On the other server the adults hear the student at once; one tap lets it open with the others.
  await open(ines, near.url + path)
  await ines.getByText('o corredor.').waitFor()
  expect(await textOf(ines)).not.toContain('porta')
  await press(ines, 'I have looked')
  // The shared screen: Ana has no device, Inês writes for her.
  const screen = kept(await windowOf('ines', near))
  await screen.goto(near.url + urls.room({ slug, id: round }))
  await screen.locator('select[name=seat]').selectOption({ label: 'Ana Costa' })
  await screen.locator('textarea[name=text]').fill('The chairs.')
  await press(screen, 'Write it down')

  const rita = kept(await windowOf('rita', near))
  await open(rita, near.url + path)
  await open(ines, near.url + path)
  await rita.locator('.form textarea[name=text]').pressSequentially('The silence af')
  await near.kill()
  await rita.locator('.form textarea[name=text]').pressSequentially('ter it.')
  // Meanwhile the other server goes on.
  expect(await textOf(lua)).toContain('o corredor.')
  near = await server(0, Number(new URL(near.url).port))
  expect(await rita.locator('.form textarea[name=text]').inputValue()).toBe('The silence after it.')
  await press(rita, 'Say it')
  expect(await textOf(rita)).toContain('The silence after it.')

  const again = hears(ines)
  await ines.reload()
  await again
  const stood = [lua, rita].map((page) =>
    page.waitForFunction(() => document.querySelector('.round.open.fresh') !== null, undefined, { timeout: 30_000 }),
  )
  await press(ines, 'Open the answers now')
  await Promise.all(stood)
  const all = ['o corredor.', 'A porta, às oito.', 'The chairs.', 'The silence after it.']
  for (const page of [lua, rita, ines]) {
    const heard = await textOf(page, '.round-answers')
    for (const words of all) expect(heard.split(words)).toHaveLength(2)
    const before = await page.locator('[id^=round-]').innerHTML()
    await page.reload()
    expect(await page.locator('[id^=round-]').innerHTML()).toBe(before)
  }
  expect([...(await violations(lua)), ...(await shape(lua))]).toEqual([])
  // The letter shows nothing any more.
  await marta.reload()
  expect(await textOf(marta)).not.toMatch(/corredor|porta/)
  for (const context of contexts) await context.close()
}, 120_000)

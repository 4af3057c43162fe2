/** Words that come late: after the session's end, after a week, from an answer link without network, or with another person at the device. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { begunBy } from '../../src/modules/people/begun/store.ts'
import { begunUrls } from '../../src/modules/people/begun/urls.ts'
import { openSession } from '../../src/modules/people/session.ts'
import type { Village } from '../village/village.ts'
import { openBrowser, press } from './browser.ts'
import { letterToMarta, type Served, serveVillage } from './served.ts'

let village: Village
let browser: Browser
let site: Served

beforeAll(async () => {
  site = await serveVillage()
  village = site.village
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const home = '/c/reading-together'
const say = `${home}/needs-and-offers/new`
const DAY_MS = 24 * 3_600_000

const comeIn = async (context: BrowserContext, who: VillagerName): Promise<void> => {
  const token = await village.house.db.asSystem('sign-in', (tx) => openSession(tx, village.people[who], 'password'))
  await context.addCookies([{ name: 'ciranda', value: token, url: site.url }])
}

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const begun = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), begunBy(village.scope(who))))[0].map(({ fields }) =>
    fields
      .flatMap(({ kind, values }) => (kind === 'text' ? values : []))
      .join(' ')
      .trim(),
  )

const typed = (page: Page) => page.locator('#text')
const bar = (page: Page) => page.locator('kept-words')
const send = (page: Page) => page.locator('main form button').last().click()
const heard = async (words: string): Promise<number> => {
  const answer = await (await village.as('rita')).get(`${home}/needs-and-offers`)
  return (await answer.text()).split(words).length - 1
}

it.each([true, false])(
  'two months later the form leads through the door and stands there again (JavaScript: %s)',
  async (script) => {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: script })
    const words = `After the holidays, ${script ? 'quickly' : 'slowly'}`
    await comeIn(context, 'rita')
    const page = await open(context, say)
    village.clock.at = new Date(village.clock.at.getTime() + 61 * DAY_MS)
    await page.locator('input[name=kind][value=offer]').check({ force: true })
    await typed(page).fill(words)
    await Promise.all([page.waitForURL('**/sign-in**'), send(page)])
    const next = new URL(page.url()).searchParams.get('next') ?? ''
    expect(await begun('rita')).toEqual([words])
    // Somebody else comes in at the same device first.
    await comeIn(context, 'joana')
    await page.goto(site.url + next)
    if (script) await typed(page).focus()
    expect(await page.locator('main').textContent()).not.toContain(words)
    expect(await typed(page).inputValue()).toBe('')
    await comeIn(context, 'rita')
    await page.goto(site.url + next)
    await expect.poll(() => typed(page).inputValue()).toBe(words)
    expect(await page.locator('input[name=kind][value=offer]').isChecked()).toBe(true)
    await press(page, 'Send', 'main')
    await expect.poll(() => heard(words)).toBe(1)
    await expect.poll(() => begun('rita')).toEqual([])
    await context.close()
  },
)

it('what waits is never sent in the name of whoever comes next, and goes when its person is back', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const words = 'A drum for Monday'
  await comeIn(context, 'rita')
  const page = await open(context, say)
  await context.setOffline(true)
  await typed(page).fill(words)
  await send(page)
  await expect.poll(() => bar(page).textContent()).toContain('Waits for the network')
  await page.close({ runBeforeUnload: false })
  await comeIn(context, 'joana')
  await context.setOffline(false)
  const hers = await open(context, say)
  await hers.waitForTimeout(1000)
  expect(await bar(hers).textContent()).toBe('')
  expect(await typed(hers).inputValue()).toBe('')
  expect(await heard(words)).toBe(0)
  await comeIn(context, 'rita')
  await hers.goto(site.url + home)
  await expect.poll(() => bar(hers).textContent()).toContain('Sent:')
  expect(await heard(words)).toBe(1)
  await context.close()
})

it('a device that wakes after a week does not send again what may have arrived', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const words = 'Chairs in a circle'
  await comeIn(context, 'rita')
  const page = await open(context, say)
  await context.setOffline(true)
  await typed(page).fill(words)
  await send(page)
  await expect.poll(() => bar(page).textContent()).toContain('Waits for the network')
  await page.evaluate(
    (week) =>
      new Promise<void>((done) => {
        const asked = indexedDB.open('ciranda')
        asked.onsuccess = () => {
          const run = asked.result.transaction('parcels', 'readwrite')
          const store = run.objectStore('parcels')
          const all = store.getAll()
          all.onsuccess = () => {
            for (const one of all.result) store.put({ ...one, at: one.at - week, tried: true })
          }
          run.oncomplete = () => done()
        }
      }),
    7 * DAY_MS,
  )
  await context.setOffline(false)
  await expect.poll(() => bar(page).textContent()).toContain('may have been sent already')
  expect(await heard(words)).toBe(0)
  await bar(page).getByRole('link').click()
  await expect.poll(() => typed(page).inputValue()).toBe(words)
  await context.close()
})

it('a mother without network answers her letter; it goes when she opens any page of ours', async () => {
  const { notice, thread } = await letterToMarta(village)
  const href = notice?.button.href ?? ''
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 }, hasTouch: true })
  const page = await open(context, href)
  await context.setOffline(true)
  await page.locator('textarea').fill('Alto, para o gato.')
  await page.getByRole('button', { name: 'Enviar', exact: true }).tap()
  await expect.poll(() => bar(page).textContent()).toContain('À espera')
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const later = await open(context, '/help')
  await expect.poll(() => bar(later).textContent()).toMatch(/Sent:|Enviado:/)
  const rita = await village.as('rita')
  expect(await (await rita.get(`${home}/threads/${thread}`)).text()).toContain('Alto, para o gato.')
  await context.close()
})

it('what is to be said without a name stays on the device', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  await comeIn(context, 'henk')
  const { thread } = await letterToMarta(village)
  const page = await open(context, `${home}/threads/${thread}`)
  await page.locator('#voice-text').fill('Niet iedereen durft dit te zeggen')
  await expect.poll(() => begun('henk'), { timeout: 15_000 }).toEqual(['Niet iedereen durft dit te zeggen'])
  await page.locator('details:has([name=nameless]) > summary').click()
  await page.locator('[name=nameless]').check({ force: true })
  await expect.poll(() => begun('henk'), { timeout: 15_000 }).toEqual([])
  await page.goto(site.url + begunUrls.list())
  await expect.poll(() => page.locator('begun-here').textContent()).toContain('Niet iedereen durft')
  await context.close()
})

it('a step in between, such as asking about a child’s name, keeps the words until they are through', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  await comeIn(context, 'joana')
  const { thread } = await letterToMarta(village)
  const page = await open(context, `${home}/threads/${thread}`)
  await page.locator('#voice-text').fill('Today Tomás read a whole page.')
  await expect.poll(() => begun('joana'), { timeout: 15_000 }).toEqual(['Today Tomás read a whole page.'])
  await press(page, 'Send', 'main')
  await page.locator('.names-asked').waitFor()
  expect(await begun('joana')).toEqual(['Today Tomás read a whole page.'])
  await page.locator('.names-asked [name=names][value=others]').click()
  await expect.poll(() => begun('joana')).toEqual([])
  await page.goto(site.url + begunUrls.list())
  await page.waitForTimeout(500)
  expect(await page.locator('begun-here').textContent()).toBe('')
  await context.close()
})

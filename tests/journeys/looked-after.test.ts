/** A report comes to the one person whom it is for, and is closed; a member takes a copy along, leaves, and is erased. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { say } from '../../src/modules/dialogue/actions/speaking.ts'
import { openThread } from '../../src/modules/dialogue/public.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { acceptLead, nameLead } from '../../src/modules/safeguarding/actions/adults.ts'
import { openBrowser, press, shape, violations } from './browser.ts'
import { type Served, serveVillage } from './served.ts'

let browser: Browser
let site: Served
let thread: number

beforeAll(async () => {
  site = await serveVillage()
  browser = await openBrowser()
  const { house, scope, people, communities } = site.village
  const place = communities.reading
  await nameLead(house, scope('ines'), place, people.joana)
  await acceptLead(house, scope('joana'), place)
  const ines = scope('ines')
  thread = await house.db.write(ines, (tx) =>
    openThread(tx, ines, {
      community: place.id,
      subject: null,
      audience: `community:${place.id}`,
      language: 'en',
      title: 'After the fire drill',
    }),
  )
  for (const [who, text] of [
    ['paulo', 'It was the boy with the red hair in 3B again.'],
    ['ana', 'I stayed with those who were frightened.'],
  ] as const) {
    const saying = { thread, community: place.id, text, language: 'en', circle: 'community' } as const
    expect(await say(house, scope(who), saying)).toMatchObject({ ok: true })
  }
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const windowOf = async (who: VillagerName, width = 1280): Promise<Page> => {
  const { house, people } = site.village
  const session = await house.db.asSystem('demonstration', (tx) => openSession(tx, people[who], 'demonstration'))
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } })
  await context.addCookies([{ name: 'ciranda', value: session, url: site.url }])
  return context.newPage()
}
const sound = async (page: Page) => expect([...(await violations(page)), ...(await shape(page))]).toEqual([])
const textOf = (page: Page) => page.locator('main').textContent()
const conversation = () => `${site.url}/c/reading-together/threads/${thread}`

it('D7, D8: Rita reports, no student reads it from then on, Joana looks and closes; who looked is told to Rita alone', async () => {
  const rita = await windowOf('rita', 360)
  await rita.goto(conversation())
  // Paulo's words stand first.
  await rita.getByRole('link', { name: 'Report', exact: true }).first().click()
  await rita.waitForURL('**/report/**')
  await sound(rita)
  await rita.getByRole('radio').nth(1).check()
  await press(rita, 'Send', 'main')
  expect(await textOf(rita)).toContain('An adult who looks after us is told now.')
  await sound(rita)
  await rita.goto(conversation())
  expect(await textOf(rita)).not.toContain('red hair')

  const tomas = await windowOf('tomas', 360)
  await tomas.goto(conversation())
  expect(await textOf(tomas)).not.toContain('red hair')
  const paulo = await windowOf('paulo')
  await paulo.goto(conversation())
  expect(await textOf(paulo)).toContain('red hair')
  // The facilitator is nobody here.
  const ines = await windowOf('ines')
  expect((await ines.goto(`${site.url}/c/reading-together/care`))?.status()).toBe(404)

  const joana = await windowOf('joana')
  await joana.goto(`${site.url}/c/reading-together/care`)
  await sound(joana)
  await joana.locator('main a[href*="/care/"]').first().click()
  await joana.waitForURL(/\/care\/\d+$/)
  expect(await textOf(joana)).toContain('red hair')
  await sound(joana)
  await press(joana, 'Hide for everybody', 'main')
  await joana.locator('main textarea').fill('Paulo writes it anew without the boy. Told his mother.')
  await press(joana, 'Close, with the note', 'main')
  expect(await textOf(joana)).toContain('Told his mother.')
  await rita.goto(`${site.url}/me/who-looked`)
  expect(await textOf(rita)).toContain('Joana Simões')
  await paulo.goto(`${site.url}/me/who-looked`)
  expect(await textOf(paulo)).not.toContain('Joana Simões')
})

it('D22, D23: Ana takes her copy along and leaves; her words are withdrawn, her name stands nowhere', async () => {
  const ana = await windowOf('ana', 360)
  await ana.goto(`${site.url}/me/data`)
  await sound(ana)
  const copy = ana.waitForEvent('download')
  await ana.locator('main form button').first().click()
  expect((await copy).suggestedFilename()).toMatch(/\.zip$/)
  await ana.goto(`${site.url}/me/leaving`)
  await sound(ana)
  await press(ana, /./, 'main form')
  expect(await textOf(ana)).toMatch(/\S/)
  expect(new URL(ana.url()).pathname).toBe('/me/leaving')
  await ana.getByRole('radio').nth(1).check()
  await ana.getByRole('checkbox').check()
  await press(ana, /./, 'main form')
  expect(new URL(ana.url()).pathname).toBe('/left')
  await sound(ana)
  expect(await ana.context().cookies(site.url)).toEqual([])
  const rita = await windowOf('rita')
  await rita.goto(conversation())
  expect(await textOf(rita)).not.toContain('frightened')
  expect(await textOf(rita)).not.toContain('Ana Costa')
  await rita.goto(`${site.url}/c/reading-together/people`)
  expect(await textOf(rita)).not.toContain('Ana Costa')
})

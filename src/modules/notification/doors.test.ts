/** The doors of notices and letters: ending a kind of letter, how one is told, the mail of the site. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LetterVillage, openLetters } from '../../../tests/village/letters.ts'
import { endLetters } from './actions.ts'
import { notificationTasks } from './jobs.ts'
import { urls } from './urls.ts'

let village: LetterVillage
beforeAll(async () => {
  village = await openLetters()
})
afterAll(() => village.close())
beforeEach(() => {
  village.clock.at = new Date('2026-11-24T10:00:00Z')
})
afterEach(() => village.clear())

it('D29: one press in the mail program ends a kind of letter, without a sign-in; looking ends nothing', async () => {
  await village.happens('rita', 'ask.made')
  village.later(11)
  await village.round('rita')
  const list = village.server.letters[0]?.headers.get('list') as { unsubscribe?: { url?: string } }
  const stop = new URL(list.unsubscribe?.url ?? '').pathname
  const looked = await village.visitor().get(stop)
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('ask.made')])
  await village.happens('rita', 'ask.made')
  village.later(11)
  await village.round('rita')
  expect(village.server.letters).toHaveLength(2)
  const press = await village.app.request(`http://village.example${stop}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(press.status).toBe(200)
  await village.happens('rita', 'ask.made')
  village.later(11)
  await village.round('rita')
  expect(village.server.letters).toHaveLength(2)
  expect(await endLetters(village.house, village.visitorScope, 'of nobody')).toMatchObject({ reason: 'stop.unknown' })
  expect((await village.visitor().get('/letters/stop/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
  expect((await village.visitor().post('/letters/stop/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
})

describe('pages', () => {
  it('keep how somebody wishes to be told, and refuse what is odd', async () => {
    const rita = await village.as('rita')
    const usual = {
      often: 'week',
      weekday: '3',
      hour: '9',
      quiet_from: '20',
      quiet_to: '7',
      topics: [],
      quiet: ['weekends'],
    }
    const odd = await rita.post(urls.letters(), { ...usual, zone: 'Nowhere/Town' })
    expect([odd.status, await odd.text()]).toEqual([422, expect.stringContaining('We do not know this time zone')])
    const daily = await rita.post(urls.letters(), { ...usual, often: 'day' })
    expect(daily.status).toBe(422)
    expect((await (await village.as('ines')).post(urls.letters(), { ...usual, often: 'day' })).status).toBe(303)
    expect((await rita.post(urls.letters(), { ...usual, zone: 'Europe/Bratislava' })).status).toBe(303)
    const [kept] = await village.system(sql<{ weekday: number; zone: string; holidays: boolean }>`
      select weekday, zone, holidays from notification.rhythm where person_id = ${village.people.rita}`)
    expect(kept).toEqual({ weekday: 3, zone: 'Europe/Bratislava', holidays: false })
    expect((await village.visitor().get(urls.letters())).status).toBe(303)
  })

  it('show those who look after the site whether mail works, and keep its holidays', async () => {
    const rita = await village.as('rita')
    expect((await rita.get(urls.mail())).status).toBe(404)
    expect((await rita.post(urls.holidays(), { name: 'Natal' })).status).toBe(404)
    await village.system(sql`update people.person set site_role = 'administrator' where id = ${village.people.rita}`)
    const admin = await village.as('rita')
    const natal = { name: 'Natal', 'first-day': '19', 'first-month': '12', 'first-year': '2026' }
    const odd = await admin.post(urls.holidays(), {
      ...natal,
      'last-day': '31',
      'last-month': '11',
      'last-year': '2027',
    })
    expect([odd.status, await odd.text()]).toEqual([422, expect.stringContaining('Natal')])
    const ends = { 'last-day': '4', 'last-month': '1', 'last-year': '2027' }
    expect((await admin.post(urls.holidays(), { ...natal, ...ends })).status).toBe(303)
    const page = await (await admin.get(urls.mail())).text()
    expect(page).toContain('Natal')
    const [, id = ''] = /holidays\/(\d+)\/removal/.exec(page) ?? []
    for (const status of [303, 404]) expect((await admin.post(urls.holidayRemoval({ id }))).status).toBe(status)
    expect((await admin.post(urls.trials())).status).toBe(303)
    await notificationTasks(village.sending.house, village.sending.sources, village.sending.post)[
      'notification:trial'
    ]?.({ person: village.people.rita })
    expect(village.server.letters[0]?.subject).toBe('A trial letter of Village')
    expect(await (await admin.get(urls.mail())).text()).toContain('Letters go out')
    await village.system(sql`update people.person set site_role = null where id = ${village.people.rita}`)
  })

  it('show each person what is for them, as it is true now', async () => {
    const one = await village.happens('joana', 'ask.made')
    expect(one).toBeGreaterThan(0)
    // The application has the sources of its modules; what they tell of is tested beside them.
    expect((await (await village.as('joana')).get(urls.forYou())).status).toBe(200)
    expect((await village.visitor().get(urls.forYou())).status).toBe(303)
  })
})

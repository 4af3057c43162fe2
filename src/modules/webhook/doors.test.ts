/** The doors of webhooks: only for those who look after the site; what is typed, pressed twice, or none of ours. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, openVillage, type Village } from '../../../tests/village/village.ts'
import { AddressBook } from '../../platform/http/address-book.ts'
import { languages } from '../../platform/words/words.ts'
import type { MemberScope } from '../people/contract.ts'
import { routes as peopleRoutes } from '../people/routes.ts'
import { addHook, changeHook, removeHook, renewHookSecret, replayDelivery, tryHook } from './actions.ts'
import { administrationRooms } from './public.ts'
import { routes } from './routes.ts'
import { deliveriesOf, hooks } from './store/hooks.ts'
import { urls } from './urls.ts'

let village: Village
let keeper: Browser
let scope: MemberScope

const system = <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))

beforeAll(async () => {
  village = await openVillage({
    tables: [peopleRoutes, routes],
    navigation: {
      entries: [],
      administration: administrationRooms,
      communityHome: (slug) => `/c/${slug}`,
      siteHome: () => '/today',
    },
    addressBook: new AddressBook(),
  })
  await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.henk}`)
  await system(sql`update people.person set language = 'en' where id = ${village.people.henk}`)
  keeper = await village.as('henk')
  scope = { ...village.scope('henk'), administrator: true }
})
beforeEach(() => system(sql`delete from webhook.hook`))
afterAll(() => village.close())

const ADDRESS = 'https://receiver.example/in'
const add = (fields: Record<string, string | string[]> = {}) =>
  keeper.post(urls.add(), { address: ADDRESS, kinds: ['challenge.raised', 'story.published'], ...fields })
const addedHook = async () => {
  const added = await addHook(village.house, scope, { address: ADDRESS, kinds: ['challenge.raised'] })
  return added.ok ? added.value : expect.fail('not added')
}
const known = () =>
  system(sql<{ id: number; address: string; kinds: string[]; state: string; secret: string; former_secret: string }>`
    select * from webhook.hook order by id`)
const waiting = () =>
  system(sql<{ id: number; state: string; message: string; kind: string }>`select * from webhook.delivery order by id`)
const secretIn = (page: string) => /whsec_[\w+/=]+/.exec(page)?.[0]

describe('who comes in', () => {
  test('those who look after the site find it by way of Me; others see nothing of it', async () => {
    expect(await (await keeper.get('/me')).text()).toContain('href="/administration"')
    expect(await (await keeper.get('/administration')).text()).toContain('href="/administration/webhooks"')
    const member = await village.as('rita')
    expect(await (await member.get('/me')).text()).not.toContain('administration')
  })

  test.each(['visitor', 'rita', 'ines', 'peter'] as const)('%s comes through none of its doors', async (who) => {
    const { id } = await addedHook()
    const browser = who === 'visitor' ? village.visitor() : await village.as(who)
    const all = [...routes.routes, { method: 'GET', pattern: '/administration' }]
    expect(all.length).toBeGreaterThan(9)
    for (const { method, pattern } of all) {
      const path = pattern.replace(':id', String(id)).replace(':delivery', '1')
      const fields = { address: 'https://other.example/', kinds: ['story.published'], state: 'off' }
      const answer = await (method === 'GET' ? browser.get(path) : browser.post(path, fields))
      const turned = answer.headers.get('location')?.startsWith('/sign-in')
      expect([path, answer.status, turned ?? false]).toEqual([path, who === 'visitor' ? 303 : 404, who === 'visitor'])
    }
    expect(await known()).toMatchObject([{ id, address: ADDRESS, state: 'active' }])
    expect(await waiting()).toEqual([])
  })

  test('an action asks again, and behind it the database does: a member reads, writes and removes nothing', async () => {
    const { id } = await addedHook()
    const { house } = village
    const rita = village.scope('rita')
    const input = { id, address: ADDRESS, kinds: ['story.published'], state: 'off' as const }
    const refused = { ok: false, reason: 'notYours' }
    expect(await addHook(house, rita, input)).toMatchObject(refused)
    expect(await changeHook(house, rita, input)).toMatchObject(refused)
    expect(await renewHookSecret(house, rita, id)).toMatchObject(refused)
    expect(await removeHook(house, rita, id)).toMatchObject(refused)
    expect(await tryHook(house, rita, id)).toMatchObject(refused)
    expect(await replayDelivery(house, rita, { id, delivery: 1 })).toMatchObject(refused)
    const pretending = { ...rita, administrator: true }
    expect(await house.db.read(pretending, hooks(pretending), deliveriesOf(pretending, id, 1, 20))).toEqual([[], []])
    expect(await removeHook(house, pretending, id)).toMatchObject({ reason: 'gone' })
    expect(await renewHookSecret(house, pretending, id)).toMatchObject({ reason: 'gone' })
    await expect(addHook(house, pretending, input)).rejects.toThrow()
    expect(await known()).toHaveLength(1)
  })

  test('the web’s role cannot read a secret, not even for those who look after the site', async () => {
    await addedHook()
    await expect(village.house.db.read(scope, sql`select secret from webhook.hook`)).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('adding', () => {
  test('tells the secret in the answer, and never again', async () => {
    const answer = await add()
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const [hook] = await known()
    expect(hook).toMatchObject({ address: ADDRESS, kinds: ['challenge.raised', 'story.published'], state: 'active' })
    expect(secretIn(page)).toBe(hook?.secret)
    expect(Buffer.from(hook?.secret.slice(6) ?? '', 'base64')).toHaveLength(32)
    for (const path of [urls.hooks(), urls.hook({ id: hook?.id ?? 0 })])
      expect(await (await keeper.get(path)).text()).not.toContain('whsec_')
  })

  test('a second click adds nothing and shows the same secret', async () => {
    const once = 'a-token-of-this-form-1'
    const pages = await Promise.all([add({ once }), add({ once })])
    const [first, second] = await Promise.all(pages.map(async (page) => secretIn(await page.text())))
    expect(await known()).toHaveLength(1)
    expect(first).toMatch(/^whsec_/)
    expect(second).toBe(first)
  })

  test.each([
    ['', 'Please type the address'],
    ['receiver.example', 'not an address that we can send to'],
    ['http://receiver.example/in', 'so that nobody can read along'],
    ['https://me:pass@receiver.example', 'leave name and password out'],
    ['https://10.0.0.7/', 'lies in a private network'],
    ['https://[::1]:8080/', 'lies in a private network'],
    [`https://receiver.example/${'a'.repeat(600)}`, 'too long'],
    ['https://\u0000\ud800', 'not an address that we can send to'],
  ])('“%s” is refused, and what was typed stays', async (address, says) => {
    const answer = await add({ address })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toMatch(/value="story.published"[^>]*checked/)
    expect(await known()).toEqual([])
  })

  test('without a kind it says so; with a kind that is none of ours it is no form of ours', async () => {
    const none = await add({ kinds: [] })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('at least one thing')])
    expect((await add({ kinds: ['session.opened'] })).status).toBe(400)
    expect((await add({ kinds: ['challenge.raised', 'webhook.tried'] })).status).toBe(400)
    expect(await known()).toEqual([])
  })

  test('thirty are enough', async () => {
    await system(sql`
      insert into webhook.hook (address, kinds, secret, added_at)
      select 'https://receiver.example/' || n, '{story.published}', 'whsec_x', now() from generate_series(1, 30) n`)
    const answer = await add()
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('thirty webhooks already')])
  })
})

describe('keeping', () => {
  test('is changed, switched off and on', async () => {
    const { id } = await addedHook()
    const fields = { address: 'https://other.example/x', kinds: 'story.published', state: 'off' }
    const saved = await keeper.post(urls.hook({ id }), fields)
    expect([saved.status, saved.headers.get('location')]).toEqual([303, urls.hook({ id }, { done: 'saved' })])
    expect(await known()).toMatchObject([{ address: fields.address, kinds: ['story.published'], state: 'off' }])
    const page = await (await keeper.get(urls.hook({ id }, { done: 'saved' }))).text()
    expect(page).toContain('Nothing is sent.')
    expect(page).not.toContain('Send a trial</button>')
    await keeper.post(urls.hook({ id }), { ...fields, state: 'active' })
    expect(await known()).toMatchObject([{ state: 'active' }])
    const wrong = await keeper.post(urls.hook({ id }), { ...fields, address: 'https://127.0.0.1' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('lies in a private network')])
    expect(await known()).toMatchObject([{ address: fields.address }])
  })

  test('a new secret is told once; the one before still signs', async () => {
    const { id, secret } = await addedHook()
    const page = await (await keeper.post(urls.secrets({ id }))).text()
    const [hook] = await known()
    expect(hook).toMatchObject({ secret: secretIn(page), former_secret: secret })
    expect(hook?.secret).not.toBe(secret)
    expect(await (await keeper.get(urls.hook({ id }))).text()).toContain('still works until 25 November 2026')
  })

  test('is removed with what was sent to it, once', async () => {
    const { id } = await addedHook()
    await keeper.post(urls.trials({ id }))
    const removed = await keeper.post(urls.removal({ id }))
    expect([removed.status, removed.headers.get('location')]).toEqual([303, urls.hooks()])
    expect([await known(), await waiting()]).toEqual([[], []])
    expect((await keeper.post(urls.removal({ id }))).status).toBe(404)
  })

  test('a trial is queued once for two clicks, and shown as waiting', async () => {
    const { id } = await addedHook()
    const once = 'a-token-of-this-form-2'
    await Promise.all([keeper.post(urls.trials({ id }), { once }), keeper.post(urls.trials({ id }), { once })])
    expect(await waiting()).toMatchObject([{ kind: 'webhook.tried', state: 'waiting' }])
    const page = await (await keeper.get(urls.hook({ id }, { done: 'again' }))).text()
    for (const words of ['It is on its way', 'A trial', 'Waiting', 'Next try 24 November 2026'])
      expect(page).toContain(words)
    await keeper.post(urls.hook({ id }), { address: ADDRESS, kinds: 'story.published', state: 'off' })
    const off = await keeper.post(urls.trials({ id }))
    expect([off.status, await off.text()]).toEqual([422, expect.stringContaining('Switch it on first')])
  })

  test('what was sent is sent again as the same message, by its own webhook only', async () => {
    const { id } = await addedHook()
    const other = await addedHook()
    await keeper.post(urls.trials({ id }))
    const [sent] = await waiting()
    const delivery = sent?.id ?? 0
    await system(sql`update webhook.delivery set state = 'given-up', tries = 8, next_at = null, last_at = now(),
      last_status = 500, last_ms = 1234, last_trouble = 'refused'`)
    const page = await (await keeper.get(urls.hook({ id }))).text()
    for (const words of ['Given up', 'Answer 500 after 1.2 seconds', 'try 8', 'did not take it'])
      expect(page).toContain(words)
    expect((await keeper.post(urls.replays({ id: other.id, delivery }))).status).toBe(404)
    expect((await keeper.post(urls.replays({ id, delivery: delivery + 1000 }))).status).toBe(404)
    const once = 'a-token-of-this-form-3'
    const clicks = [1, 2].map(() => keeper.post(urls.replays({ id, delivery }), { once }))
    expect((await Promise.all(clicks)).map(({ status }) => status)).toEqual([303, 303])
    expect(await waiting()).toMatchObject([{ id: delivery, message: sent?.message, state: 'waiting', tries: 0 }])
    // It waits already: another press only lets it wait.
    expect((await keeper.post(urls.replays({ id, delivery }))).status).toBe(303)
  })

  test.each(['0', '-1', 'abc', '1.5', '99999999999999999999', '%00', '1e3', '９'])(
    'there is no webhook “%s”',
    async (id) => {
      for (const path of [`/administration/webhooks/${id}`, `/administration/webhooks/${id}?page=-3`])
        expect((await keeper.get(path)).status).toBe(404)
      expect((await keeper.post(`/administration/webhooks/${id}/trials`)).status).toBe(404)
    },
  )

  test.each(['0', '-1', 'abc', '99999999999999999999', '7'])(
    'page %s of what was sent is never a fault',
    async (page) => {
      const { id } = await addedHook()
      expect((await keeper.get(urls.hook({ id }, { page }))).status).toBe(200)
    },
  )

  test('every page speaks every language', async () => {
    const { id } = await addedHook()
    await keeper.post(urls.trials({ id }))
    for (const lang of languages) {
      await system(sql`update people.person set language = ${lang} where id = ${village.people.henk}`)
      for (const path of ['/me', '/administration', urls.hooks(), urls.add(), urls.hook({ id })]) {
        const answer = await keeper.get(path)
        const page = await answer.text()
        expect([path, answer.status, page.includes(`<html lang="${lang}"`)]).toEqual([path, 200, true])
        expect(page.match(/<h1/g)).toHaveLength(1)
      }
    }
    await system(sql`update people.person set language = 'en' where id = ${village.people.henk}`)
  })
})

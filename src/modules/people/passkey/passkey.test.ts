/** Passkeys: where they work, and that only the right device opens the door, once for each question. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Device, device, type Lie, type Question } from '../../../../tests/village/authenticator.ts'
import { type Browser, openVillage, type Village } from '../../../../tests/village/village.ts'
import { assemble } from '../../../assemble.ts'
import { AddressBook } from '../../../platform/http/address-book.ts'
import { openLetter } from '../actions.ts'
import { routes as peopleRoutes } from '../routes.ts'
import { tokenHash } from '../secret.ts'
import { openSession } from '../session.ts'
import { insertLetter, sweepProofs } from '../store.ts'
import { urls } from '../urls.ts'
import { removePasskey } from './actions.ts'
import { passkeyRoutes } from './routes.ts'

const ORIGIN = 'http://localhost'
const WRONG = 'This passkey did not open the door.'

const wiring = {
  tables: [peopleRoutes, passkeyRoutes],
  navigation: { entries: [], communityHome: (slug: string) => `/c/${slug}`, siteHome: () => '/today' },
  addressBook: new AddressBook(),
}
let village: Village
beforeAll(async () => {
  village = await openVillage(wiring, ORIGIN)
})
afterAll(() => village.close())

const system = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
beforeEach(() => system(sql`delete from people.passkey`))

const asked = async (browser: Browser, address: string): Promise<Question> => {
  const answer = await browser.post(address)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Question
}
const toMake = (browser: Browser) => asked(browser, urls.newPasskeyChallenge())
const toShow = (browser: Browser) => asked(browser, urls.passkeyChallenge())
const add = async (browser: Browser, made: Device, lie?: Lie, name = 'My phone') =>
  browser.post(urls.addPasskey(), { name, answer: made.make(await toMake(browser), lie) })
const show = async (browser: Browser, shown: Device, lie?: Lie) =>
  browser.post(urls.signInPasskey(), { answer: shown.show(await toShow(browser), lie), next: '/me' })
const rita = async (name?: string) => {
  const browser = await village.as('rita')
  const mine = device(ORIGIN)
  expect((await add(browser, mine, undefined, name)).status).toBe(303)
  return { browser, mine }
}
const keys = () =>
  system(sql<{ id: number; person_id: number; handle: string }>`select * from people.passkey order by id`)
const stayedOut = async (answer: Response, browser: Browser) => {
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(WRONG)
  expect((await browser.get(urls.me())).status).toBe(303)
}

it('shows no button where passkeys cannot work, and takes no answer there', async () => {
  const base = 'http://school.example'
  const plain = assemble({ ...village.house, baseUrl: base }, wiring)
  const token = await village.house.db.asSystem('sign-in', (tx) => openSession(tx, village.people.rita, 'password'))
  const ask = (path: string, body?: URLSearchParams) => {
    const headers = { 'accept-language': 'en', origin: base, cookie: `ciranda=${token}` }
    return plain.request(base + path, { headers, ...(body ? { method: 'POST', body } : {}) })
  }
  expect(await (await ask(urls.signIn())).text()).not.toContain('<pass-key')
  const page = await (await ask(urls.waysIn())).text()
  expect(page).not.toContain('<pass-key')
  expect(page).toContain('begins with https')
  expect((await ask(urls.passkeyChallenge(), new URLSearchParams())).status).toBe(409)
  expect((await ask(urls.addPasskey(), new URLSearchParams({ name: 'Phone', answer: '{}' }))).status).toBe(422)
  const answer = device(ORIGIN).show({ challenge: 'x' })
  expect((await ask(urls.signInPasskey(), new URLSearchParams({ answer }))).status).toBe(422)
})

describe('a device opens the door', () => {
  it('Rita adds her phone under Me and signs in with it, again and again', async () => {
    const { browser, mine } = await rita('Rita’s <phone>')
    expect(await (await browser.get(urls.me())).text()).toContain(`href="${urls.waysIn()}"`)
    const page = await (await browser.get(urls.waysIn({}, { done: 'added' }))).text()
    expect(page).toContain('Rita’s &lt;phone>')
    expect(page).toContain('Next time you can sign in with it')
    for (let time = 0; time < 2; time++) {
      const visitor = village.visitor()
      const came = await show(visitor, mine)
      expect([came.status, came.headers.get('location')]).toEqual([303, '/me'])
      expect(await (await visitor.get(urls.me())).text()).toContain('Rita Vale')
    }
    const [session] = await system(sql<{ n: number }>`select count(*) n from people.session where way = 'passkey'`)
    expect(session?.n).toBe(2)
    expect(await (await browser.get(urls.waysIn())).text()).toContain('Last used on 24 November 2026')
  })

  it('without JavaScript the page says what else there is', async () => {
    const page = await (await village.visitor().get(urls.signIn())).text()
    expect(page).toMatch(/<noscript>.*link by e-mail or your password/s)
    const told = await village.visitor().post(urls.signInPasskey(), { answer: '' })
    expect(told.status).toBe(422)
  })

  it('keeps one handle for all devices of a person, another for each person, and no name in it', async () => {
    const { browser } = await rita()
    await add(browser, device(ORIGIN), undefined, 'Laptop')
    await add(await village.as('joana'), device(ORIGIN))
    const [first, second, third] = await keys()
    expect(second?.handle).toBe(first?.handle)
    expect(third?.handle).not.toBe(first?.handle)
    expect(first?.handle).toMatch(/^[\w-]{43}$/)
  })

  it('wants a name for the device and keeps nothing otherwise', async () => {
    const browser = await village.as('rita')
    const answer = await add(browser, device(ORIGIN), undefined, ' ')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please give the device a name.')
    expect(await keys()).toHaveLength(0)
  })

  it('sent twice it is kept once; two at once likewise', async () => {
    const browser = await village.as('rita')
    const made = device(ORIGIN)
    const fields = { name: 'Phone', answer: made.make(await toMake(browser)) }
    const [one, other] = await Promise.all([
      browser.post(urls.addPasskey(), fields),
      browser.post(urls.addPasskey(), fields),
    ])
    expect([one.status, other.status]).toContain(303)
    expect((await browser.post(urls.addPasskey(), fields)).status).toBe(303)
    expect(await keys()).toHaveLength(1)
  })

  it('is no second person’s, and twenty are enough', async () => {
    const { mine, browser } = await rita()
    const joana = await village.as('joana')
    expect((await add(joana, mine)).status).toBe(422)
    await system(sql`
      insert into people.passkey (person_id, credential_id, public_key, counter, transports, handle, name, made_at)
      select person_id, 'other' || n, public_key, 0, '{}', handle, 'Old', made_at
      from people.passkey, generate_series(1, 19) n`)
    expect((await browser.post(urls.newPasskeyChallenge())).status).toBe(409)
  })
})

describe('the door stays shut', () => {
  it.each<[string, Lie]>([
    ['made for another site', { origin: 'https://evil.example' }],
    ['for a question of its own', { challenge: 'bWluZQ' }],
    ['without finger, face or code', { unverified: true }],
  ])('for a new key %s', async (_, lie) => {
    const answer = await add(await village.as('rita'), device(ORIGIN), lie)
    expect(answer.status).toBe(422)
    expect(await keys()).toHaveLength(0)
  })

  it.each<[string, Lie]>([
    ['made for another site', { origin: 'https://evil.example' }],
    ['for a question of its own', { challenge: 'bWluZQ' }],
    ['without finger, face or code', { unverified: true }],
    ['whose counter stands still', { counter: 1 }],
    ['whose counter went back', { counter: 0 }],
    ['signed by another key', { signedBy: device(ORIGIN).key }],
    ['that says it knows somebody else', { handle: 'c29tZWJvZHktZWxzZQ' }],
  ])('for an answer %s', async (_, lie) => {
    const { mine } = await rita()
    const visitor = village.visitor()
    await stayedOut(await show(visitor, mine, lie), visitor)
  })

  it.each([
    ['no JSON'],
    ['[]'],
    ['null'],
    ['{"id":"x","response":{}}'],
    ['{"id":1,"response":null}'],
    ['x'.repeat(30_000)],
  ])('for what no device says: %.20s', async (answer) => {
    const visitor = village.visitor()
    await toShow(visitor)
    await stayedOut(await visitor.post(urls.signInPasskey(), { answer }), visitor)
    const browser = await village.as('rita')
    await toMake(browser)
    expect((await browser.post(urls.addPasskey(), { name: 'Phone', answer })).status).toBe(422)
  })

  it('for the same answer once more, in this browser and in another', async () => {
    const { mine } = await rita()
    const visitor = village.visitor()
    const answer = mine.show(await toShow(visitor))
    const thief = village.visitor()
    await stayedOut(await thief.post(urls.signInPasskey(), { answer }), thief)
    expect((await visitor.post(urls.signInPasskey(), { answer })).status).toBe(303)
    const later = village.visitor()
    await stayedOut(await later.post(urls.signInPasskey(), { answer }), later)
    expect((await visitor.post(urls.signInPasskey(), { answer })).status).toBe(422)
  })

  it('when a wrong answer has used the question up', async () => {
    const { mine } = await rita()
    const visitor = village.visitor()
    const question = await toShow(visitor)
    await visitor.post(urls.signInPasskey(), { answer: mine.show(question, { counter: 0 }) })
    await stayedOut(await visitor.post(urls.signInPasskey(), { answer: mine.show(question) }), visitor)
  })

  it('five minutes later', async () => {
    const { mine } = await rita()
    const visitor = village.visitor()
    const answer = mine.show(await toShow(visitor))
    const before = village.clock.at
    village.clock.at = new Date(before.getTime() + 5 * 60_000)
    await stayedOut(await visitor.post(urls.signInPasskey(), { answer }), visitor)
    await village.house.db.asSystem('job', sweepProofs)
    village.clock.at = before
    expect(await system(sql`select 1 from people.passkey_challenge`)).toHaveLength(0)
  })

  it('for a question that was put to add a key, and to somebody else', async () => {
    const { mine, browser } = await rita()
    const answer = mine.show({ ...(await toMake(browser)), rpId: 'localhost' })
    const wrong = await browser.post(urls.signInPasskey(), { answer })
    expect(wrong.status).toBe(422)
    const question = await toMake(browser)
    const joana = await village.as('joana')
    expect((await joana.post(urls.addPasskey(), { name: 'x', answer: device(ORIGIN).make(question) })).status).toBe(422)
  })

  it('for a passkey that was removed, by its person alone', async () => {
    const { mine, browser } = await rita()
    const id = (await keys())[0]?.id ?? 0
    expect((await (await village.as('joana')).post(urls.removePasskey({ id }))).status).toBe(422)
    expect(await keys()).toHaveLength(1)
    expect((await browser.post(urls.removePasskey({ id }))).status).toBe(303)
    const again = await browser.post(urls.removePasskey({ id }))
    expect(await again.text()).toContain('gone already')
    const visitor = village.visitor()
    await stayedOut(await show(visitor, mine), visitor)
    expect((await browser.post(urls.removePasskey({ id: 'x' }))).status).toBe(422)
  })

  it('after many tries from one place', async () => {
    const { mine } = await rita()
    await system(sql`update platform.tries set count = 300`)
    const visitor = village.visitor()
    const refused = await show(visitor, mine)
    expect(await refused.text()).toContain('many tries')
    await system(sql`delete from platform.tries`)
  })
})

describe('the last way in', () => {
  it('is not taken away unsaid', async () => {
    await rita()
    const id = (await keys())[0]?.id ?? 0
    const scope = village.scope('rita')
    const silent = { ...village.house, mailWay: 'none' as const }
    await system(sql`update people.account set password_hash = null where person_id = ${village.people.rita}`)
    expect(await removePasskey(silent, scope, { id, sure: false })).toMatchObject({ reason: 'last' })
    expect(await keys()).toHaveLength(1)
    expect(await removePasskey(silent, scope, { id, sure: true })).toMatchObject({ ok: true })
  })

  it('is said on the page, with a button that means it', async () => {
    const { browser } = await rita()
    const id = (await keys())[0]?.id ?? 0
    await system(sql`delete from people.account where person_id = ${village.people.rita}`)
    const page = await browser.post(urls.removePasskey({ id }))
    expect(await page.text()).toContain('This is your last way in')
    expect(await keys()).toHaveLength(1)
    expect((await browser.post(urls.removePasskey({ id }), { sure: 'yes' })).status).toBe(303)
    expect(await keys()).toHaveLength(0)
  })
})

it('ends with the first letter when the address was not proven before', async () => {
  const personId = village.people.joana
  await add(await village.as('joana'), device(ORIGIN))
  await system(sql`update people.account set verified_at = null where person_id = ${personId}`)
  const expires = new Date(village.clock.at.getTime() + 1000)
  await village.house.db.asSystem('sign-in', (tx) =>
    tx.rows(insertLetter({ hash: tokenHash('a letter'), personId, returnTo: null, expires })),
  )
  expect(await openLetter(village.house, 'a letter')).toMatchObject({ ok: true })
  expect(await keys()).toHaveLength(0)
})

it('shows nobody another person’s passkeys, and nobody the keys', async () => {
  await rita()
  const read = (who: 'rita' | 'joana', query: ReturnType<typeof sql>) =>
    village.house.db.read(village.scope(who), query)
  expect((await read('joana', sql`select id, name from people.passkey`))[0]).toHaveLength(0)
  await expect(read('rita', sql`select public_key from people.passkey`)).rejects.toThrow(/permission denied/)
  await expect(read('rita', sql`select challenge from people.passkey_challenge`)).rejects.toThrow(/permission denied/)
})

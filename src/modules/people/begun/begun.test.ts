/** Words begun: kept for one person alone, put back into their form, gone when sent, and not lost with a session. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openVillage, type Village } from '../../../../tests/village/village.ts'
import { openSharedSession } from '../card/shared.ts'
import { tokenHash } from '../secret.ts'
import { openSession } from '../session.ts'
import { keepBegun, keepUnsent } from './actions.ts'
import { type BegunField, MOST_BEGUN } from './begun.ts'
import { begunBy, forgetBegun } from './store.ts'
import { begunUrls } from './urls.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village?.close())

const origin = 'http://village.example'
const say = '/c/reading-together/needs-and-offers/new'
const sayTo = say
const words = 'Who could lend us\n"large" letters & <quiet> time?'
const idOf = (sign: string) => `begun-${sign}`.padEnd(20, '_')

const fieldsOf = (text: string): BegunField[] => [
  { name: 'text', kind: 'text', label: 'What do you need?', values: [text] },
  { name: 'kind', kind: 'choice', label: '', values: ['offer'] },
]

const typed = (id: string, was: number, text = words, fields: unknown = fieldsOf(text)) => ({
  id,
  was: String(was),
  form: sayTo,
  page: say,
  title: 'Say it',
  fields: JSON.stringify(fields),
})

const keep = (browser: Browser, id: string, was = 0, text = words) =>
  browser.post(begunUrls.list(), typed(id, was, text))
const kept = async (who: 'rita' | 'henk') =>
  (await village.house.db.read(village.scope(who), begunBy(village.scope(who))))[0]

test('Rita types, stops, and goes on at another computer, without JavaScript too; sent, it is begun no more', async () => {
  const rita = await village.as('rita')
  const id = idOf('goes-on')
  expect(await (await keep(rita, id)).json()).toEqual({ version: 1 })
  expect(await (await keep(rita, id, 1, `${words} Please.`)).json()).toEqual({ version: 2 })
  const list = await (await rita.get(begunUrls.list())).text()
  expect(list).toContain('Say it')
  expect(list).toContain('Some phones, such as iPhones, forget after seven days')
  expect(list).toContain('On the server for 30 days')
  const form = await (await rita.get(`${say}?begun=${id}`)).text()
  expect(form).toContain('Who could lend us\n&quot;large&quot; letters &amp; &lt;quiet&gt; time? Please.</textarea>')
  expect(form).toMatch(/value="offer"[^>]* checked/)
  expect(form).toContain('Kept from 10:00')
  expect(
    (await (await rita.get(`${begunUrls.here()}?form=${encodeURIComponent(sayTo)}`)).json()) as unknown[],
  ).toMatchObject([{ id, version: 2 }])
  // Something is missing: the form comes back and still knows which words it holds.
  const missing = await rita.post(sayTo, { begun: id, text: '', kind: 'offer', audience: 'community', language: 'en' })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain(`name="begun" value="${id}"`)
  expect(await kept('rita')).toHaveLength(1)
  const sent = await rita.post(sayTo, {
    begun: id,
    text: 'Who lends?',
    kind: 'offer',
    audience: 'community',
    language: 'en',
  })
  expect(sent.status).toBe(303)
  expect(await kept('rita')).toEqual([])
})

test('Whoever only asks for the head of a page, or asks in another way, is answered as before', async () => {
  const ask = (method: string, path: string) => village.app.request(origin + path, { method, headers: { origin } })
  expect((await ask('HEAD', '/library')).status).toBe(200)
  expect((await ask('HEAD', `/library?begun=${idOf('x')}`)).status).toBe(200)
  expect((await ask('PUT', '/library')).status).toBe(404)
})

test('Nobody else sees it: not in the list, not by its number, not in a form, and nobody writes over it', async () => {
  const [rita, henk, visitor] = [await village.as('rita'), await village.as('henk'), village.visitor()]
  const id = idOf('alone')
  await keep(rita, id)
  for (const page of [
    begunUrls.list(),
    begunUrls.one({ id }),
    `${say}?begun=${id}`,
    `${begunUrls.here()}?form=${sayTo}`,
  ])
    expect(await (await henk.get(page)).text()).not.toContain('lend us')
  expect((await henk.get(begunUrls.one({ id }))).status).toBe(404)
  expect((await visitor.get(begunUrls.list())).status).toBe(303)
  await henk.post(begunUrls.removal({ id }))
  await keep(henk, id, 0, 'mine')
  await henk.post(sayTo, { begun: id, text: '' })
  expect((await kept('rita')).map(({ fields }) => fields[0]?.values)).toEqual([[words]])
  await henk.post(begunUrls.removal({ id }))
  expect((await rita.post(begunUrls.removal({ id }))).headers.get('location')).toContain('away=yes')
  expect(await (await rita.get(begunUrls.list({}, { away: 'yes' }))).text()).toContain('Thrown away.')
  expect(await kept('rita')).toEqual([])
})

test('Two pages never write over each other unseen; too much and odd things are declined', async () => {
  const rita = await village.as('rita')
  const scope = village.scope('rita')
  const id = idOf('twice')
  await keep(rita, id)
  expect((await keep(rita, id, 1, 'the first page')).status).toBe(200)
  expect(await (await keep(rita, id, 1, 'the second page')).json()).toEqual({ reason: 'elsewhere' })
  expect(await (await keep(rita, id, 0, 'a third')).json()).toEqual({ reason: 'elsewhere' })
  await rita.post(begunUrls.removal({ id }))
  // Sent or thrown away meanwhile: what comes late does not bring it back.
  expect((await keep(rita, id, 2, 'late')).status).toBe(409)
  const odd = [
    { form: 'https://elsewhere.example/' },
    { page: '//elsewhere.example' },
    { id: 'short' },
    { was: 'x' },
    { fields: '{' },
    { fields: '[{"name":"a"}]' },
  ]
  for (const one of odd) expect((await rita.post(begunUrls.list(), { ...typed(id, 0), ...one })).status).toBe(400)
  expect(await (await keep(rita, id, 0, 'a'.repeat(200_001))).json()).toEqual({ reason: 'tooLong' })
  expect((await rita.post(begunUrls.list(), typed(id, 0, 'NUL \0 and \ud800 half'))).status).toBe(200)
  const begun = { form: sayTo, page: say, title: '', fields: fieldsOf('one of many'), was: 0 }
  for (let i = 1; i < MOST_BEGUN; i++) await keepBegun(village.house, scope, { ...begun, id: idOf(`many-${i}`) })
  expect(await keepBegun(village.house, scope, { ...begun, id: idOf('one-more') })).toMatchObject({ reason: 'tooMany' })
  await village.house.db.asSystem('job', async (tx) => {
    await tx.rows(forgetBegun(tx.now))
  })
  expect(await kept('rita')).toHaveLength(MOST_BEGUN)
  await village.house.db.asSystem('job', (tx) => tx.rows(forgetBegun(new Date(tx.now.getTime() + 1))))
  expect(await kept('rita')).toEqual([])
})

test('A place that is gone says so and still gives the words; a form that changed keeps what found no place', async () => {
  const rita = await village.as('rita')
  const scope = village.scope('rita')
  const lost = {
    id: idOf('lost'),
    form: '/c/reading-together/questions/999/voices',
    page: '/c/reading-together/questions/999',
  }
  await keepBegun(village.house, scope, { ...lost, title: 'A question', fields: fieldsOf('words to copy'), was: 0 })
  const back = await rita.get(`${lost.page}?begun=${lost.id}`)
  expect([back.status, await back.text()]).toEqual([303, ''])
  expect(back.headers.get('location')).toBe(begunUrls.one({ id: lost.id }, { gone: 'yes' }))
  expect(back.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await (await rita.get(back.headers.get('location') ?? '')).text()
  expect(page).toContain('gone or has changed')
  expect(page).toContain('words to copy')
  const old = { id: idOf('old'), form: sayTo, page: say, title: '', was: 0 }
  const more = [
    ...fieldsOf('still fits'),
    { name: 'why', kind: 'text' as const, label: 'Why?', values: ['fits no more'] },
  ]
  await keepBegun(village.house, scope, { ...old, fields: more })
  const form = await (await rita.get(`${say}?begun=${old.id}`)).text()
  expect(form).toContain('still fits</textarea>')
  expect(form).toContain('This form has changed since.')
  expect(await (await rita.get(begunUrls.one({ id: old.id }))).text()).toContain('fits no more')
  for (const { id } of [lost, old]) await rita.post(begunUrls.removal({ id }))
})

/** A browser whose session has just ended. */
const late = async (who: 'rita' | 'henk', shared = false) => {
  const person = village.people[who]
  const token = await village.house.db.asSystem('sign-in', (tx) =>
    shared ? openSharedSession(tx, person) : openSession(tx, person, 'password'),
  )
  village.clock.at = new Date(village.clock.at.getTime() + (shared ? 21 * 60_000 : 61 * 24 * 3600_000))
  const send = (path: string, body: Record<string, string>, referer = origin + say) =>
    village.app.request(origin + path, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { cookie: `ciranda=${token}`, origin, referer },
    })
  return { send, token }
}

test('A session that is over costs no word: through the door and back to the form, for the same person alone', async () => {
  const { send } = await late('rita')
  const answer = await send(sayTo, { once: 'once-once-once-once', text: words, kind: 'offer', audience: 'community' })
  const to = new URL(answer.headers.get('location') ?? '', origin)
  expect(to.pathname).toBe('/sign-in')
  const next = to.searchParams.get('next') ?? ''
  expect(next).toMatch(new RegExp(`^${say}\\?begun=[\\w-]{20,}$`))
  expect(await (await (await village.as('henk')).get(next)).text()).not.toContain('lend us')
  const form = await (await (await village.as('rita')).get(next)).text()
  expect(form).toContain('&lt;quiet&gt; time?</textarea>')
  expect(form).toMatch(/value="offer"[^>]* checked/)
  expect(form).not.toContain('once-once-once-once')
  const [begun] = await kept('rita')
  await (await village.as('rita')).post(begunUrls.removal({ id: begun?.id ?? '' }))
})

test('Signed out everywhere meanwhile, or by another window: the words stand there and go once one is in, once only', async () => {
  const session = await village.house.db.asSystem('sign-in', (tx) => openSession(tx, village.people.rita, 'password'))
  await village.house.db.asSystem('sign-in', (tx) =>
    tx.rows(sql`delete from people.session where token_hash = ${tokenHash(session)}`),
  )
  const text = 'Chairs & "cushions"\nfor <Monday>'
  const body = { once: 'once-once-unsent-once', text, kind: 'offer', audience: 'community', language: 'en' }
  const send = (headers: Record<string, string>, more: Record<string, string> = {}) =>
    village.app.request(origin + sayTo, {
      method: 'POST',
      body: new URLSearchParams({ ...body, ...more }),
      headers: { origin, referer: origin + say, ...headers },
    })
  const known: Record<string, string>[] = [{ cookie: `ciranda=${session}` }, {}]
  for (const headers of known) {
    const answer = await send(headers)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const page = await answer.text()
    expect(page).toContain('for &lt;Monday')
    expect(page).not.toContain('<Monday')
    expect(page).toMatch(/name="kind" value="offer"/)
    expect(page).toContain('value="once-once-unsent-once"')
    expect(page).toContain(`action="${sayTo}"`)
  }
  // A page that keeps its words itself is led to the door, and so is a form that must not be shown again.
  expect((await send({ 'sec-fetch-mode': 'same-origin' })).status).toBe(303)
  expect((await send({}, { unkept: 'ever' })).status).toBe(303)
  const rita = await village.as('rita')
  for (let i = 0; i < 2; i++) expect((await rita.post(sayTo, body)).status).toBe(303)
  const list = await (await rita.get('/c/reading-together/needs-and-offers')).text()
  expect(list.split('for &lt;Monday').length).toBe(2)
})

test('A shared device says that the words are kept; passwords, strangers’ sessions and empty forms leave nothing', async () => {
  const { send } = await late('henk', true)
  const answer = await send(sayTo, { text: 'from the classroom' })
  expect(answer.headers.get('location')).toBe('/card/ended?kept=yes')
  expect(await (await village.visitor().get('/card/ended?kept=yes')).text()).toContain('What you were sending is kept')
  expect((await kept('henk')).map(({ fields }) => fields[0]?.values)).toEqual([['from the classroom']])
  const password = await send('/me/password', { unkept: 'ever', now: 'my old password', next: 'my new password' })
  expect(password.headers.get('location')).not.toContain('begun')
  await send(sayTo, { text: '  ', kind: 'offer' })
  await send(begunUrls.list(), typed(idOf('by-itself'), 0))
  expect(await kept('henk')).toHaveLength(1)
  const begun = { id: idOf('nobody'), form: sayTo, page: say, title: '', fields: fieldsOf('a') }
  expect(await keepUnsent(village.house, 'card.nobody-has-this', begun)).toBe(false)
  const elsewhere = await send(sayTo, { text: 'from a page elsewhere' }, 'https://elsewhere.example/evil')
  expect(elsewhere.status).toBe(303)
  expect((await kept('henk')).map(({ page }) => page)).toEqual([sayTo, say])
})

test('What was written by one is never sent in the name of another who shares the browser', async () => {
  const henk = await village.as('henk')
  const fields = { text: 'Rita’s words', kind: 'offer', audience: 'community', language: 'en' }
  expect((await henk.post(sayTo, { ...fields, by: String(village.people.rita) })).status).toBe(409)
  expect(await (await henk.get(sayTo)).text()).not.toContain('Rita’s words')
  expect(
    (await henk.post(sayTo, { ...fields, text: 'Henk’s own words', by: String(village.people.henk) })).status,
  ).toBe(303)
})

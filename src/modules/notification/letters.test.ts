/** Letters through a real mail server: what arrives, when, how often, and what happens when it does not. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailServer, openMailServer } from '../../../tests/village/mail-server.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import type { Notice, Urgency } from '../../platform/facts/notice.ts'
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { openPost } from '../../platform/mail/post.ts'
import { notificationTasks } from './jobs.ts'
import { noticeReader, type Sources } from './notices.ts'
import { beginLetter, sendLetter, takeUpForsaken } from './sending.ts'
import { urls } from './urls.ts'

let village: Village
let server: MailServer
let house: House
let fact = 1000
let saying: Map<number, Notice | undefined>

beforeAll(async () => {
  village = await openVillage()
  server = await openMailServer()
  house = { ...village.house, mailWay: 'server' }
})
afterAll(async () => {
  await server.close()
  await village.close()
})
beforeEach(() => {
  village.clock.at = new Date('2026-11-24T10:00:00Z')
  saying = new Map()
})
afterEach(async () => {
  server.letters.length = 0
  server.busy = false
  server.unknown.clear()
  await system(sql`delete from notification.notice`)
  await system(sql`delete from notification.letter`)
  await system(sql`delete from notification.topic_off`)
  await system(sql`delete from notification.rhythm`)
  await system(sql`delete from platform.bounced_address`)
})

const system = <Row>(query: ReturnType<typeof sql<Row>>) => village.house.db.asSystem('job', (tx) => tx.rows(query))
const addressOf = async (who: VillagerName) =>
  (await system(sql<{ email: string }>`select email from people.account where person_id = ${village.people[who]}`))[0]
    ?.email ?? ''
const later = (minutes: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
}
let named: number[] = []
const source = (kind: string, urgency: Urgency): Sources[number] => ({
  facts: [kind],
  topic: { key: kind, label: () => `about ${kind}` },
  urgency,
  audience: async () => named,
  say: async (_, { subject }) => saying.get(subject.id),
})
const sources: Sources = [source('ask.made', 'asked'), source('thing.done', 'told')]
const post = () => openPost(village.house.db, 'server', server.url, 'ciranda@village.example')
const sending = () => ({ house, sources, post: post() })

/** Something happened that concerns somebody. */
const happens = async (who: VillagerName, kind: 'ask.made' | 'thing.done', notice: Partial<Notice> = {}) => {
  fact += 1
  named = [village.people[who]]
  saying.set(fact, {
    subject: 'Rita asks you something',
    text: 'How does he read at home?',
    button: { label: 'Answer', href: `/answer/${fact}` },
    ...notice,
  })
  const subject = { kind: 'thing', id: fact }
  await house.db.asSystem('facts', async (tx) => {
    await record(tx, { kind, actor: null, subject, community: null })
    const [kept] = await tx.rows(sql<{ id: number }>`
      select id from platform.fact where subject_kind = 'thing' and subject_id = ${fact}`)
    const told = { id: kept?.id ?? 0, at: village.clock.at, kind, subject, community: null }
    await noticeReader(house.settings, sources).take(tx, [told])
  })
  return fact
}
/** What the queue would do now for somebody. */
const round = async (who: VillagerName) => {
  const begun = await beginLetter(sending(), village.people[who])
  if (begun !== undefined) await sendLetter(sending(), begun)
  for (const { id } of await system(
    sql<{ id: number }>`select id from notification.letter where state = 'waiting' and next_at <= ${village.clock.at}`,
  ))
    await sendLetter(sending(), id)
}
const states = async () =>
  (await system(sql<{ state: string }>`select state from notification.letter order by id`)).map(({ state }) => state)
const proved = (who: VillagerName) =>
  system(sql`update people.account set verified_at = now() where person_id = ${village.people[who]}`)

describe('a question to a person', () => {
  it('goes out after the ten minutes of taking back: plain words, the same with a look, one button, ended by one press', async () => {
    await proved('marta')
    await happens('marta', 'ask.made', { quote: { words: 'Lê à irmã & ao cão?', lang: 'pt' } })
    await round('marta')
    expect(server.letters).toEqual([])
    later(11)
    await round('marta')
    const [letter] = server.letters
    expect(letter?.subject).toBe('Rita asks you something')
    expect(letter?.to && 'text' in letter.to && letter.to.text).toBe(await addressOf('marta'))
    expect(letter?.text).toMatch(
      /How does he read at home\?[\s\S]*Lê à irmã & ao cão\?[\s\S]*http:\/\/village\.example\/answer\//,
    )
    const html = String(letter?.html)
    expect(html).toMatch(/<html lang="pt"/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('Lê à irmã &amp; ao cão?')
    expect(html).not.toMatch(/<(img|script|link)\b/)
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated')
    const list = letter?.headers.get('list') as { unsubscribe?: { url?: string } } | undefined
    expect(list?.unsubscribe?.url).toMatch(/^http:\/\/village\.example\/letters\/stop\//)
    expect(letter?.headerLines.some(({ line }) => line === 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')).toBe(
      true,
    )
  })

  it('is told once, however often and by however many it is tried', async () => {
    await happens('rita', 'ask.made')
    later(11)
    const begun = await Promise.all([1, 2, 3].map(() => beginLetter(sending(), village.people.rita)))
    const [letter] = begun.filter((one) => one !== undefined)
    await Promise.all([1, 2, 3].map(() => sendLetter(sending(), letter ?? 0)))
    await round('rita')
    expect([server.letters.length, await states()]).toEqual([1, ['sent']])
  })

  it('waits for the morning at night, on a weekend, and for the end of holidays', async () => {
    village.clock.at = new Date('2026-11-27T21:00:00Z')
    await happens('rita', 'ask.made')
    for (const at of ['2026-11-27T23:00:00Z', '2026-11-28T12:00:00Z', '2026-11-30T07:59:00Z']) {
      village.clock.at = new Date(at)
      await round('rita')
      expect([at, server.letters.length]).toEqual([at, 0])
    }
    village.clock.at = new Date('2026-11-30T08:01:00Z')
    await round('rita')
    expect(server.letters).toHaveLength(1)
  })

  it('is not sent when it holds no more', async () => {
    saying.set(await happens('rita', 'ask.made'), undefined)
    later(11)
    await round('rita')
    expect([server.letters, await states()]).toEqual([[], ['empty']])
  })

  it('shows no words of members to an address that nobody proved', async () => {
    await system(sql`update people.account set verified_at = null where person_id = ${village.people.joana}`)
    await happens('joana', 'ask.made', { quote: { words: 'A secret of the room', lang: 'en' } })
    later(11)
    await round('joana')
    expect(server.letters[0]?.text).toContain('How does he read')
    expect(server.letters[0]?.text).not.toContain('A secret of the room')
  })
})

it('what happened comes together on Monday: seven things, and the rest on the page', async () => {
  for (let i = 0; i < 9; i++)
    await happens('rita', 'thing.done', { subject: `Thing ${i}`, button: { label: 'Read', href: `/t/${i}` } })
  later(60 * 24 * 5)
  await round('rita')
  expect(server.letters).toHaveLength(0)
  village.clock.at = new Date('2026-11-30T17:05:00Z')
  await round('rita')
  const [letter, more] = server.letters
  expect([letter?.subject, more]).toEqual(['What happened in Village', undefined])
  expect(letter?.text).toContain('2 more things')
  expect(String(letter?.html).match(/Thing \d/g)?.length).toBe(7)
})

describe('a mail server', () => {
  it('that is away for a day loses nothing and doubles nothing', async () => {
    await happens('rita', 'ask.made')
    later(11)
    server.busy = true
    for (let hour = 0; hour < 24; hour++) {
      await round('rita')
      later(60)
    }
    expect(server.letters).toEqual([])
    server.busy = false
    for (let hour = 0; hour < 24; hour++) {
      await round('rita')
      later(60)
    }
    expect([server.letters.length, await states()]).toEqual([1, ['sent']])
  })

  it('that does not know an address is asked no more; the person and the site learn of it', async () => {
    const email = await addressOf('rita')
    server.unknown.add(email)
    await happens('rita', 'ask.made')
    later(11)
    await round('rita')
    expect(await states()).toEqual(['refused'])
    server.unknown.clear()
    await happens('rita', 'ask.made')
    later(11)
    await round('rita')
    expect(server.letters).toEqual([])
    const rita = await village.as('rita')
    expect(await (await rita.get(urls.letters())).text()).toContain('Your address does not work')
    await rita.post(urls.addressAgain())
    await happens('rita', 'ask.made')
    later(11)
    await round('rita')
    expect(server.letters).toHaveLength(1)
  })

  it('whose sender died while the words were on the wire: not sent again, told in the next regular letter', async () => {
    await happens('rita', 'ask.made')
    later(11)
    const begun = await beginLetter(sending(), village.people.rita)
    const dying = {
      ...sending(),
      post: async ({ handing }: { handing?: () => Promise<void> }) => {
        await handing?.()
        throw new Error('killed')
      },
    }
    await expect(sendLetter(dying, begun ?? 0)).rejects.toThrow('killed')
    later(10)
    await takeUpForsaken(house)
    expect(await states()).toEqual(['unknown'])
    await round('rita')
    expect(server.letters).toEqual([])
    village.clock.at = new Date('2026-11-30T17:05:00Z')
    await round('rita')
    expect(server.letters).toHaveLength(1)
  })
})

it('one press in the mail program ends a kind of letter, without a sign-in; looking ends nothing', async () => {
  await happens('rita', 'ask.made')
  later(11)
  await round('rita')
  const list = server.letters[0]?.headers.get('list') as { unsubscribe?: { url?: string } }
  const stop = new URL(list.unsubscribe?.url ?? '').pathname
  const looked = await village.visitor().get(stop)
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('ask.made')])
  await happens('rita', 'ask.made')
  later(11)
  await round('rita')
  expect(server.letters).toHaveLength(2)
  const press = await village.app.request(`http://village.example${stop}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(press.status).toBe(200)
  await happens('rita', 'ask.made')
  later(11)
  await round('rita')
  expect(server.letters).toHaveLength(2)
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
    const [kept] = await system(sql<{ weekday: number; zone: string; holidays: boolean }>`
      select weekday, zone, holidays from notification.rhythm where person_id = ${village.people.rita}`)
    expect(kept).toEqual({ weekday: 3, zone: 'Europe/Bratislava', holidays: false })
    expect((await village.visitor().get(urls.letters())).status).toBe(303)
  })

  it('show those who look after the site whether mail works, and keep its holidays', async () => {
    const rita = await village.as('rita')
    expect((await rita.get(urls.mail())).status).toBe(404)
    expect((await rita.post(urls.holidays(), { name: 'Natal' })).status).toBe(404)
    await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.rita}`)
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
    await notificationTasks(house, sources, post())['notification:trial']?.({ person: village.people.rita })
    expect(server.letters[0]?.subject).toBe('A trial letter of Village')
    expect(await (await admin.get(urls.mail())).text()).toContain('Letters go out')
    await system(sql`update people.person set site_role = null where id = ${village.people.rita}`)
  })

  it('show each person what is for them, as it is true now', async () => {
    const one = await happens('joana', 'ask.made')
    expect(one).toBeGreaterThan(0)
    // The application has the sources of its modules; what they tell of is tested beside them.
    expect((await (await village.as('joana')).get(urls.forYou())).status).toBe(200)
    expect((await village.visitor().get(urls.forYou())).status).toBe(303)
  })
})

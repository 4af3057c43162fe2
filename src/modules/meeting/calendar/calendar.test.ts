// Calendars: the clock read back is the clock planned; an address tells its person's meetings, and nothing once it ended.
import fc from 'fast-check'
import { sql } from 'kysely'
import nodeIcal from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MeetingVillage, openTogether } from '../../../../tests/village/together.ts'
import { momentAt } from '../../../platform/words/zones.ts'
import type { Meeting } from '../contract.ts'
import { addressesOf } from './store.ts'
import { urls } from './urls.ts'
import { calendarText } from './writing.ts'

let village: MeetingVillage
beforeAll(async () => {
  village = await openTogether()
  await village.plan()
})
afterAll(() => village.close())

const site = { baseUrl: 'http://village.example' }
const some: Meeting = {
  id: 7,
  community_id: 1,
  slug: 'reading',
  community: 'Reading together',
  kind: 'usual',
  day: '2026-12-03',
  at: '16:30',
  zone: 'Europe/Lisbon',
  minutes: 60,
  place: 'The library',
  question: 'Who chooses?',
  challenge_id: null,
  language: 'en',
  state: 'planned',
  station: 0,
  sequence: 3,
  changed_at: new Date('2026-11-01T10:00:00Z'),
  cancelled_why: '',
}
const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const readBack = (text: string) => {
  const found = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT')
  if (found?.type !== 'VEVENT') throw new Error('No meeting in the calendar')
  return found
}
const zones = ['Europe/Lisbon', 'Europe/Bratislava', 'America/Sao_Paulo', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC']

test('the moment read back is the one planned, in every zone and on every day', () => {
  const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  const minutes = fc.integer({ min: 10, max: 600 })
  fc.assert(
    // From four on, where no clock skips an hour.
    fc.property(
      fc.constantFrom(...zones),
      day,
      fc.integer({ min: 4 * 60, max: 1439 }),
      minutes,
      (zone, on, at, long) => {
        const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        const meeting = { ...some, zone, day: on.toISOString().slice(0, 10), at: clock, minutes: long }
        const text = calendarText(site, 'Village', [meeting])
        const { start, end } = readBack(text)
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
        expect(shown.format(start)).toBe(`${meeting.day} ${clock}`)
        expect(Number(end) - Number(start)).toBe(long * 60_000)
        const named = zone === 'UTC' ? '' : `;TZID=${zone}`
        expect(text).toContain(`DTSTART${named}:${meeting.day.replaceAll('-', '')}T${clock.replace(':', '')}00`)
      },
    ),
    { numRuns: 60 },
  )
})

test('a zone tells its changes of the clocks', () => {
  const text = calendarText(site, 'Village', [some])
  expect(text).toContain(
    'BEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT',
  )
  expect(text).toContain(
    'BEGIN:STANDARD\r\nDTSTART:20261025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD',
  )
  // Through the night in which clocks go back, two hours are two hours.
  const night = calendarText(site, 'Village', [{ ...some, day: '2026-10-25', at: '00:30', minutes: 120 }])
  expect(night).toContain('DTEND;TZID=Europe/Lisbon:20261025T013000')
  expect(new Date(momentAt('Pacific/Auckland', Date.parse('2026-09-27T03:00:00Z'))).toISOString()).toBe(
    '2026-09-26T14:00:00.000Z',
  )
})

test('a meeting without a time takes its day, and one that is cancelled says so', () => {
  const open = calendarText(site, 'Village', [{ ...some, at: null }])
  expect(open).toContain('DTSTART;VALUE=DATE:20261203')
  expect(open).toContain('DTEND;VALUE=DATE:20261204')
  const off = calendarText(site, 'Village', [{ ...some, state: 'cancelled', sequence: 4 }])
  expect(off).toContain('STATUS:CANCELLED')
  expect(off).toContain('SEQUENCE:4')
  expect(off).toContain('UID:meeting-7@village.example')
  expect(off).toContain('LAST-MODIFIED:20261101T100000Z')
  expect(off).toContain('X-PUBLISHED-TTL:PT6H')
})

test('whatever people write comes back as they wrote it', () => {
  for (const words of ['One, two; three', 'A\nB', 'c:\\d "e"', '🌻'.repeat(60), 'END:VEVENT\nBEGIN:VALARM']) {
    const text = calendarText(site, words, [{ ...some, community: words, place: words, question: words }])
    const back = readBack(text)
    expect(back.summary).toBe(words)
    expect(back.location).toBe(words)
    expect(back.description).toBe(words)
    expect(text.match(/^BEGIN:V(EVENT|ALARM)/gm)).toEqual(['BEGIN:VEVENT'])
  }
})

test('a meeting is a file for its people only', async () => {
  const address = urls.file(village.where())
  const answer = await (await village.as('rita')).get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect(unfolded(await answer.text())).toContain('DTSTART;TZID=Europe/Lisbon:20261124T163000')
  expect((await (await village.as('peter')).get(address)).status).toBe(404)
  expect((await village.visitor().get(address)).status).not.toBe(200)
  expect((await (await village.as('rita')).get(urls.file({ ...village.where(), id: 999_999 }))).status).toBe(404)
})

const made = async (who: 'rita' | 'joana' | 'peter', community = '') => {
  const page = await (await (await village.as(who)).post(urls.mine(), { community })).text()
  return /\/calendar\/([\w-]{43})</.exec(page)?.[1] ?? ''
}
const asked = (secret: string, headers = {}) => village.visitor().get(urls.address({ secret }), headers)
const uid = () => `UID:meeting-${village.where().id}@`

test('an address tells its person’s meetings without a cookie, until another takes its place', async () => {
  const secret = await made('rita')
  const answer = await asked(secret)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('private')
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
  expect(answer.headers.getSetCookie()).toEqual([])
  const text = unfolded(await answer.text())
  expect(text).toContain(uid())
  expect(text).not.toContain('Rita')
  const etag = answer.headers.get('etag') ?? ''
  expect((await asked(secret, { 'if-none-match': etag })).status).toBe(304)
  const next = await made('rita')
  expect((await asked(secret)).status).toBe(404)
  expect((await asked(next)).status).toBe(200)
  await (await village.as('joana')).post(urls.off(), { community: '' })
  expect((await asked(next)).status).toBe(200)
  await (await village.as('rita')).post(urls.off(), { community: '' })
  expect((await asked(next)).status).toBe(404)
})

test('a stranger’s address never tells it, and nobody makes one for a community that is not theirs', async () => {
  expect(await (await asked(await made('peter'))).text()).not.toContain(uid())
  const peter = await village.as('peter')
  for (const community of [String(village.place.id), '0', 'x', '99999999999999999999'])
    expect((await peter.post(urls.mine(), { community })).status).toBe(422)
  for (const secret of ['x', 'a'.repeat(43), '%00', '🌻']) expect((await asked(secret)).status).toBe(404)
})

test('a cancelled meeting stays for sixty days', async () => {
  const secret = await made('joana')
  const cancel = (days: number) =>
    village.house.db.asSystem('job', (tx) =>
      tx.rows(sql`update meeting.meeting set state = 'cancelled',
        cancelled_at = ${tx.now}::timestamptz - make_interval(days => ${days}) where id = ${village.where().id}`),
    )
  await cancel(59)
  expect(await (await asked(secret)).text()).toContain('STATUS:CANCELLED')
  await cancel(61)
  expect(unfolded(await (await asked(secret)).text())).not.toContain(uid())
  await village.plan()
})

test('whoever left the community loses its meetings at once', async () => {
  const { id } = village.place
  const [all, one] = [await made('joana'), await made('joana', String(id))]
  expect(unfolded(await (await asked(one)).text())).toContain(uid())
  expect(unfolded(await (await asked(all)).text())).toContain(uid())
  await village.house.db.asSystem('job', (tx) =>
    tx.rows(sql`delete from community.membership where community_id = ${id} and person_id = ${village.people.joana}`),
  )
  expect((await asked(one)).status).toBe(404)
  expect(unfolded(await (await asked(all)).text())).not.toContain(uid())
})

test('the second wall: nobody sees or changes another’s address, and no page reads a hash', async () => {
  await made('rita')
  const { db } = village.house
  const peter = village.scope('peter')
  expect((await db.read(peter, addressesOf(village.scope('rita'))))[0]).toEqual([])
  expect((await db.read(village.visitorScope, sql`select id from meeting.calendar_address`))[0]).toEqual([])
  await expect(db.read(peter, sql`select secret_hash from meeting.calendar_address`)).rejects.toThrow(/permission/)
  const forged = db.write(peter, (tx) =>
    tx.rows(sql`insert into meeting.calendar_address (person_id, secret_hash, made_at)
      values (${village.people.rita}, 'x', now())`),
  )
  await expect(forged).rejects.toThrow('row-level security')
})

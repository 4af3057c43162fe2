/** Planning a meeting in the village: who may, what is sound, moving, cancelling, coming, and what goes wrong. */
import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Program, programOf } from '../../../tests/village/program.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { settleMeeting } from '../community/actions/belonging.ts'
import { notices } from './notices.ts'
import { apiUrls, urls } from './urls.ts'

const slug = 'reading-together'
const day = { 'on-day': '3', 'on-month': '12', 'on-year': '2026', at: '16:30', minutes: '60', place: 'The library' }
let village: Village
let id = 0
const where = () => ({ slug, id })
const system = <Row>(query: RawBuilder<Row>) => village.house.db.asSystem('job', (tx) => tx.rows(query))

beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const numberOf = (answer: Response): number => Number(answer.headers.get('location')?.split('/').at(-1))
const planned = async (fields: Record<string, string> = {}): Promise<number> => {
  const rita = await village.as('rita')
  const answer = await rita.post(urls.plan({ slug }), { ...day, question: 'Who chooses the page?', ...fields })
  expect(answer.status).toBe(303)
  return numberOf(answer)
}
beforeEach(async () => {
  id = await planned()
})

const pageOf = async (who: Parameters<Village['as']>[0], path = urls.meeting(where())): Promise<string> =>
  (await (await village.as(who)).get(path)).text()
const rowOf = async () => {
  const [row] = await system(sql<Record<string, unknown>>`select * from meeting.meeting where id = ${id}`)
  return row
}
const facts = async () =>
  (
    await system(sql<{ kind: string }>`
      select kind from platform.fact where subject_kind = 'meeting' and subject_id = ${id} order by id`)
  ).map(({ kind }) => kind)
const signIn = (html: string): string => /name="seen" value="(\w+)"/.exec(html)?.[1] ?? ''

describe('planning', () => {
  it('takes a day; the meeting keeps the clocks of the site, and everybody here sees it', async () => {
    expect(await rowOf()).toMatchObject({ day: '2026-12-03', at: '16:30', zone: 'Europe/Lisbon', state: 'planned' })
    expect(await facts()).toEqual(['meeting.planned'])
    for (const who of ['ines', 'rita', 'joana'] as const) {
      expect(await pageOf(who)).toContain('Who chooses the page?')
      expect(await pageOf(who, urls.meetings({ slug }))).toContain('Thursday 3 December, 16:30')
    }
    expect((await pageOf('joana')).split('60 minutes')).toHaveLength(2)
  })

  it('tells what is odd, and keeps what was typed', async () => {
    const rita = await village.as('rita')
    const odd = [
      [{ 'on-day': '31', 'on-month': '2' }, 'Write a day that exists'],
      [{ 'on-year': '2025' }, 'That day is over'],
      [{ 'on-year': '2062' }, 'Is the year right?'],
      [{ at: '25:00' }, 'Write a time such as 16:30'],
      [{ place: 'x'.repeat(301) }, 'At most 300 letters'],
      [{ challenge: '999999' }, 'not open any more'],
    ] as const
    for (const [fields, says] of odd) {
      const answer = await rita.post(urls.plan({ slug }), { ...day, question: 'Do you hear me?', ...fields })
      const html = await answer.text()
      expect([answer.status, html.includes(says), html.includes('Do you hear me?')]).toEqual([422, true, true])
    }
  })

  it('sent twice is one meeting', async () => {
    const rita = await village.as('rita')
    const once = randomBytes(18).toString('base64url')
    const both = await Promise.all([1, 2].map(() => rita.post(urls.plan({ slug }), { ...day, once })))
    expect(new Set(both.map(numberOf)).size).toBe(1)
  })

  it('is not for strangers: nothing is found, nothing is changed', async () => {
    const before = await rowOf()
    const peter = await village.as('peter')
    for (const path of [urls.meeting(where()), urls.change(where()), urls.cancel(where()), urls.meetings({ slug })])
      expect((await peter.get(path)).status).toBe(404)
    expect((await village.visitor().get(urls.meeting(where()))).status).toBe(303)
    for (const path of [urls.change(where()), urls.cancel(where()), urls.coming(where())])
      expect((await peter.post(path, { ...day, answer: 'yes' })).status).toBe(404)
    expect(await rowOf()).toEqual(before)
    const zuzana = await village.as('zuzana')
    expect((await zuzana.get(urls.meeting({ slug: 'quiet-corners', id }))).status).toBe(404)
  })

  it('shows an address that is none as a page that is not here', async () => {
    const rita = await village.as('rita')
    for (const odd of ['0', '-1', 'x', '99999999999999999999', '999999'])
      expect((await rita.get(`/c/${slug}/meetings/${odd}`)).status).toBe(404)
  })

  it('leads to a call only by a web address', async () => {
    id = await planned({ place: 'https://meet.example/room' })
    expect(await pageOf('marta')).toContain('href="https://meet.example/room"')
    id = await planned({ place: 'javascript:alert(1)' })
    expect(await pageOf('marta')).not.toContain('href="javascript:')
  })
})

describe('moving', () => {
  it('is for whoever planned it and for facilitators; calendars see a new version', async () => {
    const rita = await village.as('rita')
    const seen = signIn(await pageOf('rita', urls.change(where())))
    const answer = await rita.post(urls.change(where()), { ...day, 'on-day': '10', question: 'Who chooses?', seen })
    expect(answer.status).toBe(303)
    expect(await rowOf()).toMatchObject({ day: '2026-12-10', question: 'Who chooses?', sequence: 1 })
    expect(await facts()).toEqual(['meeting.planned', 'meeting.moved'])
    expect((await (await village.as('ines')).get(urls.change(where()))).status).toBe(200)
    const marta = await village.as('marta')
    expect((await marta.get(urls.change(where()))).status).toBe(404)
    expect((await marta.post(urls.change(where()), { ...day, seen })).status).toBe(404)
  })

  it('another question alone moves nothing', async () => {
    const seen = signIn(await pageOf('rita', urls.change(where())))
    await (await village.as('rita')).post(urls.change(where()), { ...day, question: 'Another one?', seen })
    expect([(await rowOf())?.sequence, await facts()]).toEqual([0, ['meeting.planned']])
  })

  it('by two at once moves it once; the other keeps what they typed', async () => {
    const [rita, ines] = await Promise.all([village.as('rita'), village.as('ines')])
    const seen = signIn(await pageOf('rita', urls.change(where())))
    const both = await Promise.all([
      rita.post(urls.change(where()), { ...day, place: 'Room of Rita', seen }),
      ines.post(urls.change(where()), { ...day, place: 'Room of Ines', seen }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const late = await both.find(({ status }) => status === 422)?.text()
    expect(late).toContain('Somebody changed it in the meantime')
    expect(late).toMatch(/Room of (Rita|Ines)/)
    expect((await rowOf())?.sequence).toBe(1)
  })
})

describe('cancelling', () => {
  it('says why, stays to be read, and happens once', async () => {
    const rita = await village.as('rita')
    for (const _ of [1, 2]) await rita.post(urls.cancel(where()), { why: 'The heating is broken.' })
    expect(await pageOf('marta')).toContain('The heating is broken.')
    expect(await facts()).toEqual(['meeting.planned', 'meeting.cancelled'])
    expect(await rowOf()).toMatchObject({ state: 'cancelled', sequence: 1 })
  })

  it('while somebody has it open is told plainly to whoever changes it or begins it', async () => {
    const [rita, ines] = await Promise.all([village.as('rita'), village.as('ines')])
    const seen = signIn(await pageOf('ines', urls.change(where())))
    await rita.post(urls.cancel(where()), { why: '' })
    const late = await ines.post(urls.change(where()), { ...day, seen })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('cancelled in the meantime')])
    const begun = await ines.post(urls.present(where()), { people: String(village.people.rita) })
    expect(begun.status).toBe(422)
    expect((await rowOf())?.state).toBe('cancelled')
  })

  it('is too late once it has begun', async () => {
    const rita = await village.as('rita')
    await rita.post(urls.present(where()), { people: String(village.people.rita) })
    const late = await rita.post(urls.cancel(where()), { why: 'x' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('has begun')])
    expect((await rowOf())?.state).toBe('running')
  })
})

describe('coming', () => {
  const said = async () =>
    system(sql<{ person_id: number; answer: string; noted_by: number | null }>`
      select person_id, answer, noted_by from meeting.coming where meeting_id = ${id} order by person_id`)

  it('is said by oneself, the last word stands, and whoever says nothing is not listed', async () => {
    const marta = await village.as('marta')
    await marta.post(urls.coming(where()), { answer: 'no' })
    await marta.post(urls.coming(where()), { answer: 'yes' })
    expect(await said()).toEqual([{ person_id: village.people.marta, answer: 'yes', noted_by: null }])
    const page = await pageOf('ines')
    expect(page.slice(page.indexOf('coming-people'), page.indexOf('</ul>', page.indexOf('coming-people')))).toContain(
      'Marta',
    )
  })

  it('is noted by a facilitator for another, by nobody else, and for no stranger', async () => {
    const tomas = String(village.people.tomas)
    const [ines, joana] = await Promise.all([village.as('ines'), village.as('joana')])
    expect((await ines.post(urls.coming(where()), { answer: 'maybe', person: tomas })).status).toBe(303)
    const other = await joana.post(urls.coming(where()), { answer: 'no', person: tomas })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('answers for themselves')])
    const stranger = await ines.post(urls.coming(where()), { answer: 'yes', person: String(village.people.peter) })
    expect(stranger.status).toBe(422)
    expect(await said()).toEqual([{ person_id: village.people.tomas, answer: 'maybe', noted_by: village.people.ines }])
  })

  it('needs one of the three answers', async () => {
    const answer = await (await village.as('joana')).post(urls.coming(where()), { answer: 'perhaps' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('one of the three answers')])
  })
})

describe('the first meeting', () => {
  it('follows what the community says of it, until it has begun', async () => {
    const { id: community } = village.communities.quiet
    const place = { id: community, slug: 'quiet-corners', name: 'Quiet corners', language: 'sk' as const }
    const settle = (on: string | null, at: string | null = null) =>
      settleMeeting(
        village.house,
        village.scope('zuzana'),
        { ...place, invented: true, open: false },
        { on, at, where: null },
      )
    const first = async () =>
      system(sql<{ day: string; at: string | null; sequence: number }>`
        select day, at, sequence from meeting.meeting where community_id = ${community} and kind = 'first'`)
    await settle('2026-12-01')
    await settle('2026-12-02', '15:00')
    expect(await first()).toEqual([{ day: '2026-12-02', at: '15:00', sequence: 1 }])
    const [row] = await system(sql<{ id: number }>`select id from meeting.meeting where community_id = ${community}`)
    const zuzana = await village.as('zuzana')
    const at = { slug: 'quiet-corners', id: row?.id ?? 0 }
    expect((await zuzana.get(urls.change(at))).headers.get('location')).toBe(urls.meeting(at))
    expect((await zuzana.post(urls.cancel(at), { why: '' })).status).toBe(422)
    await settle(null)
    expect(await first()).toEqual([])
  })
})

describe('for programs', () => {
  it('lists and reads what the person may, and nothing for strangers', async () => {
    const [marta, peter]: Program[] = await Promise.all([programOf(village, 'marta'), programOf(village, 'peter')])
    const list = (await (await marta?.get(apiUrls.meetings({ slug })))?.json()) as { items: { id: number }[] }
    expect(list.items[0]).toMatchObject({ id, day: '2026-12-03', at: '16:30', zone: 'Europe/Lisbon', sequence: 0 })
    const one = await marta?.get(apiUrls.meeting({ slug, meeting: id }))
    expect(await one?.json()).toMatchObject({ id, here: [], said: [], nextSteps: [], moved: [] })
    expect((await peter?.get(apiUrls.meetings({ slug })))?.status).toBe(404)
    expect((await peter?.get(apiUrls.meeting({ slug, meeting: id })))?.status).toBe(404)
    expect((await marta?.get(apiUrls.meeting({ slug, meeting: 999_999 })))?.status).toBe(404)
  })
})

describe('what is told', () => {
  const told = async (kind: string) => {
    const source = () => notices(village.house).find(({ facts }) => facts.includes(kind))
    const [fact] = await system(sql<{ id: number }>`
      select id from platform.fact where kind = ${kind} and subject_id = ${id} order by id desc limit 1`)
    const subject = { kind: 'meeting', id }
    const all = { id: fact?.id ?? 0, at: new Date(), kind, subject, community: village.communities.reading.id }
    const to = { scope: village.scope('marta'), lang: 'en', zone: 'Europe/Lisbon', on: 'letter' } as const
    const people = await village.house.db.asSystem('job', (tx) => source()?.audience(tx, all) as Promise<number[]>)
    return { people, says: await source()?.say(to, all), urgency: source()?.urgency }
  }

  it('reaches the others, never whoever did it, and falls silent when it is no longer so', async () => {
    const { people, says } = await told('meeting.planned')
    expect(people).toContain(village.people.marta)
    expect(people).not.toContain(village.people.rita)
    expect(people).not.toContain(village.people.peter)
    expect(says).toMatchObject({ text: 'Thursday 3 December, 16:30. The library' })
    await (await village.as('ines')).post(urls.cancel(where()), { why: '' })
    expect((await told('meeting.planned')).says).toBeUndefined()
    const gone = await told('meeting.cancelled')
    expect(gone.says?.subject).toBe('A meeting of Reading together was cancelled')
    expect(gone.people).toContain(village.people.rita)
    expect(gone.people).not.toContain(village.people.ines)
  })

  it('at once, and only once, when somebody could stand before a closed door this week', async () => {
    const soon = async () => (await facts()).filter((kind) => kind.endsWith('-soon'))
    const ines = await village.as('ines')
    const change = async (fields: Record<string, string>) => {
      const seen = signIn(await pageOf('ines', urls.change(where())))
      return ines.post(urls.change(where()), { ...day, question: 'Who chooses the page?', ...fields, seen })
    }
    expect((await change({ place: 'The gym' })).status).toBe(303)
    expect(await soon()).toEqual([])
    expect((await told('meeting.moved')).people).toContain(village.people.marta)
    // Nearer than it was, then far away again: both times this week's day is concerned.
    expect((await change({ 'on-day': '27', 'on-month': '11' })).status).toBe(303)
    expect((await change({ 'on-day': '20' })).status).toBe(303)
    expect(await soon()).toEqual(['meeting.moved-soon', 'meeting.moved-soon'])
    const { people, urgency, says } = await told('meeting.moved-soon')
    expect(urgency).toBe('asked')
    expect(people).toContain(village.people.marta)
    expect(people).not.toContain(village.people.ines)
    expect(says?.text).toContain('Sunday 20 December')
    expect((await told('meeting.moved')).people).toEqual([])
  })
})

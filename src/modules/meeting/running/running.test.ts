/** A meeting from its beginning to its minutes, at the one screen, and what goes wrong on the way. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { raise } from '../../challenge/actions/raise.ts'
import type { Place } from '../../people/contract.ts'
import type { MeetingKind } from '../contract.ts'
import { urls } from '../urls.ts'
import { entriesOf, heldMeeting, presentAt } from './store/run.ts'
import { movedIn, myNextSteps, stepsOf } from './store/step.ts'

let village: Village
let place: Place
let id: number
const where = () => ({ slug: place.slug, id })

beforeAll(async () => {
  village = await openVillage()
  const { id: community, slug } = village.communities.reading
  place = { id: community, slug, name: 'Reading together', language: 'en', invented: true, open: false }
})
afterAll(() => village.close())
beforeEach(async () => {
  id = await planned()
})

const system = <Row>(query: ReturnType<typeof sql<Row>>) => village.house.db.asSystem('job', (tx) => tx.rows(query))
const planned = async (kind: MeetingKind = 'usual'): Promise<number> => {
  if (kind === 'first') await system(sql`delete from meeting.meeting where kind = 'first'`)
  const [row] = await system(sql<{ id: number }>`
    insert into meeting.meeting (community_id, audience, kind, day, at, zone, place, question, language, planned_at, changed_at)
    values (${place.id}, ${`community:${place.id}`}, ${kind}, '2026-11-24', '16:30', 'Europe/Lisbon', 'The library',
      ${kind === 'usual' ? 'Who chooses the page?' : ''}, 'en', now(), now()) returning id`)
  return row?.id ?? 0
}
const people = (...names: VillagerName[]) => names.map((name) => String(village.people[name]))
const begun = async (...names: VillagerName[]) => {
  const ines = await village.as('ines')
  const sent = await ines.post(urls.present(where()), { people: people(...names), guests: 'Dona Rosa\n' })
  expect(sent.status).toBe(303)
  return ines
}
const read = async () => {
  const scope = village.scope('rita')
  const [[on], circle, entries, steps, moved] = await village.house.db.read(
    scope,
    heldMeeting(scope, place.id, id),
    presentAt(scope, id),
    entriesOf(scope, id),
    stepsOf(scope, id),
    movedIn(scope, id),
  )
  if (!on) throw new Error('The meeting is gone')
  return { on, circle, entries, steps, moved }
}
const seatOf = async (who: VillagerName): Promise<string> =>
  String((await read()).circle.find((one) => one.person_id === village.people[who])?.id)
const goOn = async (who: VillagerName, seen: number, way = 'next') =>
  (await village.as(who)).post(urls.station(where()), { seen: String(seen), way })
const pageOf = async (who: VillagerName) => (await (await village.as(who)).get(urls.together(where()))).text()
const facts = async () =>
  (
    await system(
      sql<{
        kind: string
      }>`select kind from platform.fact where subject_kind = 'meeting' and subject_id = ${id} order by id`,
    )
  ).map(({ kind }) => kind)

describe('beginning', () => {
  it('asks who is here; those who said they come are ticked', async () => {
    await system(sql`insert into meeting.coming values
      (${id}, ${place.id}, ${`community:${place.id}`}, ${village.people.marta}, 'yes', null, now())`)
    const page = await pageOf('rita')
    expect(page).toContain('Who is here?')
    expect(page).toMatch(new RegExp(`value="${village.people.marta}" checked`))
    expect(page).toMatch(new RegExp(`value="${village.people.rita}" checked`))
    expect(page).not.toMatch(new RegExp(`value="${village.people.paulo}" checked`))
  })

  it('needs somebody, keeps what was typed, and takes only people of the community', async () => {
    const ines = await village.as('ines')
    const nobody = await ines.post(urls.present(where()), { guests: ' ' })
    expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('Tick at least one person')])
    const long = await ines.post(urls.present(where()), { guests: 'x'.repeat(81) })
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('x'.repeat(81))])
    await ines.post(urls.present(where()), { people: [...people('rita', 'peter')], guests: 'Dona Rosa' })
    expect((await read()).circle.map(({ name }) => name)).toEqual(['Rita Vale', 'Dona Rosa'])
  })

  it('by two at once is one beginning', async () => {
    const [ines, rita] = await Promise.all([village.as('ines'), village.as('rita')])
    await Promise.all([
      ines.post(urls.present(where()), { people: people('rita'), guests: 'Dona Rosa' }),
      rita.post(urls.present(where()), { people: people('rita', 'marta'), guests: 'Dona Rosa' }),
    ])
    const { on, circle } = await read()
    expect([on.state, circle.length]).toEqual(['running', 3])
    expect(await facts()).toEqual(['meeting.began'])
  })
})

describe('a round', () => {
  it('gives everyone one turn, on one’s own device or written down by another', async () => {
    const ines = await begun('ines', 'rita', 'marta')
    const rita = await village.as('rita')
    expect(await pageOf('rita')).toContain('It is your turn.')
    const said = { part: 'check-in', act: 'say' }
    await rita.post(urls.entries(where()), { ...said, present: await seatOf('rita'), words: 'Tired, and glad.' })
    await ines.post(urls.entries(where()), { ...said, present: await seatOf('marta'), words: 'Ele leu à irmã.' })
    await ines.post(urls.entries(where()), {
      ...said,
      present: await seatOf('ines'),
      act: 'pass',
      words: 'typed, then passed',
    })
    const page = await pageOf('joana')
    expect(page).toContain('written down by Inês Duarte')
    expect(page).toContain('Dona Rosa’s turn')
    expect((await read()).entries.map(({ passed, words }) => [passed, words])).toEqual([
      [false, 'Tired, and glad.'],
      [false, 'Ele leu à irmã.'],
      [true, ''],
    ])
  })

  it('gives nobody a second turn, not even at the same moment, and loses no words', async () => {
    await begun('rita', 'marta')
    const [rita, ines] = await Promise.all([village.as('rita'), village.as('ines')])
    const present = await seatOf('rita')
    const both = await Promise.all([
      rita.post(urls.entries(where()), { part: 'round', present, words: 'One.' }),
      ines.post(urls.entries(where()), { part: 'round', present, words: 'Two.' }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([303, 422])
    const refused = both.find((one) => one.status === 422)
    expect(await refused?.text()).toMatch(/have had their turn[\s\S]*(One|Two)\./)
    expect((await read()).entries).toHaveLength(1)
  })

  it('is mended by who said it or wrote it, as it was seen', async () => {
    const ines = await begun('rita', 'marta')
    await ines.post(urls.entries(where()), { part: 'check-in', present: await seatOf('marta'), words: 'A ler.' })
    const entry = String((await read()).entries[0]?.id)
    const marta = await village.as('marta')
    const joana = await village.as('joana')
    const theirs = await joana.post(urls.mended(where()), { entry, version: '1', words: 'Mine.' })
    expect([theirs.status, await theirs.text()]).toEqual([422, expect.stringContaining('Only who said it')])
    expect((await marta.post(urls.mended(where()), { entry, version: '1', words: 'A ler alto.' })).status).toBe(303)
    const late = await ines.post(urls.mended(where()), { entry, version: '1', words: 'A cantar.' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringMatching(/in the meantime[\s\S]*A cantar\./)])
    await marta.post(urls.mended(where()), { entry, version: '2', words: '' })
    expect((await read()).entries[0]).toMatchObject({ passed: true, words: '' })
  })

  it('says what is missing or odd', async () => {
    const ines = await begun('rita')
    const present = await seatOf('rita')
    const empty = await ines.post(urls.entries(where()), { part: 'check-in', present, act: 'say', words: '  ' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Write a word, or pass.')])
    const wrongPart = await ines.post(urls.entries(where()), { part: 'care', present, words: 'x' })
    expect(wrongPart.status).toBe(422)
    const foreign = await ines.post(urls.entries(where()), { part: 'check-in', present: '999999', words: 'Kept.' })
    expect([foreign.status, await foreign.text()]).toEqual([422, expect.stringContaining('Kept.')])
    expect((await ines.post(urls.entries(where()), { part: 'dance', present, words: 'x' })).status).toBe(400)
  })

  it('waits for nobody who left', async () => {
    const ines = await begun('rita', 'marta')
    expect(await pageOf('ines')).toContain('Marta')
    await ines.post(urls.left(where()), { present: await seatOf('marta') })
    await ines.post(urls.entries(where()), { part: 'check-in', present: await seatOf('rita'), words: 'Here.' })
    const page = await pageOf('ines')
    expect(page).toContain('Dona Rosa’s turn')
    expect(page).not.toMatch(/Not heard yet: [^<]*Marta/)
  })
})

describe('going on', () => {
  it('moves once when two press at once, and tells the other where the group is', async () => {
    await begun('rita')
    const both = await Promise.all([goOn('ines', 0), goOn('rita', 0)])
    expect(both.map((one) => one.status).sort()).toEqual([303, 422])
    expect((await read()).on.station).toBe(1)
    const late = await goOn('rita', 0)
    expect(await late.text()).toMatch(/What came of what we said[\s\S]*Somebody was quicker/)
    expect((await goOn('rita', 1, 'back')).status).toBe(303)
    expect((await read()).on.station).toBe(0)
    expect((await goOn('rita', 0, 'back')).status).toBe(422)
  })

  it('is for members alone', async () => {
    await begun('rita')
    const peter = await village.as('peter')
    expect((await peter.get(urls.together(where()))).status).toBe(404)
    expect((await peter.get(urls.minutes(where()))).status).toBe(404)
    expect((await goOn('peter', 0)).status).toBe(404)
    expect((await village.visitor().get(urls.together(where()))).status).toBe(303)
    expect((await read()).on.station).toBe(0)
  })

  it('stops kindly when the meeting was cancelled meanwhile, and gives the words back', async () => {
    const ines = await begun('rita')
    const present = await seatOf('rita')
    await system(sql`update meeting.meeting set state = 'cancelled', cancelled_at = now() where id = ${id}`)
    const late = await ines.post(urls.entries(where()), { part: 'check-in', present, words: 'Too late?' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringMatching(/was cancelled[\s\S]*Too late\?/)])
  })
})

describe('what is decided', () => {
  it('has an owner and a day, waits on theirs, and the next meeting begins with it', async () => {
    const ines = await begun('rita', 'marta')
    const due = { 'due-day': '30', 'due-month': '11', 'due-year': '2026' }
    const step = { form: 'step', words: 'Ask the class.', owner: String(village.people.rita), ...due }
    for (const [odd, says] of [
      [{ ...step, words: ' ' }, 'Write what will be done.'],
      [{ ...step, 'due-day': '31' }, 'There is no such day.'],
      [{ ...step, 'due-day': '1' }, 'That day is over.'],
      [{ ...step, owner: String(village.people.peter) }, 'Choose somebody who belongs'],
    ] as const) {
      const answer = await ines.post(urls.nextSteps(where()), odd)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
    }
    await ines.post(urls.nextSteps(where()), step)
    const scope = village.scope('rita')
    const [mine] = await village.house.db.read(scope, myNextSteps(scope))
    expect(mine).toMatchObject([{ words: 'Ask the class.', due: '2026-11-30', meeting_id: id }])
    const before = mine[0]?.id ?? 0
    village.clock.at = new Date('2026-11-25T10:00:00Z')
    id = await planned()
    await begun('rita')
    await goOn('ines', 0)
    expect(await pageOf('rita')).toContain('Ask the class.')
    const told = urls.told({ ...where(), step: before })
    const unchosen = await ines.post(told, { told: 'They want pairs.' })
    expect([unchosen.status, await unchosen.text()]).toEqual([422, expect.stringContaining('They want pairs.')])
    expect((await ines.post(told, { outcome: 'partly', told: 'They want pairs.' })).status).toBe(303)
    expect(await pageOf('rita')).toContain('They want pairs.')
    expect((await village.house.db.read(scope, myNextSteps(scope)))[0]).toEqual([])
  })

  it('says which open question moved, or why none did', async () => {
    const asked = {
      question: 'Who turns the page?',
      language: 'en',
      circle: 'community',
      aboutChild: 'no',
      help: [],
    } as const
    const raised = await raise(village.house, village.scope('rita'), place, asked)
    const matter = raised.ok ? `challenge ${raised.value.id}` : ''
    const ines = await begun('rita')
    await ines.post(urls.moved(where()), { form: 'moved', matter, words: 'Now we know who asks.' })
    await ines.post(urls.moved(where()), { form: 'moved', matter, words: 'He asks his brother.' })
    expect((await read()).moved).toMatchObject([
      { subject_words: 'Who turns the page?', words: 'He asks his brother.' },
    ])
    await ines.post(urls.moved(where()), { form: 'moved', matter: '', words: 'We had no time.' })
    expect((await read()).on.nothing_moved).toBe('We had no time.')
    const gone = await ines.post(urls.moved(where()), { form: 'moved', matter: 'challenge 999999', words: 'x' })
    expect(gone.status).toBe(422)
  })
})

describe('the first meeting', () => {
  it('fills Who we are and How we treat each other', async () => {
    id = await planned('first')
    const ines = await begun('rita', 'marta')
    await ines.post(urls.entries(where()), {
      part: 'care',
      present: await seatOf('marta'),
      words: 'That every child joins in.',
    })
    const entry = String((await read()).entries[0]?.id)
    await goOn('ines', 0)
    expect(await pageOf('rita')).toContain('What do we care about?')
    for (let i = 0; i < 2; i++) expect((await ines.post(urls.lines(where()), { entry })).status).toBe(303)
    expect(await pageOf('rita')).toContain('Kept in Who we are')
    await ines.post(urls.lines(where()), { form: 'line', words: 'Nobody has to speak.' })
    const charter = await (await ines.get(`/c/${place.slug}/who-we-are`)).text()
    const kept = sql<{
      n: number
    }>`select count(*) as n from community.charter_line where words = 'That every child joins in.'`
    expect([charter.includes('That every child joins in.'), await system(kept)]).toEqual([true, [{ n: 1 }]])
    expect(await (await ines.get(`/c/${place.slug}/how-we-treat-each-other`)).text()).toContain('Nobody has to speak.')
    expect((await ines.post(urls.lines(where()), { form: 'line', words: ' ' })).status).toBe(422)
  })
})

describe('the minutes', () => {
  it('assemble themselves, are found right once, and nothing is added afterwards', async () => {
    const ines = await begun('rita', 'marta')
    const present = await seatOf('marta')
    await ines.post(urls.entries(where()), { part: 'round', present, words: 'He chose it himself.' })
    for (let seen = 0; seen < 5; seen++) expect((await goOn('ines', seen)).status).toBe(303)
    expect((await read()).on.state).toBe('closing')
    expect(await pageOf('joana')).toMatch(/Is this what we said\?[\s\S]*He chose it himself\./)
    const both = await Promise.all([ines.post(urls.publication(where())), ines.post(urls.publication(where()))])
    expect(both.map((one) => one.status)).toEqual([303, 303])
    expect(await facts()).toEqual(['meeting.began', 'meeting.closed', 'meeting.published'])
    const page = await (await (await village.as('joana')).get(urls.minutes(where()))).text()
    expect(page).toMatch(
      /Here were[\s\S]*Rita Vale, Marta, Dona Rosa[\s\S]*Who chooses the page\?[\s\S]*He chose it himself\./,
    )
    const late = await ines.post(urls.entries(where()), {
      part: 'round',
      present: await seatOf('rita'),
      words: 'And me.',
    })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('And me.')])
  })
})

it('nobody outside hears anything of a meeting, even when every WHERE is forgotten', async () => {
  const ines = await begun('rita', 'marta')
  await ines.post(urls.entries(where()), { part: 'check-in', present: await seatOf('rita'), words: 'Inside.' })
  for (const table of ['meeting', 'coming', 'present', 'entry', 'next_step', 'moved']) {
    const all = sql<{ n: number }>`select count(*) as n from meeting.${sql.ref(table)} where community_id = ${place.id}`
    const [theirs] = await village.house.db.read(village.scope('peter'), all)
    expect([table, theirs]).toEqual([table, [{ n: 0 }]])
  }
  const into = sql`insert into meeting.next_step (meeting_id, community_id, audience, words, language, owner_id, at)
    values (${id}, ${place.id}, ${`community:${place.id}`}, 'x', 'en', 1, now())`
  await expect(village.house.db.write(village.scope('peter'), (tx) => tx.rows(into))).rejects.toThrow(/policy/)
})

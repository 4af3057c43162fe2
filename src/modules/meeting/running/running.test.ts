/** A meeting from its beginning to its minutes, at the one screen, and what goes wrong on the way. */
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MeetingVillage, openTogether } from '../../../../tests/village/together.ts'
import { urls } from '../urls.ts'

let village: MeetingVillage
let here: { slug: string; id: number }
beforeAll(async () => {
  village = await openTogether()
})
afterAll(() => village.close())
beforeEach(async () => {
  await village.plan()
  here = village.where()
})

const system = <Row>(query: RawBuilder<Row>) => village.house.db.asSystem('job', (tx) => tx.rows(query))
const people = (...names: (keyof typeof village.people)[]) => names.map((name) => String(village.people[name]))
const facts = async () => {
  const all = sql<{ kind: string }>`
    select kind from platform.fact where subject_kind = 'meeting' and subject_id = ${here.id} order by id`
  return (await system(all)).map(({ kind }) => kind)
}

describe('beginning', () => {
  it('asks who is here; those who said they come are ticked', async () => {
    await system(sql`insert into meeting.coming values
      (${here.id}, ${village.place.id}, ${`community:${village.place.id}`}, ${village.people.marta}, 'yes', null, now())`)
    const page = await village.pageOf('rita')
    expect(page).toContain('Who is here?')
    expect(page).toMatch(new RegExp(`value="${village.people.marta}" checked`))
    expect(page).toMatch(new RegExp(`value="${village.people.rita}" checked`))
    expect(page).not.toMatch(new RegExp(`value="${village.people.paulo}" checked`))
  })

  it('needs somebody, keeps what was typed, and takes only people of the community', async () => {
    const ines = await village.as('ines')
    const nobody = await ines.post(urls.present(here), { guests: ' ' })
    expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('Tick at least one person')])
    const long = await ines.post(urls.present(here), { guests: 'x'.repeat(81) })
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('x'.repeat(81))])
    await ines.post(urls.present(here), { people: [...people('rita', 'peter')], guests: 'Dona Rosa' })
    expect((await village.read()).circle.map(({ name }) => name)).toEqual(['Rita Vale', 'Dona Rosa'])
  })

  it('by two at once is one beginning', async () => {
    const [ines, rita] = await Promise.all([village.as('ines'), village.as('rita')])
    await Promise.all([
      ines.post(urls.present(here), { people: people('rita'), guests: 'Dona Rosa' }),
      rita.post(urls.present(here), { people: people('rita', 'marta'), guests: 'Dona Rosa' }),
    ])
    const { on, circle } = await village.read()
    expect([on.state, circle.length]).toEqual(['running', 3])
    expect(await facts()).toEqual(['meeting.began'])
  })
})

describe('a round', () => {
  it('gives everyone one turn, on one’s own device or written down by another', async () => {
    const ines = await village.begin('ines', 'rita', 'marta')
    const rita = await village.as('rita')
    expect(await village.pageOf('rita')).toContain('It is your turn.')
    const said = { part: 'check-in', act: 'say' }
    await rita.post(urls.entries(here), { ...said, present: await village.seatOf('rita'), words: 'Tired, and glad.' })
    await ines.post(urls.entries(here), { ...said, present: await village.seatOf('marta'), words: 'Ele leu à irmã.' })
    await ines.post(urls.entries(here), {
      ...said,
      present: await village.seatOf('ines'),
      act: 'pass',
      words: 'typed, then passed',
    })
    const page = await village.pageOf('joana')
    expect(page).toContain('written down by Inês Duarte')
    expect(page).toContain('Dona Rosa’s turn')
    expect((await village.read()).entries.map(({ passed, words }) => [passed, words])).toEqual([
      [false, 'Tired, and glad.'],
      [false, 'Ele leu à irmã.'],
      [true, ''],
    ])
  })

  it('gives nobody a second turn, not even at the same moment, and loses no words', async () => {
    await village.begin('rita', 'marta')
    const [rita, ines] = await Promise.all([village.as('rita'), village.as('ines')])
    const present = await village.seatOf('rita')
    const both = await Promise.all([
      rita.post(urls.entries(here), { part: 'round', present, words: 'One.' }),
      ines.post(urls.entries(here), { part: 'round', present, words: 'Two.' }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([303, 422])
    const refused = both.find((one) => one.status === 422)
    expect(await refused?.text()).toMatch(/have had their turn[\s\S]*(One|Two)\./)
    expect((await village.read()).entries).toHaveLength(1)
  })

  it('is mended by who said it or wrote it, as it was seen', async () => {
    const ines = await village.begin('rita', 'marta')
    await ines.post(urls.entries(here), { part: 'check-in', present: await village.seatOf('marta'), words: 'A ler.' })
    const entry = String((await village.read()).entries[0]?.id)
    const marta = await village.as('marta')
    const joana = await village.as('joana')
    const theirs = await joana.post(urls.mended(here), { entry, version: '1', words: 'Mine.' })
    expect([theirs.status, await theirs.text()]).toEqual([422, expect.stringContaining('Only who said it')])
    expect((await marta.post(urls.mended(here), { entry, version: '1', words: 'A ler alto.' })).status).toBe(303)
    const late = await ines.post(urls.mended(here), { entry, version: '1', words: 'A cantar.' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringMatching(/in the meantime[\s\S]*A cantar\./)])
    await marta.post(urls.mended(here), { entry, version: '2', words: '' })
    expect((await village.read()).entries[0]).toMatchObject({ passed: true, words: '' })
  })

  it('says what is missing or odd', async () => {
    const ines = await village.begin('rita')
    const present = await village.seatOf('rita')
    const empty = await ines.post(urls.entries(here), { part: 'check-in', present, act: 'say', words: '  ' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Write a word, or pass.')])
    const wrongPart = await ines.post(urls.entries(here), { part: 'care', present, words: 'x' })
    expect(wrongPart.status).toBe(422)
    const foreign = await ines.post(urls.entries(here), { part: 'check-in', present: '999999', words: 'Kept.' })
    expect([foreign.status, await foreign.text()]).toEqual([422, expect.stringContaining('Kept.')])
    expect((await ines.post(urls.entries(here), { part: 'dance', present, words: 'x' })).status).toBe(400)
  })

  it('waits for nobody who left', async () => {
    const ines = await village.begin('rita', 'marta')
    expect(await village.pageOf('ines')).toContain('Marta')
    await ines.post(urls.left(here), { present: await village.seatOf('marta') })
    await ines.post(urls.entries(here), { part: 'check-in', present: await village.seatOf('rita'), words: 'Here.' })
    const page = await village.pageOf('ines')
    expect(page).toContain('Dona Rosa’s turn')
    expect(page).not.toMatch(/Not heard yet: [^<]*Marta/)
  })
})

describe('going on', () => {
  it('moves once when two press at once, and tells the other where the group is', async () => {
    await village.begin('rita')
    const both = await Promise.all([village.goOn('ines', 0), village.goOn('rita', 0)])
    expect(both.map((one) => one.status).sort()).toEqual([303, 422])
    expect((await village.read()).on.station).toBe(1)
    const late = await village.goOn('rita', 0)
    expect(await late.text()).toMatch(/What came of what we said[\s\S]*Somebody was quicker/)
    expect((await village.goOn('rita', 1, 'back')).status).toBe(303)
    expect((await village.read()).on.station).toBe(0)
    expect((await village.goOn('rita', 0, 'back')).status).toBe(422)
  })

  it('is for members alone', async () => {
    await village.begin('rita')
    const peter = await village.as('peter')
    expect((await peter.get(urls.together(here))).status).toBe(404)
    expect((await peter.get(urls.minutes(here))).status).toBe(404)
    expect((await village.goOn('peter', 0)).status).toBe(404)
    expect((await village.visitor().get(urls.together(here))).status).toBe(303)
    expect((await village.read()).on.station).toBe(0)
  })

  it('stops kindly when the meeting was cancelled meanwhile, and gives the words back', async () => {
    const ines = await village.begin('rita')
    const present = await village.seatOf('rita')
    await system(sql`update meeting.meeting set state = 'cancelled', cancelled_at = now() where id = ${here.id}`)
    const late = await ines.post(urls.entries(here), { part: 'check-in', present, words: 'Too late?' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringMatching(/was cancelled[\s\S]*Too late\?/)])
  })
})

describe('the minutes', () => {
  it('assemble themselves, are found right once, and nothing is added afterwards', async () => {
    const ines = await village.begin('rita', 'marta')
    const present = await village.seatOf('marta')
    await ines.post(urls.entries(here), { part: 'round', present, words: 'He chose it himself.' })
    for (let seen = 0; seen < 5; seen++) expect((await village.goOn('ines', seen)).status).toBe(303)
    expect((await village.read()).on.state).toBe('closing')
    expect(await village.pageOf('joana')).toMatch(/Is this what we said\?[\s\S]*He chose it himself\./)
    const both = await Promise.all([ines.post(urls.publication(here)), ines.post(urls.publication(here))])
    expect(both.map((one) => one.status)).toEqual([303, 303])
    expect(await facts()).toEqual(['meeting.began', 'meeting.closed', 'meeting.published'])
    const page = await (await (await village.as('joana')).get(urls.minutes(here))).text()
    expect(page).toMatch(
      /Here were[\s\S]*Rita Vale, Marta, Dona Rosa[\s\S]*Who chooses the page\?[\s\S]*He chose it himself\./,
    )
    const late = await ines.post(urls.entries(here), {
      part: 'round',
      present: await village.seatOf('rita'),
      words: 'And me.',
    })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('And me.')])
  })
})

it('nobody outside hears anything of a meeting, even when every WHERE is forgotten', async () => {
  const ines = await village.begin('rita', 'marta')
  await ines.post(urls.entries(here), { part: 'check-in', present: await village.seatOf('rita'), words: 'Inside.' })
  for (const table of ['meeting', 'coming', 'present', 'entry', 'next_step', 'moved']) {
    const all = sql<{
      n: number
    }>`select count(*) as n from meeting.${sql.ref(table)} where community_id = ${village.place.id}`
    const [theirs] = await village.house.db.read(village.scope('peter'), all)
    expect([table, theirs]).toEqual([table, [{ n: 0 }]])
  }
  const into = sql`insert into meeting.next_step (meeting_id, community_id, audience, words, language, owner_id, at)
    values (${here.id}, ${village.place.id}, ${`community:${village.place.id}`}, 'x', 'en', 1, now())`
  await expect(village.house.db.write(village.scope('peter'), (tx) => tx.rows(into))).rejects.toThrow(/policy/)
})

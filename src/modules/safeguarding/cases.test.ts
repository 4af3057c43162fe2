/** D7, D8 and D9 on a real database: reports, what they hide, cases, and the log that nobody changes. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Care, everybody, openCare } from '../../../tests/village/care.ts'
import { must } from '../../../tests/village/questions.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { reportedVoice } from '../dialogue/public.ts'
import { acceptLead, nameLead } from './actions/adults.ts'
import { actOnCase, lookAtCase, reportThing } from './actions/reporting.ts'
import type { Reason } from './contract.ts'
import { casesOf } from './store/cases.ts'
import { urls } from './urls.ts'

let village: Care
let place: Care['place']
beforeAll(async () => {
  village = await openCare()
  place = village.place
})
afterAll(() => village.close())

const owner: Care['owner'] = (query) => village.owner(query)
const asApp: Care['asApp'] = (who, query) => village.asApp(who, query)
const page: Care['page'] = (who, address) => village.page(who, address)
const says: Care['says'] = (who, text) => village.says(who, text)
const reports = (who: VillagerName, id: number, reason: Reason, words = '') =>
  reportThing(
    village.house,
    village.scope(who),
    place,
    { kind: 'contribution', id, title: 'The reading corner', tells: reportedVoice },
    { reason, words, language: 'en' },
  )
const newestCase = async () =>
  (await owner(sql<{ id: number }>`select max(id) as id from safeguarding.safety_case`))[0]?.id ?? 0
const casesFor = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), casesOf(place.id)))[0].map(({ id }) => id)
const hears = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), sql`select id from dialogue.contribution where id = ${id}`))[0]
    .length === 1

describe('D7: reports', () => {
  it('hides a thing for whoever reports it at once, and for nobody else when it is unkind', async () => {
    const id = await says('paulo', 'Some children only pretend.')
    const tomas = await village.as('tomas')
    const where = urls.report({ slug: place.slug, kind: 'contribution', thing: id })
    expect(await (await tomas.get(where)).text()).toContain('The reading corner')
    const empty = await tomas.post(where, { words: 'It is about me.' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toMatch(/Choose what is wrong[\s\S]*It is about me\./)
    const sent = await tomas.post(where, { reason: 'unkind', words: 'It is about me.' })
    expect(sent.status).toBe(303)
    expect(await (await tomas.get(sent.headers.get('location') ?? '')).text()).toContain('Thank you for telling us')
    expect(await hears('tomas', id)).toBe(false)
    expect((await tomas.get(where)).status).toBe(404)
    expect(await hears('rita', id)).toBe(true)
    expect(await hears('paulo', id)).toBe(true)
    // Who wrote it finds nothing of the report anywhere.
    expect((await page('paulo', urls.care({ slug: place.slug }))).status).toBe(404)
    for (const table of ['report', 'safety_case', 'look', 'hiding', 'own_hiding'])
      await expect(asApp('paulo', sql`select * from ${sql.table(`safeguarding.${table}`)}`), table).rejects.toThrow(
        'permission denied',
      )
  })

  it('hides a thing for all students on danger or somebody’s identity', async () => {
    const unkind = await says('paulo', 'That was loud.')
    await must(reports('marta', unkind, 'unkind'))
    expect(await hears('tomas', unkind)).toBe(true)
    for (const reason of ['danger', 'identity'] as const) {
      const id = await says('paulo', `The boy of 3B, again (${reason}).`)
      expect(await hears('tomas', id)).toBe(true)
      await must(reports('marta', id, reason))
      expect(await hears('tomas', id), reason).toBe(false)
      expect(await hears('rita', id), reason).toBe(true)
    }
  })

  it('skips a facilitator whose words are reported, and a lead, too; with nobody left it says where to turn', async () => {
    const { house, scope, people } = village
    const words = await says('ines', 'I said something I should not have.')
    expect(await reports('marta', words, 'unkind')).toMatchObject({ value: { kept: true } })
    const about = await newestCase()
    expect(await casesFor('ines')).not.toContain(about)
    expect(await casesFor('joana')).toContain(about)
    const byLead = await says('joana', 'And so did I.')
    await must(reports('marta', byLead, 'other'))
    const second = await newestCase()
    expect(await casesFor('joana')).not.toContain(second)
    expect(await casesFor('henk')).toContain(second)
    expect(await lookAtCase(house, scope('joana'), place, second)).toBeUndefined()
    // Of both facilitators alone: nobody here is left.
    await owner(sql`delete from safeguarding.lead where community_id = ${place.id}`)
    await owner(
      sql`update community.membership set role = 'member' where community_id = ${place.id} and person_id = ${people.henk}`,
    )
    const alone = await says('ines', 'And again.')
    const marta = await village.as('marta')
    const sent = await marta.post(urls.report({ slug: place.slug, kind: 'contribution', thing: alone }), {
      reason: 'danger',
    })
    const told = await (await marta.get(sent.headers.get('location') ?? '')).text()
    expect(told).toContain('Nobody here can look at this')
    await owner(
      sql`update community.membership set role = 'facilitator' where community_id = ${place.id} and person_id = ${people.henk}`,
    )
    await must(nameLead(house, scope('ines'), place, people.joana))
    await must(acceptLead(house, scope('joana'), place))
  })

  it('refuses kindly what is one’s own, what is out of reach, and what nobody knows', async () => {
    const own = await says('marta', 'My own words.')
    expect(await reports('marta', own, 'unkind')).toMatchObject({ reason: 'report.own' })
    expect(await reports('zuzana', own, 'unkind')).toMatchObject({ reason: 'gone' })
    const rita = await village.as('rita')
    for (const [kind, thing] of [
      ['contribution', '999999'],
      ['contribution', 'x'],
      ['constructor', '1'],
      ['thread', String(village.thread)],
    ] as const)
      expect((await rita.get(urls.report({ slug: place.slug, kind, thing }))).status, kind).toBe(404)
    expect(await reports('rita', own, 'unkind')).toMatchObject({ ok: true })
    expect(await reports('rita', own, 'danger')).toMatchObject({ reason: 'gone' })
  })
})

describe('D8: cases', () => {
  let id: number
  let voice: number
  beforeAll(async () => {
    voice = await says('paulo', 'Something with a name in it.')
    await must(reports('tomas', voice, 'identity', 'That is my cousin.'))
    id = await newestCase()
  })

  it('are seen by the lead alone: no facilitator, no member, no administrator', async () => {
    const where = urls.case({ slug: place.slug, id })
    for (const who of everybody.filter((one) => one !== 'joana')) {
      expect((await page(who, where)).status, who).toBe(404)
      expect((await page(who, urls.care({ slug: place.slug }))).status, who).toBe(404)
      expect(await actOnCase(village.house, village.scope(who), place, id, 'noted', 'Mine.')).toMatchObject({
        reason: 'gone',
      })
    }
    await owner(sql`update people.person set site_role = 'administrator' where id = ${village.people.rita}`)
    expect((await page('rita', where)).status).toBe(404)
    await owner(sql`update people.person set site_role = null where id = ${village.people.rita}`)
    expect((await page('joana', urls.care({ slug: place.slug }))).text).not.toMatch(/cousin|Paulo|Something with/)
  })

  it('write down every look, and the application can neither change nor delete that', async () => {
    const looks = () =>
      owner(
        sql<{ person_id: number; what: string }>`select person_id, what from safeguarding.look where case_id = ${id}`,
      )
    const before = (await looks()).length
    const { text } = await page('joana', urls.case({ slug: place.slug, id }))
    for (const found of [
      'That is my cousin.',
      'Something with a name in it.',
      'Paulo Reis',
      'Tomás',
      'Joana Simões looked',
    ])
      expect(text).toContain(found)
    expect((await looks()).length).toBe(before + 1)
    for (const query of [
      sql`update safeguarding.look set what = 'noted' where case_id = ${id}`,
      sql`delete from safeguarding.look where case_id = ${id}`,
      sql`insert into safeguarding.look (case_id, person_id, what, at) values (${id}, 1, 'looked', now())`,
      sql`delete from safeguarding.safety_case where id = ${id}`,
      sql`select words from safeguarding.safety_case`,
      sql`truncate safeguarding.look`,
    ])
      await expect(asApp('joana', query)).rejects.toThrow('permission denied')
    await expect(owner(sql`update safeguarding.look set what = 'noted' where case_id = ${id}`)).rejects.toThrow(
      'never changed',
    )
    // D9: whoever reported sees that it was looked at.
    expect((await page('tomas', urls.mine())).text).toContain('Joana Simões looked at what you reported')
    expect((await page('paulo', urls.mine())).text).not.toContain('Joana')
  })

  it('are noted, hidden for everybody, shown again and closed once', async () => {
    const { house, scope } = village
    const acts = (act: 'noted' | 'hidden' | 'shown' | 'closed', said = '') =>
      actOnCase(house, scope('joana'), place, id, act, said)
    const joana = await village.as('joana')
    const at = urls.acts({ slug: place.slug, id })
    expect((await joana.post(at, { act: 'noted', words: '' })).status).toBe(422)
    expect([400, 422]).toContain((await joana.post(at, { act: 'burn' })).status)
    expect((await joana.post(at, { act: 'noted', words: 'Spoke with Paulo.' })).status).toBe(303)
    await must(acts('hidden'))
    expect([await hears('rita', voice), await hears('paulo', voice)]).toEqual([false, true])
    await must(acts('shown'))
    expect([await hears('rita', voice), await hears('tomas', voice)]).toEqual([true, false])
    const both = await Promise.all([acts('closed', 'The name is gone.'), acts('closed', 'Mine, too.')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await page('joana', urls.case({ slug: place.slug, id }))).text).toMatch(
      /Reported, closed[\s\S]*The name is gone\.|Reported, closed[\s\S]*Mine, too\./,
    )
  })
})

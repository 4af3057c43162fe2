/** D1, D6, D7, D8, D9 and D28 on a real database: who looks after us, asking for help, reports, cases, what nobody else sees. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { AddressBook } from '../../platform/http/address-book.ts'
import type { Letter } from '../../platform/mail/post.ts'
import { routes as communityRoutes } from '../community/routes.ts'
import { say } from '../dialogue/actions/speaking.ts'
import { describeContributions, describeThreads, openThread, reportedVoice } from '../dialogue/public.ts'
import { routes as dialogueRoutes } from '../dialogue/routes.ts'
import { noticeReader } from '../notification/notices.ts'
import { daysOff } from '../notification/public.ts'
import { beginLetter, sendLetter } from '../notification/sending.ts'
import { routes as peopleRoutes } from '../people/routes.ts'
import { acceptLead, chooseCountry, endLead, endVetted, nameLead, nameVetted } from './actions/adults.ts'
import { answerHelp, askForHelp, readHelp, takeHelpBack } from './actions/asking.ts'
import { actOnCase, lookAtCase, reportThing } from './actions/reporting.ts'
import type { Reason } from './contract.ts'
import { careTasks } from './jobs.ts'
import { notices } from './notices.ts'
import { routes } from './routes.ts'
import { casesOf } from './store/cases.ts'
import { helpById } from './store/help.ts'
import { urls } from './urls.ts'

let village: Village
let place: { id: number; slug: string }
let thread: number
const addressBook = new AddressBook()
beforeAll(async () => {
  village = await openVillage({
    tables: [peopleRoutes, ...communityRoutes, routes({ contribution: reportedVoice }, daysOff), dialogueRoutes],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook,
  })
  const { house, scope } = village
  addressBook.register('thread', describeThreads(house))
  addressBook.register('contribution', describeContributions(house, addressBook))
  place = village.communities.reading
  thread = await house.db.write(scope('ines'), (tx) =>
    openThread(tx, scope('ines'), {
      community: place.id,
      subject: null,
      title: 'The reading corner',
      audience: `community:${place.id}`,
      language: 'en',
    }),
  )
  await owner(sql`update people.person set language = 'en'`)
  await must(nameLead(house, scope('ines'), place, village.people.joana))
  await must(acceptLead(house, scope('joana'), place))
})
afterAll(() => village.close())

const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const asApp = (who: VillagerName, query: ReturnType<typeof sql>) =>
  village.house.db.write(village.scope(who), (tx) => tx.rows(query))
const page = async (who: VillagerName, address: string) => {
  const answer = await (await village.as(who)).get(address)
  return { status: answer.status, text: await answer.text() }
}
const says = async (who: VillagerName, text: string) =>
  (
    await must(
      say(village.house, village.scope(who), {
        thread,
        community: place.id,
        text,
        language: 'en',
        circle: 'community',
      }),
    )
  ).id
const asks = async (who: VillagerName, adults: VillagerName[], words = '', once?: string) =>
  (
    await must(
      askForHelp(
        village.house,
        village.scope(who),
        place,
        { adults: adults.map((one) => village.people[one]), words, language: 'en' },
        once,
      ),
    )
  ).id
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
const everybody: VillagerName[] = ['ines', 'henk', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana']

describe('D1: who looks after us', () => {
  it('stands on a page that students read: the adults by name, and the numbers of the country', async () => {
    const { text } = await page('tomas', urls.who({ slug: place.slug }))
    for (const found of ['Inês Duarte', 'Henk de Vries', 'Joana Simões', '112', '116 111', 'SOS Criança'])
      expect(text).toContain(found)
    expect(text).not.toContain('A second adult is missing')
    expect(text).not.toContain('For facilitators')
    expect((await page('zuzana', urls.who({ slug: place.slug }))).status).toBe(404)
    await must(chooseCountry(village.house, village.scope('ines'), place, 'be'))
    expect((await page('tomas', urls.who({ slug: place.slug }))).text).toContain('Awel')
    expect(await chooseCountry(village.house, village.scope('rita'), place, 'pt')).toMatchObject({ ok: false })
    await must(chooseCountry(village.house, village.scope('ines'), place, 'pt'))
  })

  it('is named by facilitators; a lead becomes one by their own yes, and a facilitator cannot take that away', async () => {
    const { house, scope, people } = village
    expect(await nameVetted(house, scope('rita'), place, people.ana, '2026-09-01')).toMatchObject({ ok: false })
    expect(await nameVetted(house, scope('ines'), place, people.tomas, '2026-09-01')).toMatchObject({
      reason: 'who.choose',
    })
    expect(await nameVetted(house, scope('ines'), place, people.ana, '2027-09-01')).toMatchObject({
      reason: 'who.later',
    })
    await must(nameVetted(house, scope('ines'), place, people.ana, '2026-09-01'))
    const seats = sql<{
      person_id: number
    }>`select person_id from platform.seat where audience = ${`adults:${place.id}`}`
    expect((await owner(seats)).map((one) => one.person_id)).toContain(people.ana)
    await must(endVetted(house, scope('ines'), place, people.ana))
    expect((await owner(seats)).map((one) => one.person_id)).not.toContain(people.ana)
    expect(await endLead(house, scope('ines'), place, people.joana)).toMatchObject({ reason: 'who.leadStays' })
    await expect(
      asApp(
        'ines',
        sql`delete from community.membership where community_id = ${place.id} and person_id = ${people.joana}`,
      ),
    ).rejects.toThrow('lead')
    await must(nameLead(house, scope('ines'), place, people.paulo))
    // Named, but without a yes of their own: nothing is theirs to see.
    expect((await page('paulo', urls.care({ slug: place.slug }))).status).toBe(404)
    await expect(
      asApp(
        'ines',
        sql`insert into safeguarding.lead (community_id, person_id, named_by, named_at, accepted_at)
        values (${place.id}, ${people.rita}, ${people.ines}, now(), now())`,
      ),
    ).rejects.toThrow('row-level security')
    await must(endLead(house, scope('ines'), place, people.paulo))
  })

  it('lacks a second adult kindly: the lead stands in for ten school days, and nothing locks', async () => {
    const { house, people, clock } = village
    const run = careTasks(house, daysOff)['safeguarding:count-adults']
    const role = (to: string) =>
      owner(sql`update community.membership set role = ${to}
        where community_id = ${place.id} and person_id = ${people.henk}`)
    const seated = async () =>
      (
        await owner(sql`select from platform.seat
          where audience = ${`adults:${place.id}`} and person_id = ${people.joana}`)
      ).length === 1
    const began = clock.at
    await role('member')
    await run?.({})
    expect(await seated()).toBe(true)
    expect((await page('ines', urls.who({ slug: place.slug }))).text).toContain('stands in until 8 December 2026')
    clock.at = new Date('2026-12-09T10:00:00Z')
    await run?.({})
    expect(await seated()).toBe(false)
    expect((await page('tomas', urls.who({ slug: place.slug }))).text).toContain('Nothing is locked')
    expect((await page('tomas', urls.ask({ slug: place.slug }))).status).toBe(200)
    await role('facilitator')
    await run?.({})
    expect(await owner(sql`select from safeguarding.short_of_adults where community_id = ${place.id}`)).toEqual([])
    clock.at = began
  })
})

describe('D6: asking for help', () => {
  it('reaches the picked adult and one more, without a word, and nobody else', async () => {
    const { house, scope } = village
    const tomas = await village.as('tomas')
    const empty = await tomas.post(urls.ask({ slug: place.slug }), { words: 'It is about the bus.' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toMatch(/Choose at least one adult[\s\S]*It is about the bus\./)
    const sent = await tomas.post(urls.ask({ slug: place.slug }), { adults: String(village.people.henk), words: '' })
    const where = sent.headers.get('location') ?? ''
    expect(sent.status).toBe(303)
    const shown = await (await tomas.get(where)).text()
    for (const found of ['Henk de Vries', 'Joana Simões', 'has not read it yet', '112', '116 111'])
      expect(shown).toContain(found)
    const id = Number(where.split('/').at(-1))
    for (const who of everybody.filter((one) => !['tomas', 'henk', 'joana'].includes(one))) {
      expect((await page(who, where)).status, who).toBe(404)
      for (const table of ['help', 'help_adult'])
        expect((await house.db.read(scope(who), sql`select * from ${sql.table(`safeguarding.${table}`)}`))[0]).toEqual(
          [],
        )
    }
    expect((await page('joana', where)).text).toContain('Tomás')
    await expect(
      asApp(
        'tomas',
        sql`insert into safeguarding.help_adult (help_id, person_id, picked)
        values (${id}, ${village.people.rita}, true)`,
      ),
    ).rejects.toThrow('row-level security')
    // The facts name neither who asks nor where.
    expect(
      await owner(
        sql`select actor_id, community_id from platform.fact where kind = 'help.asked' and subject_id = ${id}`,
      ),
    ).toEqual([{ actor_id: null, community_id: null }])
  })

  it('shows when it was read and by whom, and one line; both adults see everything', async () => {
    const { house, scope } = village
    const id = await asks('tomas', ['henk'], 'The big ones wait for me at the gate.')
    const where = urls.help({ slug: place.slug, id })
    expect((await page('henk', where)).text).not.toContain('at the gate')
    await must(readHelp(house, scope('henk'), id))
    expect((await page('henk', where)).text).toContain('at the gate')
    expect((await page('tomas', where)).text).toContain('read it on 24 November 2026')
    const line = 'I will find you tomorrow before class.'
    const henk = await village.as('henk')
    expect((await henk.post(`${where}/answer`, { answer: 'x'.repeat(201) })).status).toBe(422)
    expect((await henk.post(`${where}/answer`, { answer: line })).status).toBe(303)
    for (const who of ['tomas', 'joana'] as const) expect((await page(who, where)).text).toContain(line)
    expect(await answerHelp(house, scope('rita'), place, id, 'Me, too.')).toMatchObject({ reason: 'gone' })
    expect(await answerHelp(house, scope('tomas'), place, id, 'Thanks')).toMatchObject({ reason: 'gone' })
    // D9: whose it is sees who looked.
    expect((await page('tomas', urls.mine())).text).toContain('Henk de Vries read that you ask for help')
    expect((await page('rita', urls.mine())).text).toContain('Nobody looked')
  })

  it('is asked once however often it is sent, and taken back: unread without a trace, read without its words', async () => {
    const { house, scope } = village
    const once = house.secret(18)
    const [first, second] = await Promise.all([asks('tomas', ['ines'], 'A', once), asks('tomas', ['ines'], 'A', once)])
    expect(first).toBe(second)
    expect(await takeHelpBack(house, scope('ines'), place, first)).toMatchObject({ reason: 'gone' })
    await must(takeHelpBack(house, scope('tomas'), place, first))
    expect(await owner(sql`select from safeguarding.help where id = ${first}`)).toEqual([])
    await must(takeHelpBack(house, scope('tomas'), place, first))
    const read = await asks('tomas', ['ines'], 'Something I want back.')
    await must(readHelp(house, scope('ines'), read))
    await must(takeHelpBack(house, scope('tomas'), place, read))
    expect((await house.db.read(scope('ines'), helpById(scope('ines'), place.id, read)))[0][0]?.words).toBe('')
    await expect(
      asApp('tomas', sql`update safeguarding.help set words = 'Other words' where id = ${read}`),
    ).rejects.toThrow(/row-level security|check constraint/)
  })
})

describe('D28: only safeguarding alerts pass quiet times', () => {
  it('tells an adult at once on a Saturday night, with no name, no place and no word', async () => {
    const { house, people, clock } = village
    const began = clock.at
    clock.at = new Date('2026-11-28T23:30:00Z')
    const id = await asks('tomas', ['ines'], 'I cannot sleep.')
    const [fact] = await owner(
      sql<{ id: number; at: Date }>`select id, at from platform.fact where kind = 'help.asked' and subject_id = ${id}`,
    )
    if (!fact) throw new Error('No fact')
    const sources = notices(house)
    await house.db.asSystem('facts', (tx) =>
      noticeReader(house.settings, sources).take(tx, [
        { ...fact, kind: 'help.asked', subject: { kind: 'help', id }, community: null },
      ]),
    )
    await owner(sql`insert into notification.topic_off (person_id, topic) values (${people.ines}, 'help')`)
    const posted: Letter[] = []
    const sending = { house, sources, post: async (letter: Letter) => void posted.push(letter) }
    const letter = await beginLetter(sending as Parameters<typeof beginLetter>[0], people.ines)
    await sendLetter(sending as Parameters<typeof beginLetter>[0], letter ?? 0)
    expect(posted.map(({ subject }) => subject)).toEqual(['Somebody asks for your help'])
    const whole = JSON.stringify(posted)
    for (const hidden of ['Tomás', 'cannot sleep']) expect(whole).not.toContain(hidden)
    await must(takeHelpBack(house, village.scope('tomas'), place, id))
    clock.at = began
  })
})

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
      ['thread', String(thread)],
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

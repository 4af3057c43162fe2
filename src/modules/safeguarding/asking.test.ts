/** D1, D6, D9 and D28 on a real database: who looks after us, asking for help, what passes quiet times. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Care, everybody, openCare } from '../../../tests/village/care.ts'
import { must } from '../../../tests/village/questions.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import type { Letter } from '../../platform/mail/post.ts'
import { noticeReader } from '../notification/notices.ts'
import { daysOff } from '../notification/public.ts'
import { beginLetter, sendLetter } from '../notification/sending.ts'
import { chooseCountry, endLead, endVetted, nameLead, nameVetted } from './actions/adults.ts'
import { answerHelp, askForHelp, readHelp, takeHelpBack } from './actions/asking.ts'
import { careTasks } from './jobs.ts'
import { notices } from './notices.ts'
import { helpById } from './store/help.ts'
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

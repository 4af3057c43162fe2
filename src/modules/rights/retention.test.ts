/** Time takes away what is old, by the site's own periods, and nothing else; a quiet account is asked before it ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { quietTerminal } from '../../../tests/village/terminal.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import { answer } from '../../cli/answer.ts'
import { ownDataParts } from '../../own-data.ts'
import { openPost } from '../../platform/mail/post.ts'
import { endQuiet, forgetOld, lookForQuiet, rightsTasks } from './jobs.ts'
import { chooseBasis, choosePeriods, nameController } from './record/actions.ts'
import { controllerIn } from './record/purposes.ts'
import { daysBefore, dueFor, monthsBefore, periodsForm, periodsIn, usualPeriods } from './retention.ts'
import { urls } from './urls.ts'

let village: Village
const start = new Date('2026-11-24T10:00:00Z')
beforeAll(async () => {
  village = await openVillage()
  await system(
    sql`update people.person set site_role = 'administrator', language = 'en' where id = ${village.people.ines}`,
  )
})
afterAll(() => village.close())

const system = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const count = async (query: ReturnType<typeof sql<{ count: number }>>) => (await system(query))[0]?.count
const at = async (when: Date, work: () => Promise<unknown>) => {
  village.clock.at = when
  await work().finally(() => {
    village.clock.at = start
  })
}
const later = (months: number) => monthsBefore(start, -months)

describe('D24: periods', () => {
  it('months before go to the same day, or the last of a shorter month', () => {
    expect(monthsBefore(new Date('2026-03-31T08:00:00Z'), 1).toISOString()).toBe('2026-02-28T08:00:00.000Z')
    expect(monthsBefore(new Date('2026-01-15T08:00:00Z'), 24).toISOString()).toBe('2024-01-15T08:00:00.000Z')
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.nat(60),
        (day, months) => {
          expect(monthsBefore(day, months) <= day).toBe(true)
        },
      ),
    )
  })

  it('whatever stands in the settings, the periods are sound', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const periods = periodsIn(kept)
        expect(periods.endMonths).toBeGreaterThan(periods.noticeMonths)
        expect(typeof controllerIn(kept).name).toBe('string')
      }),
    )
    expect(periodsForm.safeParse({ ...usualPeriods, endMonths: 18 }).success).toBe(false)
    expect(periodsForm.safeParse({ ...usualPeriods, mailDays: 'soon' }).success).toBe(false)
  })

  it('nobody ends without a letter at least a month before, and coming back begins anew', () => {
    const now = start
    const last = monthsBefore(now, 30)
    expect(dueFor(now, usualPeriods, { last: monthsBefore(now, 17), remindedAt: null })).toBe('nothing')
    expect(dueFor(now, usualPeriods, { last, remindedAt: null })).toBe('letter')
    expect(dueFor(now, usualPeriods, { last, remindedAt: daysBefore(now, 3) })).toBe('nothing')
    expect(dueFor(now, usualPeriods, { last, remindedAt: monthsBefore(now, 2) })).toBe('end')
    expect(dueFor(now, usualPeriods, { last, remindedAt: monthsBefore(now, 40) })).toBe('letter')
    expect(dueFor(now, usualPeriods, { last: monthsBefore(now, 20), remindedAt: monthsBefore(now, 2) })).toBe('nothing')
  })
})

describe('D24: what time takes', () => {
  it('words begun and not sent go by the period of the site, and not a day before', async () => {
    const left = sql<{ count: number }>`select count(*) as count from people.begun`
    const browser = await village.as('rita')
    const begun = { id: 'begun-and-not-sent', was: '0', form: '/form', page: '/page', title: '', fields: '[]' }
    expect((await browser.post('/me/begun', begun)).status).toBe(200)
    await at(new Date(daysBefore(start, -29)), () => forgetOld(village.house))
    expect(await count(left)).toBe(1)
    await at(new Date(daysBefore(start, -31)), () => forgetOld(village.house))
    expect(await count(left)).toBe(0)
  })

  it('kept letters after 7 days, drafts after 90, who came in after 24 months; what communities did stays', async () => {
    const { people, communities } = village
    const put = (days: number) => sql`
      insert into platform.mailbox (recipient, subject, body, at) values ('rita@ria.example', 's', 'b', ${daysBefore(start, days)})`
    await system(put(6))
    await system(put(8))
    const draft = (days: number, about: string, audience: string) => sql`
      insert into challenge.challenge (community_id, author_id, audience, question, language, about_child, raised_at, changed_at)
      values (${communities.reading.id}, ${people.rita}, ${audience}, 'Why?', 'en', ${about}, ${daysBefore(start, days)},
        ${daysBefore(start, days)})`
    await system(draft(89, 'not-yet', `me:${people.rita}`))
    await system(draft(91, 'not-yet', `me:${people.rita}`))
    await system(draft(400, 'no', `community:${communities.reading.id}`))
    const fact = (kind: string, months: number) => sql`
      insert into platform.fact (at, kind, actor_id, subject_kind, subject_id)
      values (${monthsBefore(start, months)}, ${kind}, ${people.rita}, 'person', ${people.rita})`
    await system(fact('session.opened', 23))
    await system(fact('session.opened', 25))
    await system(fact('challenge.raised', 25))
    await forgetOld(village.house)
    expect(await count(sql`select count(*) as count from platform.mailbox`)).toBe(1)
    expect(await count(sql`select count(*) as count from challenge.challenge where about_child = 'not-yet'`)).toBe(1)
    expect(await count(sql`select count(*) as count from challenge.challenge where about_child = 'no'`)).toBe(1)
    expect(await system(sql`select kind from platform.fact where at < ${monthsBefore(start, 20)} order by at`)).toEqual(
      [{ kind: 'challenge.raised' }, { kind: 'session.opened' }],
    )
    await forgetOld(village.house)
  })

  it('the role that takes can take nothing else', async () => {
    const asRole = (query: ReturnType<typeof sql>) =>
      village.house.db.asSystem('job', async (tx) => {
        await tx.rows(sql`set local role ciranda_retention`)
        await tx.rows(query)
      })
    await expect(asRole(sql`delete from dialogue.contribution`)).rejects.toThrow(/permission denied/)
    await expect(asRole(sql`select from people.person`)).rejects.toThrow(/permission denied/)
    await asRole(sql`delete from challenge.challenge where about_child = 'no'`)
    expect(await count(sql`select count(*) as count from challenge.challenge where about_child = 'no'`)).toBe(1)
  })

  it('whoever has not come for 18 months is written to; after 24 the account ends, unless they came back', async () => {
    const { house, people } = village
    const tasks = rightsTasks(house, ownDataParts, openPost(house.db, 'mailbox', undefined, 'ciranda@village.example'))
    const letters = () =>
      count(sql`select count(*) as count from platform.mailbox where recipient = 'marta@ria.example'`)
    const came = (
      await system(sql<{ created_at: Date }>`select created_at from people.person where id = ${people.marta}`)
    )[0]
    await at(later(17), () => lookForQuiet(house))
    expect(await count(sql`select count(*) as count from rights.reminder`)).toBe(0)
    await at(later(19), async () => {
      await lookForQuiet(house)
      await tasks['rights:write-to-quiet']?.({ person: people.marta })
    })
    expect(await letters()).toBe(1)
    // The one who looks after the site is never among them.
    expect(await count(sql`select count(*) as count from rights.reminder where person_id = ${people.ines}`)).toBe(0)
    const ended = { person: people.marta, came: came?.created_at ?? start }
    await at(later(23), async () => expect(await endQuiet(house, ownDataParts, ended)).toBe(false))
    await system(sql`
      insert into people.session (token_hash, person_id, way, opened_at, expires_at)
      values ('\\x01', ${people.ana}, 'letter', ${later(20)}, ${later(22)})`)
    await at(later(25), async () => {
      await lookForQuiet(house)
      expect(await endQuiet(house, ownDataParts, { ...ended, person: people.ana })).toBe(false)
      expect(await endQuiet(house, ownDataParts, ended)).toBe(true)
      expect(await endQuiet(house, ownDataParts, ended)).toBe(false)
    })
    expect(await count(sql`select count(*) as count from people.person where id = ${people.marta}`)).toBe(0)
    expect(await count(sql`select count(*) as count from people.person where id = ${people.ana}`)).toBe(1)
  })

  it('a restore replays the list of those who were erased, once, and says so to the doctor', async () => {
    vi.stubEnv('DATABASE_URL', village.databaseUrl)
    const folder = await mkdtemp(join(tmpdir(), 'ciranda-erasures-'))
    const run = async (...line: string[]) => {
      const { terminal, said } = quietTerminal()
      return { code: await answer(line, terminal), ...said }
    }
    try {
      const listed = await run('erasure', 'list', '--json')
      const [one] = JSON.parse(listed.out) as { person: number; came: string; choice: string }[]
      expect(one).toMatchObject({ person: village.people.marta, choice: 'withdraw' })
      await system(sql`
        insert into people.person (id, name, language, kind, created_at) overriding system value
        values (${village.people.marta}, 'Marta', 'pt', 'person', ${new Date(one?.came ?? start)})`)
      expect((await run('doctor')).out).toContain('1 person is here again who had been erased')
      expect(JSON.parse((await run('erasure', 'replay', '--json')).out)).toEqual({ erased: [village.people.marta] })
      expect(JSON.parse((await run('erasure', 'replay', '--json')).out)).toEqual({ erased: [] })
      expect((await run('erasure', 'replay', join(folder, 'nothing.json'))).code).toBe(1)
    } finally {
      vi.unstubAllEnvs()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('the pages of those who answer for the site', () => {
  it('are there for them alone', async () => {
    const rita = await village.as('rita')
    for (const page of [urls.retention(), urls.processing()]) {
      expect((await rita.get(page)).status).toBe(404)
      expect((await village.visitor().get(page)).status).toBe(303)
    }
    expect((await choosePeriods(village.house, village.scope('rita'), usualPeriods)).ok).toBe(false)
    expect((await nameController(village.house, village.scope('rita'), controllerIn({}))).ok).toBe(false)
    const signing = { purpose: 'letters', basis: 'consent', name: 'Rita' } as const
    expect((await chooseBasis(village.house, village.scope('rita'), signing)).ok).toBe(false)
    expect((await rita.post(urls.bases(), { ...signing })).status).toBe(404)
    expect((await rita.post(urls.controller(), { name: 'Rita' })).status).toBe(404)
  })

  it('D24, D25: a period that is changed holds in the record and in the notice at once; odd ones are refused', async () => {
    const ines = await village.as('ines')
    const typed = { mailDays: '5', draftDays: '60', noticeMonths: '12', endMonths: '15', auditMonths: '12' }
    const odd = await ines.post(urls.retention(), { ...typed, endMonths: '12' })
    expect(odd.status).toBe(422)
    expect(await odd.text()).toContain('The end comes after the letter')
    expect((await ines.post(urls.retention(), { ...typed, mailDays: 'a few' })).status).toBe(422)
    expect((await ines.post(urls.retention(), typed)).status).toBe(303)
    expect(await (await ines.get(urls.processing())).text()).toContain('an unused account after 15 months')
    expect(await (await village.visitor().get(urls.privacy())).text()).toContain('an unused account after 15 months')
  })

  it('D19: a basis is chosen by purpose and signed by name; the record and the notice say it, the notice without the name', async () => {
    const ines = await village.as('ines')
    expect(await (await ines.get(urls.processing())).text()).toContain('nobody has signed a basis yet')
    expect((await ines.post(urls.bases(), { purpose: 'letters', basis: 'consent', name: '' })).status).toBe(422)
    expect((await ines.post(urls.bases(), { purpose: 'letters', basis: 'luck', name: 'Dr. Lume' })).status).toBe(422)
    const signed = await ines.post(urls.bases(), { purpose: 'letters', basis: 'consent', name: 'Dr. Lume' })
    expect(signed.status).toBe(303)
    const controller = { name: 'Escola da Ria', contact: 'dados@ria.example', authority: 'CNPD' }
    expect((await ines.post(urls.controller(), controller)).status).toBe(303)
    const page = await (await ines.get(urls.processing())).text()
    expect(page).toContain('Signed by Dr. Lume on 24 November 2026.')
    const notice = await (await village.visitor().get(urls.privacy())).text()
    expect(notice).toContain('Consent, Art. 6(1)(a)')
    expect(notice).toContain('dados@ria.example')
    expect(notice).not.toContain('Dr. Lume')
    expect(await (await village.visitor().get('/help')).text()).toContain(`href="${urls.privacy()}"`)
  })
})

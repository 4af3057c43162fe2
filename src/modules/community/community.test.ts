/** A community's first hours: begun, joined, tended, left; and who may not. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../tests/village/bare.ts'
import type { Village } from '../../../tests/village/village.ts'
import { addressOf } from '../../demonstration/people.ts'
import {
  beginCommunity,
  giveRole,
  join,
  leave,
  readInvitation,
  renewInvitation,
  settleMeeting,
  tend,
} from './actions/belonging.ts'
import { membersOf, openInvitation } from './store.ts'
import { urls } from './urls.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
})
afterAll(() => village.close())

const slug = 'reading-together'
const place = () => ({
  id: village.communities.reading.id,
  slug,
  name: 'Reading together',
  language: 'en' as const,
  invented: false,
  open: false,
})
const invitation = async () => {
  const [[open]] = await village.house.db.read(village.scope('ines'), openInvitation(village.scope('ines'), place().id))
  return open?.token ?? ''
}
const people = async (who: 'ines' | 'eva' = 'ines') =>
  (await village.house.db.read(village.scope(who), membersOf(village.scope(who), place().id)))[0]

describe('beginning', () => {
  it('takes a name, a purpose and a perspective, and leads to the invitation', async () => {
    const rita = await village.as('rita')
    const fields = {
      name: 'Ler em casa',
      purpose: 'Queremos ler em casa também.',
      perspectives: ['teacher', 'family'],
      'on-day': '3',
      'on-month': '12',
      'on-year': '2026',
      at: '16:30',
      where: 'Room 12',
    }
    const begun = await rita.post(urls.begin(), fields)
    expect([begun.status, begun.headers.get('location')]).toEqual([303, urls.invite({ slug: 'ler-em-casa' })])
    const page = await (await rita.get(urls.invite({ slug: 'ler-em-casa' }))).text()
    expect(page).toMatch(/http:\/\/village\.example\/join\/[\w-]{16}/)
    expect((await rita.get(urls.poster({ slug: 'ler-em-casa' }))).status).toBe(200)
  })

  it('sent twice begins once; two of the same name get two addresses', async () => {
    const rita = await village.as('rita')
    const fields = { name: 'Twice', purpose: 'P', perspectives: 'teacher', once: 'a-token-of-one-form' }
    const [one, other] = await Promise.all([rita.post(urls.begin(), fields), rita.post(urls.begin(), fields)])
    expect(one.headers.get('location')).toBe(other.headers.get('location'))
    const again = await beginCommunity(village.house, village.scope('rita'), {
      name: 'Twice',
      purpose: 'P',
      language: 'en',
      perspectives: ['teacher'],
      meeting: { on: null, at: null, where: null },
    })
    expect(again).toMatchObject({ value: { slug: 'twice-2' } })
  })

  it('says kindly what is missing, in the reader’s language, and keeps what was typed', async () => {
    const rita = await village.as('rita')
    const answer = await rita.post(urls.begin(), {
      name: '',
      purpose: 'Kept <b>words</b>',
      'on-day': '31',
      'on-month': '2',
      'on-year': '2026',
      at: '25:00',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [
      'A community needs a name',
      'Kept &lt;b>words&lt;/b>',
      'There is no such day',
      'Write the time like 16:30',
      'Choose at least one',
    ])
      expect(page).toContain(words)
  })

  it('asks a visitor to sign in first', async () => {
    expect((await village.visitor().get(urls.begin())).headers.get('location')).toContain('/sign-in?next=')
  })
})

describe('joining', () => {
  it('is one screen for somebody new: the promise, a name, perspectives, in', async () => {
    const visitor = village.visitor()
    const token = await invitation()
    const page = await (await visitor.get(urls.join({ token }))).text()
    for (const words of ['Your head teacher sees only what this group releases', 'Inês Duarte invites you', 'noindex'])
      expect(page).toContain(words)
    expect(page).not.toContain('Marta')
    const joined = await visitor.post(urls.join({ token }), {
      name: 'Sofia',
      email: 'sofia@ria.example',
      perspectives: ['family'],
    })
    expect(joined.headers.get('location')).toBe(`/c/${slug}`)
    expect((await visitor.get(urls.people({ slug }))).status).toBe(200)
    expect((await people()).map((person) => person.name)).toContain('Sofia')
  })

  it('clicked twice lets the same person in twice, and makes nobody new', async () => {
    const token = await invitation()
    const fields = { name: 'Nuno', email: 'nuno@ria.example', perspectives: 'family', once: 'one-click-and-another' }
    const [one, other] = [village.visitor(), village.visitor()]
    const answers = await Promise.all([
      one.post(urls.join({ token }), fields),
      other.post(urls.join({ token }), fields),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    expect((await people()).filter((person) => person.name === 'Nuno')).toHaveLength(1)
    for (const browser of [one, other]) expect((await browser.get(urls.people({ slug }))).status).toBe(200)
  })

  it('is refused by the database itself to whoever comes past the invitation', async () => {
    const { house, people: who } = village
    const sneak = house.db.write(village.scope('eva'), (tx) =>
      tx.rows(sql`insert into community.membership (community_id, person_id, role, joined_at)
        values (${place().id}, ${who.eva}, 'facilitator', now())`),
    )
    await expect(sneak).rejects.toThrow(/row-level security/)
  })

  it('never takes over an address that is known', async () => {
    const answer = await village.visitor().post(urls.join({ token: await invitation() }), {
      name: 'Not Eva',
      email: addressOf('eva'),
      perspectives: 'family',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('We know this address already')
    expect(await people('eva')).toHaveLength(0)
  })

  it('by somebody who is in already changes nothing', async () => {
    const before = await people()
    expect(
      await join(village.house, village.scope('rita'), { token: await invitation(), perspectives: ['leader'] }),
    ).toMatchObject({ ok: true })
    expect(await people()).toEqual(before)
  })

  it('ends with its link, and a forged one says the same', async () => {
    const token = await invitation()
    await renewInvitation(village.house, village.scope('ines'), place())
    for (const old of [token, 'forged', '%00'])
      expect((await village.visitor().get(urls.join({ token: old }))).status).toBe(410)
    expect(await readInvitation(village.house, token)).toBeUndefined()
    expect(await renewInvitation(village.house, village.scope('rita'), place())).toMatchObject({
      reason: 'people.notYours',
    })
  })
})

describe('who may not', () => {
  it('a stranger finds nothing, whether it exists or not; a visitor is asked to sign in', async () => {
    const eva = await village.as('eva')
    for (const path of [
      urls.people({ slug }),
      urls.charter({ slug }),
      urls.invite({ slug }),
      urls.people({ slug: 'no-such' }),
    ]) {
      expect((await eva.get(path)).status).toBe(404)
      expect((await village.visitor().get(path)).headers.get('location')).toContain('/sign-in')
    }
  })

  it('a member does not tend', async () => {
    const rita = await village.as('rita')
    for (const path of [urls.invite({ slug }), urls.meeting({ slug }), urls.tend({ slug }), urls.poster({ slug })])
      expect((await rita.get(path)).status).toBe(404)
    expect(await tend(village.house, village.scope('rita'), place(), { name: 'Mine', purpose: 'Mine' })).toMatchObject({
      ok: false,
    })
    expect(
      await settleMeeting(village.house, village.scope('rita'), place(), { on: null, at: null, where: null }),
    ).toMatchObject({ ok: false })
  })

  it('the database refuses what a forgotten WHERE would show', async () => {
    const seen = await village.house.db.read(
      village.scope('eva'),
      sql<{ n: number }>`select count(*) as n from community.membership where community_id = ${place().id}`,
      sql<{ n: number }>`select count(*) as n from community.charter_line where community_id = ${place().id}`,
      sql<{ n: number }>`select count(*) as n from community.invitation`,
      sql<{ n: number }>`select count(*) as n from community.community where id = ${place().id}`,
    )
    expect(seen.map(([row]) => row?.n)).toEqual([0, 0, 0, 0])
  })
})

describe('tending', () => {
  it('settles a meeting and mends the name; the address stays', async () => {
    const ines = await village.as('ines')
    expect(
      (
        await ines.post(urls.meeting({ slug }), {
          'on-day': '3',
          'on-month': '12',
          'on-year': '2026',
          at: '16:30',
          where: 'Room 12',
        })
      ).status,
    ).toBe(303)
    expect(
      (await ines.post(urls.tend({ slug }), { name: 'Reading together', purpose: 'We want every child to join in.' }))
        .status,
    ).toBe(303)
    expect(await (await ines.get(urls.meeting({ slug }))).text()).toContain('Room 12')
  })

  it('never loses the last facilitator, also when two step back at once', async () => {
    const { ines, henk } = village.people
    const back = await Promise.all([
      giveRole(village.house, village.scope('ines'), place(), { personId: ines, role: 'member' }),
      giveRole(village.house, village.scope('henk'), place(), { personId: henk, role: 'member' }),
    ])
    expect(back.filter((one) => !one.ok)).toHaveLength(1)
    const left = (await people()).filter((person) => person.role === 'facilitator')
    expect(left).toHaveLength(1)
    await village.house.db.asSystem('demonstration', (tx) =>
      tx.rows(
        sql`update community.membership set role = 'facilitator' where person_id in (${ines}, ${henk}) and community_id = ${place().id}`,
      ),
    )
  })

  it('lets one leave; what one then asks for is not found', async () => {
    const ana = await village.as('ana')
    await ana.post(urls.perspectives({ slug }), { perspectives: ['support', 'family'] })
    expect((await people()).find((person) => person.name === 'Ana Costa')?.perspectives).toEqual(['support', 'family'])
    expect(await leave(village.house, village.scope('ana'), place())).toMatchObject({ ok: true })
    expect((await ana.get(urls.people({ slug }))).status).toBe(404)
  })
})

it('how many belong and how many tend is always what the memberships say', async () => {
  const { house } = village
  const counted = () =>
    house.db.asSystem('job', (tx) =>
      tx.rows(
        sql<{ kept: string; counted: string }>`
          select c.members || ' ' || c.facilitators as kept,
            count(m.person_id) || ' ' || count(*) filter (where m.role = 'facilitator') as counted
          from community.community c left join community.membership m on m.community_id = c.id group by c.id`,
      ),
    )
  const change = (query: string) => house.db.asSystem('job', (tx) => tx.rows(sql.raw(query)))
  const agrees = async () => {
    for (const row of await counted()) expect(row.kept).toBe(row.counted)
  }
  await agrees()
  const one = `community_id = ${village.communities.reading.id} and person_id = ${village.people.ana}`
  await change(`update community.membership set role = 'facilitator' where ${one}`)
  await agrees()
  await change(`delete from community.membership where ${one}`)
  await agrees()
  await change(
    `insert into community.membership (community_id, person_id, role, joined_at)
     values (${village.communities.reading.id}, ${village.people.ana}, 'member', now())`,
  )
  await agrees()
})

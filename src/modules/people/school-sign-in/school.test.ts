/** Signing in by the school, at a real provider: who comes in, who does not, and what is never taken or guessed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { School } from '../../../../tests/village/school.ts'
import { BASE, openSchooled, type SchooledVillage } from '../../../../tests/village/schooled.ts'
import type { Browser } from '../../../../tests/village/village.ts'
import { resetPerson } from '../account/actions.ts'
import { urls } from '../urls.ts'
import { endSchool } from './actions.ts'

let village: SchooledVillage
let school: School
beforeAll(async () => {
  village = await openSchooled()
  school = village.school
})
afterAll(() => village.close())
beforeEach(async () => {
  await village.clear()
  await village.setUp()
})

const comeIn = async (browser: Browser) => browser.get(await village.toSchool(browser))
const people = () => village.system(sql<{ n: number }>`select count(*) n from people.person`).then(([row]) => row?.n)
const seats = (name: string) =>
  village.system(sql<{ role: string; perspectives: string[]; slug: string; person_id: number }>`
    select m.role, m.perspectives, c.slug, m.person_id from community.membership m
    join community.community c on c.id = m.community_id join people.person p on p.id = m.person_id
    where p.name = ${name}`)
const staysOut = async (browser: Browser, answer: Response, says = 'does not fit') => {
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(says)
  expect((await browser.get(urls.me())).status).toBe(303)
}

describe('there and back', () => {
  it('Bea comes in by the button, as a member from two perspectives, and is the same Bea the next time', async () => {
    const page = await (await village.visitor().get(urls.signIn({}, { next: '/me' }))).text()
    expect(page).toContain('Sign in with our school')
    const browser = village.visitor()
    const came = await comeIn(browser)
    expect([came.status, came.headers.get('location')]).toEqual([303, '/me'])
    expect(await (await browser.get(urls.me())).text()).toContain('Bea Lind')
    expect(await seats('Bea Lind')).toMatchObject([
      { role: 'member', perspectives: ['teacher', 'leader'], slug: 'reading-together' },
    ])
    const before = await people()
    expect((await comeIn(village.visitor())).status).toBe(303)
    expect(await people()).toBe(before)
  })

  it('seats are given and never taken, nor is a role or what somebody says of themselves', async () => {
    await comeIn(village.visitor())
    const [seat] = await seats('Bea Lind')
    await village.system(sql`
      update community.membership set role = 'facilitator', perspectives = '{family}' where person_id = ${seat?.person_id}`)
    await comeIn(village.visitor())
    school.people.set('bea', { name: 'Bea Lind', groups: [] })
    await comeIn(village.visitor())
    expect(await seats('Bea Lind')).toMatchObject([{ role: 'facilitator', perspectives: ['family'] }])
  })

  it('two arrivals at once are one person', async () => {
    const [one, other] = [village.visitor(), village.visitor()]
    const [here, there] = [await village.toSchool(one), await village.toSchool(other)]
    const answers = await Promise.all([one.get(here), other.get(there)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await village.system(sql`select 1 from people.person where name = 'Bea Lind'`)).toHaveLength(1)
  })

  it('whoever goes back is told that nothing has changed', async () => {
    school.mood.who = undefined
    const browser = village.visitor()
    await staysOut(browser, await comeIn(browser), 'Nothing has changed')
  })
})

describe('an address that is somebody’s here', () => {
  const asRita = async (verified: boolean) => {
    const [account] = await village.system(sql<{ email: string }>`
      select email from people.account where person_id = ${village.people.rita}`)
    school.people.set('bea', { name: 'Bea Lind', email: account?.email ?? '', email_verified: verified })
  }
  const links = () => village.system(sql<{ person_id: number }>`select person_id from people.school_link`)

  it('opens nothing until Rita herself has come in; then the button opens her door', async () => {
    await asRita(true)
    const browser = village.visitor()
    const known = await comeIn(browser)
    expect(await known.text()).toContain('We know this address already')
    expect((await browser.get(urls.me())).status).toBe(303)
    expect(await links()).toHaveLength(0)

    // Joana’s own way in does not link Rita's account, nor hers.
    const joana = await village.as('joana')
    await joana.get(await village.toSchool(joana))
    expect((await joana.post(urls.linkSchool())).status).toBe(422)
    expect(await links()).toHaveLength(0)

    const rita = await village.as('rita')
    const asks = await rita.get(await village.toSchool(rita))
    expect(asks.headers.get('location')).toBe(urls.linkSchool())
    expect(await (await rita.get(urls.linkSchool())).text()).toContain('Link your school account')
    expect((await rita.post(urls.linkSchool())).status).toBe(303)
    expect(await links()).toEqual([{ person_id: village.people.rita }])
    expect((await rita.post(urls.linkSchool())).status).toBe(422)

    const later = village.visitor()
    await comeIn(later)
    expect(await (await later.get(urls.me())).text()).toContain('Rita Vale')

    expect(await (await rita.get(urls.waysIn())).text()).toContain('The school’s button opens your door')
    expect((await rita.post(urls.unlinkSchool())).status).toBe(303)
    expect(await links()).toHaveLength(0)
    expect((await rita.post(urls.unlinkSchool())).status).toBe(422)
  })

  it('a pupil whom only the school lets in keeps that way, until there is another', async () => {
    const bea = village.visitor()
    await comeIn(bea)
    expect(await (await bea.post(urls.unlinkSchool())).text()).toContain('This is your last way in')
    expect(await links()).toHaveLength(1)
  })

  it('counts for nothing when the school has not proved it: somebody new comes, without an address', async () => {
    await asRita(false)
    const browser = village.visitor()
    await comeIn(browser)
    expect(await (await browser.get(urls.me())).text()).toContain('Bea Lind')
    expect((await links())[0]?.person_id).not.toBe(village.people.rita)
    const own = sql`select 1 from people.account a join people.person p on p.id = a.person_id where p.name = 'Bea Lind'`
    expect(await village.system(own)).toHaveLength(0)
  })

  it('lets nobody in any more by the school or a passkey when those who look after the site reset Rita', async () => {
    const rita = village.people.rita
    await village.system(sql`
      insert into people.school_link (issuer, subject, person_id, made_at) values ('x', 'y', ${rita}, now())`)
    await village.system(sql`
      insert into people.passkey (person_id, credential_id, public_key, counter, transports, handle, name, made_at)
      values (${rita}, 'z', '', 0, '{}', 'a handle of sixteen', 'Phone', now())`)
    const [account] = await village.system(sql<{ email: string }>`
      select email from people.account where person_id = ${rita}`)
    const input = { email: account?.email ?? '', hours: 1, tokensToo: false }
    await village.house.db.asSystem('command-line', (tx) => resetPerson(tx, input))
    expect(await links()).toHaveLength(0)
    expect(await village.system(sql`select 1 from people.passkey where person_id = ${rita}`)).toHaveLength(0)
  })

  it('waits a quarter of an hour', async () => {
    await asRita(true)
    const rita = await village.as('rita')
    await rita.get(await village.toSchool(rita))
    const before = village.clock.at
    village.clock.at = new Date(before.getTime() + 15 * 60_000)
    expect((await rita.post(urls.linkSchool())).status).toBe(422)
    village.clock.at = before
    expect(await links()).toHaveLength(0)
  })
})

describe('nobody comes in', () => {
  const changed = (address: string, name: string, value: string) => {
    const url = new URL(address, BASE)
    url.searchParams.set(name, value)
    return url.pathname + url.search
  }

  it.each([
    ['state', 'another-state-of-twenty-letters'],
    ['code', 'another-code'],
    ['iss', 'https://evil.example'],
  ])('with another %s', async (name, value) => {
    const browser = village.visitor()
    await staysOut(browser, await browser.get(changed(await village.toSchool(browser), name, value)))
  })

  it('with a code that was used, or that another browser fetched', async () => {
    const browser = village.visitor()
    const address = await village.toSchool(browser)
    const thief = village.visitor()
    await staysOut(thief, await thief.get(address))
    // The thief's own attempt does not fit what somebody else brought back.
    await village.toSchool(thief)
    await staysOut(thief, await thief.get(address))
    expect((await browser.get(address)).status).toBe(303)
    expect((await browser.get(address)).status).toBe(422)
  })

  it.each<[string, (claims: Record<string, unknown>) => void]>([
    ['whose nonce is another', (claims) => Object.assign(claims, { nonce: 'another' })],
    ['that names somebody else', (claims) => Object.assign(claims, { sub: 'rita' })],
    ['that tells other groups', (claims) => Object.assign(claims, { groups: ['staff'], name: 'Mallory' })],
    ['for another program', (claims) => Object.assign(claims, { aud: 'another' })],
  ])('with a token of the school %s: its signature does not fit any more', async (_, lie) => {
    school.mood.lie = (body) => {
      const [head = '', claims = '', signature = ''] = String(body.id_token).split('.')
      const told = JSON.parse(Buffer.from(claims, 'base64url').toString())
      lie(told)
      body.id_token = [head, Buffer.from(JSON.stringify(told)).toString('base64url'), signature].join('.')
    }
    const browser = village.visitor()
    await staysOut(browser, await comeIn(browser))
  })

  it('with a token that nobody signed, or none at all', async () => {
    for (const none of [
      (token: string) => {
        const [, claims = ''] = token.split('.')
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`
      },
      () => undefined,
    ]) {
      school.mood.lie = (body) => {
        body.id_token = none(String(body.id_token))
      }
      const browser = village.visitor()
      await staysOut(browser, await comeIn(browser))
    }
  })

  it('with a true token whose nonce the browser did not ask for', async () => {
    const browser = village.visitor()
    const going = await browser.get(urls.goToSchool({}, { next: '/me' }))
    const asked = new URL(going.headers.get('location') ?? '')
    asked.searchParams.set('nonce', 'a-nonce-of-somebody-else')
    const back = new URL(await school.visit(asked.href))
    await staysOut(browser, await browser.get(back.pathname + back.search))
  })

  it('while the school falls silent half-way', async () => {
    school.mood.silent = true
    const browser = village.visitor()
    await staysOut(browser, await comeIn(browser), 'does not answer just now')
  })

  it('while the school does not answer, and every other way stays', async () => {
    await village.setUp({ issuer: 'http://127.0.0.1:9' })
    const browser = village.visitor()
    const refused = await browser.get(urls.goToSchool())
    const page = await refused.text()
    expect([refused.status, page.includes('does not answer just now'), page.includes('id="password"')]).toEqual([
      422,
      true,
      true,
    ])
  })

  it('where nothing is set up', async () => {
    expect((await endSchool(village.house, village.scope('rita'))).ok).toBe(false)
    expect((await village.admin.post(urls.endSchool())).status).toBe(303)
    expect((await village.visitor().get(urls.goToSchool())).status).toBe(422)
    expect((await village.visitor().get(urls.comeFromSchool({}, { code: 'x', state: 'y' }))).status).toBe(422)
    expect(await (await village.visitor().get(urls.signIn())).text()).not.toContain(urls.goToSchool())
  })
})

/** Signing in by the school, at a real provider: who comes in, who does not, and what is never taken or guessed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSchool, type School } from '../../../../tests/village/school.ts'
import { type Browser, openVillage, type Village } from '../../../../tests/village/village.ts'
import { AddressBook } from '../../../platform/http/address-book.ts'
import { insideNetworks, networksFrom, schoolNetworksVariable } from '../../../platform/http/network.ts'
import { seating } from '../../community/actions/seating.ts'
import { routes as peopleRoutes } from '../routes.ts'
import { urls } from '../urls.ts'
import { endSchool, saveSchool, trySchool } from './actions.ts'
import { schoolRoutes } from './routes.ts'
import type { MappingLine } from './school.ts'

const BASE = 'http://village.example'
const lines: MappingLine[] = [
  { value: 'staff', community: 'reading-together', perspective: 'teacher' },
  { value: 'head', community: '', perspective: 'leader' },
]

let village: Village
let school: School
let admin: Browser
beforeAll(async () => {
  process.env[schoolNetworksVariable] = '127.0.0.0/8'
  village = await openVillage({
    tables: [peopleRoutes, schoolRoutes(seating)],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook: new AddressBook(),
  })
  school = await openSchool(BASE + urls.comeFromSchool())
  await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.ines}`)
  admin = await village.as('ines')
})
afterAll(async () => {
  delete process.env[schoolNetworksVariable]
  await Promise.all([village.close(), school.close()])
})

const system = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const fields = () => ({
  issuer: school.issuer,
  client_id: 'ciranda',
  secret: 'hush',
  scope: 'openid profile email',
  claim: 'groups',
  button: 'Sign in with our school',
  value: lines.map(({ value }) => value),
  community: lines.map(({ community }) => community),
  perspective: lines.map(({ perspective }) => perspective),
})
const setUp = async (more: Record<string, string | string[]> = {}) => {
  const answer = await admin.post(urls.schoolSignIn(), { ...fields(), ...more })
  expect(answer.status).toBe(303)
}
beforeEach(async () => {
  await system(sql`delete from people.school_link`)
  school.mood.who = 'bea'
  school.mood.lie = undefined
  school.people.clear()
  school.people.set('bea', { name: 'Bea Lind', groups: ['staff', 'head', 'other'] })
  await setUp()
})

/** Goes to the school with a browser; answers the address it comes back to, in our site. */
const toSchool = async (browser: Browser, next = '/me') => {
  const going = await browser.get(urls.goToSchool({}, { next }))
  expect(going.status).toBe(303)
  const back = new URL(await school.visit(going.headers.get('location') ?? ''))
  expect(back.origin).toBe(BASE)
  return back.pathname + back.search
}
const comeIn = async (browser: Browser) => browser.get(await toSchool(browser))
const people = () => system(sql<{ n: number }>`select count(*) n from people.person`).then(([row]) => row?.n)
const seats = (name: string) =>
  system(sql<{ role: string; perspectives: string[]; slug: string; person_id: number }>`
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
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it('seats are given and never taken, nor is a role or what somebody says of themselves', async () => {
    await comeIn(village.visitor())
    const [seat] = await seats('Bea Lind')
    await system(sql`
      update community.membership set role = 'facilitator', perspectives = '{family}' where person_id = ${seat?.person_id}`)
    await comeIn(village.visitor())
    school.people.set('bea', { name: 'Bea Lind', groups: [] })
    await comeIn(village.visitor())
    expect(await seats('Bea Lind')).toMatchObject([{ role: 'facilitator', perspectives: ['family'] }])
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it('two arrivals at once are one person', async () => {
    const [one, other] = [village.visitor(), village.visitor()]
    const [here, there] = [await toSchool(one), await toSchool(other)]
    const answers = await Promise.all([one.get(here), other.get(there)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await system(sql`select 1 from people.person where name = 'Bea Lind'`)).toHaveLength(1)
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it('whoever goes back is told that nothing has changed', async () => {
    school.mood.who = undefined
    const browser = village.visitor()
    await staysOut(browser, await comeIn(browser), 'Nothing has changed')
  })
})

describe('an address that is somebody’s here', () => {
  const asRita = async (verified: boolean) => {
    const [account] = await system(sql<{ email: string }>`
      select email from people.account where person_id = ${village.people.rita}`)
    school.people.set('bea', { name: 'Bea Lind', email: account?.email ?? '', email_verified: verified })
  }
  const links = () => system(sql<{ person_id: number }>`select person_id from people.school_link`)

  it('opens nothing until Rita herself has come in; then the button opens her door', async () => {
    await asRita(true)
    const browser = village.visitor()
    const known = await comeIn(browser)
    expect(await known.text()).toContain('We know this address already')
    expect((await browser.get(urls.me())).status).toBe(303)
    expect(await links()).toHaveLength(0)

    // Joana’s own way in does not link Rita's account, nor hers.
    const joana = await village.as('joana')
    await joana.get(await toSchool(joana))
    expect((await joana.post(urls.linkSchool())).status).toBe(422)
    expect(await links()).toHaveLength(0)

    const rita = await village.as('rita')
    const asks = await rita.get(await toSchool(rita))
    expect(asks.headers.get('location')).toBe(urls.linkSchool())
    expect(await (await rita.get(urls.linkSchool())).text()).toContain('Link your school account')
    expect((await rita.post(urls.linkSchool())).status).toBe(303)
    expect(await links()).toEqual([{ person_id: village.people.rita }])
    expect((await rita.post(urls.linkSchool())).status).toBe(422)

    const later = village.visitor()
    await comeIn(later)
    expect(await (await later.get(urls.me())).text()).toContain('Rita Vale')
  })

  it('counts for nothing when the school has not proved it: somebody new comes, without an address', async () => {
    await asRita(false)
    const browser = village.visitor()
    await comeIn(browser)
    expect(await (await browser.get(urls.me())).text()).toContain('Bea Lind')
    expect((await links())[0]?.person_id).not.toBe(village.people.rita)
    const own = sql`select 1 from people.account a join people.person p on p.id = a.person_id where p.name = 'Bea Lind'`
    expect(await system(own)).toHaveLength(0)
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it('waits a quarter of an hour', async () => {
    await asRita(true)
    const rita = await village.as('rita')
    await rita.get(await toSchool(rita))
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
    await staysOut(browser, await browser.get(changed(await toSchool(browser), name, value)))
  })

  it('with a code that was used, or that another browser fetched', async () => {
    const browser = village.visitor()
    const address = await toSchool(browser)
    const thief = village.visitor()
    await staysOut(thief, await thief.get(address))
    // The thief's own attempt does not fit what somebody else brought back.
    await toSchool(thief)
    await staysOut(thief, await thief.get(address))
    expect((await browser.get(address)).status).toBe(303)
    expect((await browser.get(address)).status).toBe(422)
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it.each<[string, (claims: Record<string, unknown>) => void]>([
    ['whose nonce is another', (claims) => Object.assign(claims, { nonce: 'another' })],
    ['that names somebody else', (claims) => Object.assign(claims, { sub: 'rita' })],
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

  it('while the school does not answer, and every other way stays', async () => {
    await setUp({ issuer: 'http://127.0.0.1:9' })
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
    expect((await admin.post(urls.endSchool())).status).toBe(303)
    expect((await village.visitor().get(urls.goToSchool())).status).toBe(422)
    expect((await village.visitor().get(urls.comeFromSchool({}, { code: 'x', state: 'y' }))).status).toBe(422)
    expect(await (await village.visitor().get(urls.signIn())).text()).not.toContain(urls.goToSchool())
  })
})

describe('the page of those who look after the site', () => {
  it('shows the lines and never the secret, to nobody else', async () => {
    const page = await (await admin.get(urls.schoolSignIn())).text()
    expect(page).toContain('reading-together')
    expect(page).toContain(BASE + urls.comeFromSchool())
    expect(page).not.toContain('hush')
    const rita = await village.as('rita')
    expect((await rita.get(urls.schoolSignIn())).status).toBe(404)
    expect((await rita.post(urls.schoolSignIn(), fields())).status).toBe(404)
    const read = (query: ReturnType<typeof sql>) => village.house.db.read(village.scope('ines'), query)
    await expect(read(sql`select client_secret from people.school_sign_in`)).rejects.toThrow(/permission denied/)
    const others = await village.house.db.read(village.scope('rita'), sql`select issuer from people.school_sign_in`)
    expect(others[0]).toHaveLength(0)
  })

  it('keeps the secret for the same school, and wants another for another', async () => {
    await setUp({ secret: '', button: 'School' })
    expect((await comeIn(village.visitor())).status).toBe(303)
    const other = await admin.post(urls.schoolSignIn(), { ...fields(), issuer: 'https://evil.example', secret: '' })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('needs its own')
    await system(sql`delete from people.person where name = 'Bea Lind'`)
  })

  it.each([
    ['an odd address', { issuer: 'school' }, 'begins with https'],
    ['no client', { client_id: ' ' }, 'the client’s name'],
    ['no openid', { scope: 'profile' }, 'the word openid'],
    ['no button', { button: '' }, 'what the button says'],
    ['a community that is not here', { community: ['nowhere', ''] }, 'not here, or it is closed'],
    ['half a line', { value: ['', 'head'] }, 'Each line needs a group'],
    ['a perspective that is none', { perspective: ['administrator', 'leader'] }, 'Each line needs a group'],
    ['too many lines', { value: Array(41).fill('x'), community: Array(41).fill('reading-together') }, 'forty'],
  ])('refuses %s and keeps what was typed', async (_, more, says) => {
    const answer = await admin.post(urls.schoolSignIn(), { ...fields(), ...more })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('Your mistakes'.slice(0, 0) || 'role="alert"')
    expect(page).not.toContain('hush')
  })

  it('tries the school and says in words what is wrong', async () => {
    expect(await (await admin.post(urls.trySchool())).text()).toContain('everything fits')
    const trouble = async (issuer: string) => {
      await saveSchool(
        village.house,
        { ...village.scope('ines'), administrator: true },
        { issuer, client_id: 'x', scope: 'openid', claim: '', button: 'School', lines: [] },
        'x',
        seating,
      )
      const tried = await trySchool(village.house, { ...village.scope('ines'), administrator: true })
      return tried.ok ? 'fine' : tried.reason
    }
    expect(await trouble(`${school.issuer}/`)).toBe('fine')
    expect(await trouble(`${school.issuer}/realm`)).toBe('trouble.absent')
    expect(await trouble(school.issuer.replace('127.0.0.1', 'localhost'))).toMatch(
      /trouble\.(issuer|nowhere|unreachable)/,
    )
    expect(await trouble('http://127.0.0.1:9')).toBe('trouble.unreachable')
    expect(await trouble('https://10.0.0.1')).toBe('trouble.nowhere')
    expect(await trouble('http://192.0.2.1')).toBe('trouble.nowhere')
    expect(await trouble('http://8.8.8.8')).toBe('trouble.plain')
    expect(await trySchool(village.house, village.scope('rita'))).toMatchObject({ reason: 'notYours' })
    const page = await admin.post(urls.trySchool())
    expect(await page.text()).toContain('must begin with https')
  })

  it('reaches no private place unless the installation names it', () => {
    expect(insideNetworks({}, schoolNetworksVariable).rules).toEqual([])
    expect(networksFrom('127.0.0.0/8')?.check('127.0.0.1')).toBe(true)
  })
})

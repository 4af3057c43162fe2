/** The page of the school's sign-in: what it keeps, what it refuses, and what it says when it is tried. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { School } from '../../../../tests/village/school.ts'
import { BASE, openSchooled, type SchooledVillage } from '../../../../tests/village/schooled.ts'
import { schoolNetworksVariable } from '../../../platform/http/network.ts'
import { seating } from '../../community/actions/seating.ts'
import { urls } from '../urls.ts'
import { saveSchool, trySchool } from './actions.ts'

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

const ines = () => ({ ...village.scope('ines'), administrator: true })

describe('the page of those who look after the site', () => {
  it('shows the lines and never the secret, to nobody else', async () => {
    const page = await (await village.admin.get(urls.schoolSignIn())).text()
    expect(page).toContain('reading-together')
    expect(page).toContain(BASE + urls.comeFromSchool())
    expect(page).not.toContain('hush')
    const rita = await village.as('rita')
    expect((await rita.get(urls.schoolSignIn())).status).toBe(404)
    expect((await rita.post(urls.schoolSignIn(), village.fields())).status).toBe(404)
    const read = (query: ReturnType<typeof sql>) => village.house.db.read(village.scope('ines'), query)
    await expect(read(sql`select client_secret from people.school_sign_in`)).rejects.toThrow(/permission denied/)
    const others = await village.house.db.read(village.scope('rita'), sql`select issuer from people.school_sign_in`)
    expect(others[0]).toHaveLength(0)
  })

  it('keeps the secret for the same school, and wants another for another', async () => {
    await village.setUp({ secret: '', button: 'School' })
    const browser = village.visitor()
    expect((await browser.get(await village.toSchool(browser))).status).toBe(303)
    const other = await village.admin.post(urls.schoolSignIn(), {
      ...village.fields(),
      issuer: 'https://evil.example',
      secret: '',
    })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('needs its own')
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
    const answer = await village.admin.post(urls.schoolSignIn(), { ...village.fields(), ...more })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('role="alert"')
    expect(page).not.toContain('hush')
  })

  it('tries the school and says in words what is wrong', async () => {
    expect(await (await village.admin.post(urls.trySchool())).text()).toContain('everything fits')
    const trouble = async (issuer: string) => {
      await saveSchool(
        village.house,
        ines(),
        { issuer, client_id: 'x', scope: 'openid', claim: '', button: 'School', lines: [] },
        'x',
        seating,
      )
      const tried = await trySchool(village.house, ines())
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
    const page = await village.admin.post(urls.trySchool())
    expect(await page.text()).toContain('must begin with https')
  })

  it('reaches no private place unless the installation names it', async () => {
    const named = process.env[schoolNetworksVariable]
    delete process.env[schoolNetworksVariable]
    expect(await trySchool(village.house, ines())).toMatchObject({ reason: 'trouble.nowhere' })
    process.env[schoolNetworksVariable] = named
    expect(await trySchool(village.house, ines())).toMatchObject({ ok: true })
  })
})

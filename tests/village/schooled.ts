/** A village whose school has a sign-in of its own, and the ways there and back. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { seating } from '../../src/modules/community/actions/seating.ts'
import { passkeyRoutes } from '../../src/modules/people/passkey/routes.ts'
import { routes as peopleRoutes } from '../../src/modules/people/routes.ts'
import { schoolRoutes } from '../../src/modules/people/school-sign-in/routes.ts'
import { urls } from '../../src/modules/people/urls.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { schoolNetworksVariable } from '../../src/platform/http/network.ts'
import { openSchool, type School } from './school.ts'
import { type Browser, openVillage, type Village } from './village.ts'

/** Where the site is found. */
export const BASE = 'http://village.example'

/** What the form of the school's sign-in sends. */
export type Fields = Record<string, string | string[]>

/** It. */
export interface SchooledVillage extends Village {
  readonly school: School
  /** Ines, who looks after the site. */
  readonly admin: Browser
  fields(): Fields
  /** Sets the school's sign-in up, with some fields otherwise. */
  setUp(more?: Fields): Promise<void>
  /** Goes to the school with a browser; answers the address in our site to which it comes back. */
  toSchool(browser: Browser): Promise<string>
  system<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]>
  /** As if nobody had come from the school. */
  clear(): Promise<void>
}

/** Opens it; `close` when done. Bea is at the school, on its staff and its head. */
export const openSchooled = async (): Promise<SchooledVillage> => {
  process.env[schoolNetworksVariable] = '127.0.0.0/8'
  const village = await openVillage({
    tables: [peopleRoutes, passkeyRoutes, schoolRoutes(seating)],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook: new AddressBook(),
  })
  const school = await openSchool(BASE + urls.comeFromSchool())
  const system: SchooledVillage['system'] = (query) => village.house.db.asSystem('command-line', (tx) => tx.rows(query))
  await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.ines}`)
  const admin = await village.as('ines')
  const fields = () => ({
    issuer: school.issuer,
    client_id: 'ciranda',
    secret: 'hush',
    scope: 'openid profile email',
    claim: 'groups',
    button: 'Sign in with our school',
    value: ['staff', 'head'],
    community: ['reading-together', ''],
    perspective: ['teacher', 'leader'],
  })
  return {
    ...village,
    school,
    admin,
    fields,
    system,
    setUp: async (more = {}) => {
      expect((await admin.post(urls.schoolSignIn(), { ...fields(), ...more })).status).toBe(303)
    },
    toSchool: async (browser) => {
      const going = await browser.get(urls.goToSchool({}, { next: '/me' }))
      expect(going.status).toBe(303)
      const back = new URL(await school.visit(going.headers.get('location') ?? ''))
      expect(back.origin).toBe(BASE)
      return back.pathname + back.search
    },
    clear: async () => {
      Object.assign(school.mood, { who: 'bea', lie: undefined, silent: false })
      school.people.clear()
      school.people.set('bea', { name: 'Bea Lind', groups: ['staff', 'head', 'other'] })
      await system(sql`delete from people.school_link`)
      await system(sql`delete from people.person where name = 'Bea Lind'`)
    },
    close: async () => {
      delete process.env[schoolNetworksVariable]
      await Promise.all([village.close(), school.close()])
    },
  }
}

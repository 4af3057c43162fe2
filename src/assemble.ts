/** Puts an application together: headers, who visits, limits, doors, and what is said when something fails. */
import { type Context, Hono } from 'hono'
import { h } from 'preact'
import { aroundBegun } from './modules/people/begun/around.ts'
import type { Visit } from './modules/people/contract.ts'
import { TroublePage } from './modules/people/pages/plain.tsx'
import { notFound, show } from './modules/people/public.ts'
import { programVisit } from './modules/people/token/visit.ts'
import { beginAgain, prove, visit } from './modules/people/visit.ts'
import { words as peopleWords } from './modules/people/words.ts'
import { asksApi, mountApi } from './platform/api/mount.ts'
import { problem } from './platform/api/problem.ts'
import type { ApiTable } from './platform/api/table.ts'
import { Outdated } from './platform/db/beliefs.ts'
import { Declined } from './platform/db/declined.ts'
import type { House } from './platform/house.ts'
import type { AddressBook } from './platform/http/address-book.ts'
import { serveAsset } from './platform/http/assets.ts'
import { Diverted } from './platform/http/diverted.ts'
import { ForeignForm } from './platform/http/form.ts'
import { keptPages } from './platform/http/kept-pages.ts'
import type { Navigation } from './platform/http/navigation.ts'
import { seeOther } from './platform/http/render.ts'
import type { RouteTable } from './platform/http/routes.ts'
import { bodyWithin, formsOnly, MEGABYTE, sameSiteOnly, securityHeaders } from './platform/http/security.ts'
import { iconAddress, robotsAddress, serveIcon, serveRobots } from './platform/http/signs.ts'
import { endsLetters } from './platform/mail/urls.ts'
import { readinessOf } from './platform/telemetry/readiness.ts'
import { report } from './platform/telemetry/report.ts'
import { mountVitals, type Vitals } from './platform/telemetry/vitals.ts'

/** What the modules bring. */
export interface Wiring {
  readonly tables: readonly RouteTable<Visit>[]
  readonly navigation: Navigation
  readonly addressBook: AddressBook
  readonly api?: readonly ApiTable<Visit>[]
  /** Where the address itself is the key, so that a form may come from anywhere. */
  readonly keyed?: (path: string) => boolean
  /** Where a form brings a file. */
  readonly bringsFile?: (path: string) => boolean
}

const trouble =
  (kind: 'fault' | 'tooLarge' | 'fileTooLarge' | 'foreign' | 'closed' | 'look', status: 500 | 413 | 409 | 403 | 400) =>
  (c: Context) => {
    const visiting = c as Context<Visit>
    const { lang } = visiting.var.reader
    return show(visiting, {
      title: peopleWords(lang)(`${kind}.title`),
      status,
      noindex: true,
      bare: true,
      body: h(TroublePage, { lang, kind }),
    })
  }

/** Where what was sent is kept: a person is led there, a program is told. */
const elsewhere = (c: Context, { baseUrl }: House, { href }: Diverted): Response => {
  if (!asksApi(c.req.path)) return seeOther(c as Context<Visit>, href)
  const detail = peopleWords((c as Context<Visit>).var.reader.lang)('waits.lead')
  return c.json({ waits: true, url: baseUrl + href, detail }, 202, { 'cache-control': 'no-store' })
}

/** Visitors who read alike see alike; what a member sees is nobody else's. */
const alikeFor = ({ var: { scope, reader, settings } }: Context<Visit>): string | undefined =>
  scope.personId === null ? JSON.stringify([reader, settings]) : undefined

/** The application over an open house. */
export const assemble = (
  house: House,
  { tables, navigation, addressBook, api = [], keyed, bringsFile }: Wiring,
  vitals: Vitals = { ready: readinessOf(house.db) },
): Hono<Visit> => {
  const app = new Hono<Visit>()
  app.use(securityHeaders(house.assets.turboStyleHash, house.baseUrl.startsWith('https:')))
  mountVitals(app, vitals)
  app.get('/assets/:name', (c) => serveAsset(c, c.req.param('name')) ?? c.text('Not found', 404))
  app.get(iconAddress, serveIcon)
  app.get(robotsAddress, async (c) => serveRobots(c, (await house.settings.current()).demonstration))
  app.use(async (c, next) => {
    c.set('house', house)
    c.set('navigation', navigation)
    c.set('addressBook', addressBook)
    await next()
  })
  mountApi(app, house, api, programVisit(house))
  app.use(visit)
  app.use(sameSiteOnly(house.baseUrl, trouble('foreign', 403), (to) => endsLetters(to) || keyed?.(to) === true))
  // Twice what is allowed, so that whoever brings a little too much gets their form back. A visitor brings none.
  const bringing = (c: Context) =>
    (c as Context<Visit>).var.scope.personId !== null && bringsFile?.(c.req.path) === true
  app.use(
    bodyWithin(
      (c) => trouble(bringing(c) ? 'fileTooLarge' : 'tooLarge', 413)(c),
      (c) => (bringing(c) ? (2 * (c as Context<Visit>).var.settings.largestFileMb + 1) * MEGABYTE : MEGABYTE),
    ),
  )
  app.use(formsOnly(trouble('foreign', 400)))
  // No name of ours holds a NUL, and the database takes none.
  app.use((c, next) =>
    c.req.path.includes('%00') || c.req.path.includes('\0') ? Promise.resolve(notFound(c)) : next(),
  )
  app.use(aroundBegun)
  app.use(keptPages(house, alikeFor))
  for (const table of tables) table.mount(app, prove)
  app.notFound((c) => (c.get('reader') ? notFound(c) : c.text('Not found', 404)))
  app.onError((error, c) => {
    if (error instanceof Outdated) return beginAgain(app, c)
    if (error instanceof ForeignForm) return trouble('foreign', 400)(c)
    if (error instanceof Diverted) return elsewhere(c, house, error)
    if (error instanceof Declined) {
      const kind = error.reason === 'look' ? 'look' : 'closed'
      const detail = peopleWords(c.var.reader.lang)(`${kind}.lead`)
      return asksApi(c.req.path) ? problem(c, 'conflict', { reason: error.reason, detail }) : trouble(kind, 409)(c)
    }
    report(`${c.req.method} ${c.req.routePath}`, error)
    if (asksApi(c.req.path)) return problem(c, 'fault')
    return c.get('reader') ? trouble('fault', 500)(c) : c.text('Something went wrong on our side', 500)
  })
  return app
}

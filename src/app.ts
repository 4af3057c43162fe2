/** The only file that knows every module's doors: wires, mounts, registers. */
import { Hono } from 'hono'
import { h } from 'preact'
import { describeChallenges, navigation as challengeNavigation } from './modules/challenge/public.ts'
import { routes as challengeRoutes } from './modules/challenge/routes.ts'
import { navigation as communityNavigation } from './modules/community/public.ts'
import { routes as communityRoutes } from './modules/community/routes.ts'
import { describeContributions, describeThreads } from './modules/dialogue/public.ts'
import { routes as dialogueRoutes } from './modules/dialogue/routes.ts'
import { homeNavigation } from './modules/home/public.ts'
import { routes as homeRoutes } from './modules/home/routes.ts'
import { describeEntries, navigation as libraryNavigation } from './modules/library/public.ts'
import { routes as libraryRoutes } from './modules/library/routes.ts'
import type { Visit } from './modules/people/contract.ts'
import { TroublePage } from './modules/people/pages/plain.tsx'
import { notFound, show } from './modules/people/public.ts'
import { routes as peopleRoutes } from './modules/people/routes.ts'
import { visit } from './modules/people/visit.ts'
import { words as peopleWords } from './modules/people/words.ts'
import type { House } from './platform/house.ts'
import { AddressBook } from './platform/http/address-book.ts'
import { serveAsset } from './platform/http/assets.ts'
import type { Navigation } from './platform/http/navigation.ts'
import { bodyWithin, sameSiteOnly, securityHeaders } from './platform/http/security.ts'
import { report } from './platform/telemetry/report.ts'
import type { Context } from 'hono'

/** Every module's routes, in the order they are asked. */
export const tables = [peopleRoutes, ...communityRoutes, dialogueRoutes, libraryRoutes, challengeRoutes, homeRoutes]

const navigation: Navigation = {
  ...homeNavigation,
  entries: [...homeNavigation.entries, ...communityNavigation, ...challengeNavigation, ...libraryNavigation],
}

const addressBook = new AddressBook()
addressBook.register('challenge', describeChallenges)
addressBook.register('thread', describeThreads)
addressBook.register('contribution', describeContributions)
addressBook.register('entry', describeEntries)

const trouble = (kind: 'fault' | 'tooLarge' | 'foreign', status: 500 | 413 | 403) => (c: Context<Visit>) =>
  show(c, {
    title: peopleWords(c.var.reader.lang)(`${kind}.title`),
    status,
    noindex: true,
    bare: true,
    body: h(TroublePage, { lang: c.var.reader.lang, kind }),
  })

/** The whole application over an open house. */
export const createApp = (house: House): Hono<Visit> => {
  const app = new Hono<Visit>()
  app.use(securityHeaders(house.assets.turboStyleHash, house.baseUrl.startsWith('https:')))
  app.get('/assets/:name', (c) => serveAsset(c, c.req.param('name')) ?? c.notFound())
  app.get('/healthz', (c) => c.text('ok'))
  app.use(async (c, next) => {
    c.set('house', house)
    c.set('navigation', navigation)
    c.set('addressBook', addressBook)
    await next()
  })
  app.use(visit)
  app.use(sameSiteOnly(house.baseUrl, trouble('foreign', 403)))
  app.use(bodyWithin(trouble('tooLarge', 413)))
  for (const table of tables) table.mount(app)
  app.notFound((c) => (c.get('reader') ? notFound(c) : c.text('Not found', 404)))
  app.onError((error, c) => {
    report(`${c.req.method} ${c.req.routePath}`, error)
    return c.get('reader') ? trouble('fault', 500)(c) : c.text('Something went wrong on our side', 500)
  })
  return app
}

/** What the doors behind the links of letters share: nothing is kept or found, tries are counted, and one page tells nothing. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { PageStatus } from '../../../platform/http/render.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { callerAddress, readingOf, show, signInHref, visitorScope } from '../../people/public.ts'
import { hashOf } from './link.ts'
import { ClosedLinkPage, OtherPersonPage } from './pages/link-page.tsx'
import { takeTry } from './store.ts'
import { GO_ON } from './urls.ts'
import { words } from './words.ts'

/** A visit behind a link. */
export type Link = Context<Visit>

/** The token of the address. */
export const tokenIn = (c: Link): string => c.req.param('token') ?? ''

/** Nothing of these pages is kept, found, or told to where one goes next. */
export const shown = (c: Link, page: { title: string; body: unknown; status?: PageStatus }): Response => {
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex, nofollow')
  return show(c, { ...(page as Parameters<typeof show>[1]), noindex: true, bare: true })
}

const TRIES = 100
const WINDOW_SECONDS = 900

/** Whether too many tried links from where this request comes. */
export const oftenTried = async (c: Link): Promise<boolean> => {
  const { house } = c.var
  const key = hashOf(`answer-link ${callerAddress(c)}`).toString('base64url')
  const tried = await house.db.write({ personId: null }, (tx) => tx.one(takeTry(key, TRIES, WINDOW_SECONDS, tx.now)))
  return !tried?.within
}

/** One and the same page for a link that is over and one that never was; what was typed is given back. */
export const closed = (c: Link, text = '', said?: string, status: PageStatus = 410): Response => {
  const { lang } = c.var.reader
  const homeHref = c.var.scope.personId === null ? undefined : c.var.navigation.siteHome()
  return shown(c, {
    title: words(lang)('link.closedTitle'),
    status,
    body: h(ClosedLinkPage, {
      lang,
      text,
      homeHref,
      signInHref: signInHref(c.var.navigation.siteHome()),
      ...(said ? { said } : {}),
    }),
  })
}

/**
 * From here on the page is the bearer's, in the frame of somebody who is not signed in: in their language, unless another
 * one was chosen on this device. Answers that language.
 */
export const forBearer = (c: Link, who: { readonly lang: Language }): Language => {
  const lang = readingOf(c).lang ?? who.lang
  c.set('reader', { ...c.var.reader, lang })
  c.set('scope', visitorScope)
  return lang
}

/** The page for whoever else is signed in on this device; nothing where nobody is, or it is the bearer, or they went on. */
export const otherPerson = (c: Link, person: number, goOn: string): Response | undefined => {
  const { scope, reader, navigation } = c.var
  if (scope.personId === null || scope.personId === person || c.req.query(GO_ON) === 'yes') return undefined
  const { lang } = reader
  return shown(c, {
    title: words(lang)('link.otherTitle'),
    body: h(OtherPersonPage, { lang, goOn, name: scope.name, homeHref: navigation.siteHome() }),
  })
}

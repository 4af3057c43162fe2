/** Who may come through a door that belongs to the whole site. */
import { tokenMissing } from '../../platform/api/problem.ts'
import { seeOther } from '../../platform/http/render.ts'
import type { AccessRule } from '../../platform/http/routes.ts'
import { isShared } from './card/shared.ts'
import { cardUrls } from './card/urls.ts'
import type { Visit } from './contract.ts'
import { carriedSession } from './cookies.ts'
import { notFound } from './pages/not-found.tsx'
import { urls } from './urls.ts'

/** Everybody, signed in or not. */
export const anyone: AccessRule<Visit> = { name: 'anyone', admit: () => undefined }

/** Whoever is signed in; others sign in first and come back. */
export const signedIn: AccessRule<Visit> = {
  name: 'signedIn',
  admit: (c) => {
    if (c.var.scope.personId !== null) return undefined
    if (c.get('answers') === 'json') return tokenMissing(c)
    // Whoever was silent on a shared device hears why the door closed.
    if (isShared(carriedSession(c))) return seeOther(c, cardUrls.ended())
    const back = c.req.method === 'GET' ? new URL(c.req.url) : undefined
    return seeOther(c, urls.signIn({}, { next: back && back.pathname + back.search }))
  },
}

/** Whoever is signed in on a device of their own: what lasts is not made where the next child sits down. */
export const onOwnDevice: AccessRule<Visit> = {
  name: 'onOwnDevice',
  admit: (c) => {
    if (c.var.scope.personId === null) return signedIn.admit(c)
    return isShared(carriedSession(c)) ? seeOther(c, cardUrls.ownDevice()) : undefined
  },
}

/** Those who look after the site; to everybody else there is nothing here. */
export const administrators: AccessRule<Visit> = {
  name: 'administrators',
  admit: (c) => {
    if (c.var.scope.personId === null) return signedIn.admit(c)
    return c.var.scope.administrator ? undefined : notFound(c)
  },
}

/** Only while the site is a demonstration. */
export const inDemonstration: AccessRule<Visit> = {
  name: 'inDemonstration',
  admit: (c) => (c.var.settings.demonstration ? undefined : notFound(c)),
}

/** Only where letters land on a page instead of being sent. */
export const withMailbox: AccessRule<Visit> = {
  name: 'withMailbox',
  admit: (c) => (c.var.house.mailWay === 'mailbox' ? undefined : notFound(c)),
}

/** Only until somebody has begun the site. */
export const beforeTheSiteBegan: AccessRule<Visit> = {
  name: 'beforeTheSiteBegan',
  admit: (c) => (c.var.settings.begun ? notFound(c) : undefined),
}

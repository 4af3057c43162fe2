/** The doors of cards, and of adding an address. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { anyone, signedIn } from '../access.ts'
import { callerAddress } from '../caller.ts'
import type { Visit } from '../contract.ts'
import { carriedSession, carrySession } from '../cookies.ts'
import { show } from '../pages/show.tsx'
import { urls } from '../urls.ts'
import * as actions from './actions.ts'
import { CARD_SIGNS, signsTyped } from './letters.ts'
import { AddressPage, AddressSentPage, ProveAddressPage } from './pages/address.tsx'
import { CardEndedPage, CardPage, OwnDevicePage, TypeCardPage } from './pages/card.tsx'
import { addressForm, typedCard } from './schemas.ts'
import { myCard } from './store.ts'
import { cardUrls } from './urls.ts'
import { words } from './words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const say = (c: Context<Visit>) => words(c.var.reader.lang)
const statusOf = (again: Again) => (again.errors ? { status: 422 as const } : {})

const typePage = (c: Context<Visit>, again: Again = {}) =>
  show(c, {
    title: say(c)('typed.title'),
    noindex: true,
    bare: true,
    ...statusOf(again),
    body: h(TypeCardPage, { lang: c.var.reader.lang, ...again }),
  })

const enter = async (c: Context<Visit>, signs: string, again: Again): Promise<Response> => {
  const entered = await actions.enterByCard(c.var.house, {
    signs,
    from: callerAddress(c),
    before: carriedSession(c),
  })
  if (!entered.ok) return typePage(c, { ...again, errors: [{ field: 'signs', reason: entered.reason }] })
  carrySession(c, entered.value.token)
  return seeOther(c, entered.value.returnTo)
}

const addressPage = async (c: Context<Visit>, again: Again = {}) => {
  const { house, scope, reader } = c.var
  const [[ways]] = await house.db.read(scope, myCard())
  return show(c, {
    title: say(c)('address.title'),
    noindex: true,
    ...statusOf(again),
    body: h(AddressPage, {
      lang: reader.lang,
      known: ways?.address ?? false,
      card: ways?.card_since != null,
      letters: house.mailWay !== 'none',
      ...again,
    }),
  })
}

export const cardRoutes = new RouteTable<Visit>()
  .get(cardUrls.type, anyone, (c) => typePage(c))
  .post(cardUrls.type, anyone, async (c) => {
    const form = await readForm(c, typedCard)
    if (!form.ok) return typePage(c, { typed: form.typed, errors: form.errors })
    return enter(c, form.value.signs, { typed: form.typed })
  })
  .get(cardUrls.ended, anyone, (c) =>
    show(c, {
      title: say(c)('ended.title'),
      noindex: true,
      bare: true,
      body: h(CardEndedPage, { lang: c.var.reader.lang, kept: c.req.query('kept') === 'yes' }),
    }),
  )
  .get(cardUrls.ownDevice, signedIn, (c) =>
    show(c, { title: say(c)('own.title'), noindex: true, body: h(OwnDevicePage, { lang: c.var.reader.lang }) }),
  )
  .get(cardUrls.card, anyone, (c) =>
    show(c, {
      title: say(c)('card.title'),
      noindex: true,
      bare: true,
      body: h(CardPage, { lang: c.var.reader.lang, secret: c.req.param('secret') }),
    }),
  )
  .post(cardUrls.card, anyone, (c) => enter(c, signsTyped(c.req.param('secret'), CARD_SIGNS) ?? 'none', {}))
  .get(cardUrls.address, signedIn, (c) => addressPage(c))
  .post(cardUrls.address, signedIn, async (c) => {
    const form = await readForm(c, addressForm)
    if (!form.ok) return addressPage(c, { typed: form.typed, errors: form.errors })
    const { house, scope } = c.var
    const from = callerAddress(c)
    const asked = await actions.addAddress(house, scope, { ...form.value, session: carriedSession(c), from })
    if (!asked.ok) return addressPage(c, { typed: form.typed, errors: [{ field: 'email', reason: asked.reason }] })
    return seeOther(c, cardUrls.addressSent())
  })
  .get(cardUrls.addressSent, signedIn, (c) =>
    show(c, { title: say(c)('sent.title'), noindex: true, body: h(AddressSentPage, { lang: c.var.reader.lang }) }),
  )
  .get(cardUrls.proveAddress, signedIn, (c) =>
    show(c, {
      title: say(c)('prove.title'),
      noindex: true,
      bare: true,
      body: h(ProveAddressPage, { lang: c.var.reader.lang, token: c.req.param('token') }),
    }),
  )
  .post(cardUrls.proveAddress, signedIn, async (c) => {
    const proved = await actions.proveAddress(c.var.house, c.var.scope, c.req.param('token'))
    if (proved.ok) return seeOther(c, urls.me({}, { saved: 'yes' }))
    return show(c, {
      title: say(c)('prove.title'),
      noindex: true,
      bare: true,
      status: 410,
      body: h(ProveAddressPage, { lang: c.var.reader.lang, token: '', trouble: proved.reason }),
    })
  })
  .post(cardUrls.endCard, signedIn, async (c) => {
    await actions.endCard(c.var.house, c.var.scope)
    return seeOther(c, cardUrls.address())
  })

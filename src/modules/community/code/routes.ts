/** The doors of codes, of who waits, and of cards. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import {
  anyone,
  callerAddress,
  cardUrls,
  carrySession,
  notFound,
  show,
  signedIn,
  signsTyped,
} from '../../people/public.ts'
import { facilitators } from '../access.ts'
import { qrSquares } from '../qr.ts'
import { urls } from '../urls.ts'
import { words as communityWords } from '../words.ts'
import * as actions from './actions.ts'
import { CODE_SIGNS } from './code.ts'
import { CardSheetPage, CardsPage } from './pages/cards.tsx'
import { ComePage, TypeCodePage, WaitingPage } from './pages/come.tsx'
import * as schemas from './schemas.ts'
import * as store from './store.ts'
import { codeUrls } from './urls.ts'
import { words } from './words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const say = (c: Context<Visit>) => words(c.var.reader.lang)
const statusOf = (again: Again) => (again.errors ? { status: 422 as const } : {})
const trouble = (refused: { reason: string; field?: string }): FieldError[] => [
  { field: refused.field ?? '', reason: refused.reason },
]

const typePage = (c: Context<Visit>, again: Again = {}) =>
  show(c, {
    title: say(c)('type.title'),
    noindex: true,
    bare: true,
    ...statusOf(again),
    body: h(TypeCodePage, { lang: c.var.reader.lang, ...again }),
  })

const comePage = async (c: Context<Visit>, code: string, again: Again = {}) => {
  const { house, scope, reader } = c.var
  const read = await actions.readCode(house, signsTyped(code, CODE_SIGNS), callerAddress(c))
  if (!read.ok) return typePage(c, { errors: trouble(read) })
  if (scope.reach.includes(`community:${read.value.id}`))
    return seeOther(c, c.var.navigation.communityHome(read.value.slug))
  const { name, purpose, perspective } = read.value
  return show(c, {
    title: communityWords(reader.lang)('join.title', { name }),
    noindex: true,
    bare: true,
    ...statusOf(again),
    body: h(ComePage, {
      lang: reader.lang,
      code,
      community: { name, purpose, perspective },
      known: scope.personId === null ? null : scope.name,
      once: house.secret(18),
      ...again,
    }),
  })
}

const cardsPage = async (c: Context<Visit>, again: Again = {}) => {
  const { house, scope, reader, place } = c.var
  const [holders] = await house.db.read(scope, store.cardHolders(place.id))
  return show(c, {
    title: say(c)('cards.title'),
    current: 'people',
    ...statusOf(again),
    body: h(CardsPage, { reader, slug: place.slug, holders, ...again }),
  })
}

const personOf = (c: Context<Visit>): number | undefined => {
  const person = c.req.param('person') ?? ''
  return /^[1-9]\d{0,14}$/.test(person) ? Number(person) : undefined
}

export const codeRoutes = new RouteTable<Visit>()
  .get(codeUrls.type, anyone, (c) => typePage(c))
  .post(codeUrls.type, anyone, async (c) => {
    const form = await readForm(c, schemas.typedCode)
    if (!form.ok) return typePage(c, { typed: form.typed, errors: form.errors })
    const read = await actions.readCode(c.var.house, form.value.code, callerAddress(c))
    if (!read.ok) return typePage(c, { typed: form.typed, errors: trouble(read) })
    return seeOther(c, codeUrls.come({ code: form.value.code ?? '' }))
  })
  .get(codeUrls.come, anyone, (c) => comePage(c, c.req.param('code')))
  .post(codeUrls.come, anyone, async (c) => {
    const { house, scope, reader } = c.var
    const code = c.req.param('code')
    const form = await readForm(c, scope.personId === null ? schemas.nicknameForm : schemas.memberForm)
    if (!form.ok) return comePage(c, code, { typed: form.typed, errors: form.errors })
    const nickname = schemas.nicknameForm.safeParse(form.typed)
    const came = await actions.come(house, scope, {
      code: signsTyped(code, CODE_SIGNS),
      from: callerAddress(c),
      said: form.value.perspectives,
      once: form.once,
      ...(scope.personId === null && nickname.success
        ? { arrival: { name: nickname.data.name, avatar: nickname.data.avatar, language: reader.lang } }
        : {}),
    })
    if (!came.ok) return comePage(c, code, { typed: form.typed, errors: trouble(came) })
    if (came.value.session) carrySession(c, came.value.session)
    return seeOther(c, codeUrls.waiting())
  })
  .get(codeUrls.waiting, signedIn, async (c) => {
    const { house, scope, reader, navigation } = c.var
    const [waits] = await house.db.read(scope, store.myWaits())
    const [only] = waits
    if (waits.length === 1 && only?.let_in && scope.reach.some((one) => one.startsWith('community:')))
      return seeOther(c, navigation.communityHome(only.slug))
    return show(c, {
      title: say(c)('wait.title'),
      noindex: true,
      bare: true,
      body: h(WaitingPage, { lang: reader.lang, name: scope.name, waits, homeOf: navigation.communityHome }),
    })
  })
  .post(codeUrls.makeCode, facilitators, async (c) => {
    const form = await readForm(c, schemas.makeCodeForm)
    if (!form.ok) return notFound(c)
    await actions.makeCode(c.var.house, c.var.scope, c.var.place, form.value.whom, form.once)
    return seeOther(c, `${urls.invite({ slug: c.var.place.slug })}#codes`)
  })
  .post(codeUrls.endCode, facilitators, async (c) => {
    const id = c.req.param('id')
    if (!/^[1-9]\d{0,14}$/.test(id)) return notFound(c)
    await actions.endCode(c.var.house, c.var.scope, c.var.place, Number(id))
    return seeOther(c, `${urls.invite({ slug: c.var.place.slug })}#codes`)
  })
  .post(codeUrls.letIn, facilitators, async (c) => {
    const person = personOf(c)
    if (!person) return notFound(c)
    const done = await actions.letIn(c.var.house, c.var.scope, c.var.place, person)
    return seeOther(c, urls.people({ slug: c.var.place.slug }, { waiting: done.ok ? undefined : done.reason }))
  })
  .post(codeUrls.decline, facilitators, async (c) => {
    const person = personOf(c)
    if (!person) return notFound(c)
    const done = await actions.decline(c.var.house, c.var.scope, c.var.place, person)
    return seeOther(c, urls.people({ slug: c.var.place.slug }, { waiting: done.ok ? undefined : done.reason }))
  })
  .get(codeUrls.cards, facilitators, (c) => cardsPage(c))
  .get(codeUrls.printCards, facilitators, (c) => seeOther(c, codeUrls.cards({ slug: c.var.place.slug })))
  .post(codeUrls.printCards, facilitators, async (c) => {
    const { house, scope, reader, place, navigation, settings } = c.var
    const form = await readForm(c, schemas.cardsForm)
    if (!form.ok) return cardsPage(c, { errors: form.errors })
    const made = await actions.giveCards(house, scope, place, {
      people: form.value.people,
      leadsTo: navigation.communityHome(place.slug),
    })
    if (!made.ok) return cardsPage(c, { errors: trouble(made) })
    const cards = made.value.map((card) => ({
      ...card,
      squares: qrSquares(house.baseUrl + cardUrls.card({ secret: card.signs })),
    }))
    const typeAt = house.baseUrl.replace(/^https?:\/\//, '') + cardUrls.type()
    return show(c, {
      title: say(c)('sheet.title'),
      noindex: true,
      body: h(CardSheetPage, { lang: reader.lang, slug: place.slug, siteName: settings.siteName, typeAt, cards }),
    })
  })

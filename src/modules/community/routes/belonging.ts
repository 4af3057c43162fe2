/** The doors of beginning, inviting, joining, people and leaving. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, arrivalForm, carrySession, notFound, onOwnDevice, show, signInHref } from '../../people/public.ts'
import { facilitators, members } from '../access.ts'
import * as actions from '../actions/belonging.ts'
import { facilitates } from '../audience.ts'
import { Codes } from '../code/pages/codes.tsx'
import { adultsHere, openCodes, waitingIn } from '../code/store.ts'
import { BeginPage } from '../pages/begin.tsx'
import { InvitePage } from '../pages/invite.tsx'
import { InvitationEndedPage, JoinPage } from '../pages/join.tsx'
import { PeoplePage } from '../pages/people.tsx'
import { PosterPage } from '../pages/poster.tsx'
import { MeetingPage, TendPage } from '../pages/tend.tsx'
import { qrSquares } from '../qr.ts'
import * as schemas from '../schemas.ts'
import * as store from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const say = (c: Context<Visit>) => words(c.var.reader.lang)
const statusOf = (again: Again) => (again.errors ? { status: 422 as const } : {})
const trouble = (refused: { reason: string; field?: string }): FieldError[] => [
  { field: refused.field ?? '', reason: refused.reason },
]

const newcomerForm = schemas.perspectivesForm.extend(arrivalForm.shape)

const beginPage = (c: Context<Visit>, again: Again = {}) =>
  show(c, {
    title: say(c)('begin.title'),
    ...statusOf(again),
    body: h(BeginPage, { lang: c.var.reader.lang, once: c.var.house.secret(18), ...again }),
  })

const joinPage = async (c: Context<Visit>, token: string, again: Again = {}) => {
  const { house, scope, reader } = c.var
  const invitation = await actions.readInvitation(house, token)
  if (!invitation || invitation.closed)
    return show(c, {
      title: invitation?.name ?? c.var.settings.siteName,
      noindex: true,
      bare: true,
      status: 410,
      body: h(InvitationEndedPage, {
        lang: reader.lang,
        name: invitation?.name ?? c.var.settings.siteName,
        closed: invitation !== undefined,
      }),
    })
  if (scope.reach.includes(`community:${invitation.id}`))
    return seeOther(c, c.var.navigation.communityHome(invitation.slug))
  const title = say(c)('join.title', { name: invitation.name })
  const newcomer = scope.personId === null
  const body = h(JoinPage, {
    lang: reader.lang,
    token,
    invitation,
    newcomer,
    signInHref: signInHref(urls.join({ token })),
    once: house.secret(18),
    ...again,
  })
  return show(c, { title, noindex: true, bare: true, ...statusOf(again), body })
}

const peoplePage = async (c: Context<Visit>, again: Again = {}) => {
  const { house, scope, reader, place } = c.var
  const [members, waiting] = await house.db.read(scope, store.membersOf(scope, place.id), waitingIn(scope, place.id))
  const body = h(PeoplePage, {
    lang: reader.lang,
    place,
    members,
    me: scope.personId,
    tends: facilitates(scope, place.id),
    waiting,
    ...(c.req.query('waiting') === 'decided' ? { errors: [{ field: '', reason: 'decided' }] } : {}),
    ...again,
  })
  return show(c, { title: say(c)('people.title'), current: 'people', ...statusOf(again), body })
}

const tendPage = async (c: Context<Visit>, which: 'meeting' | 'tend', again: Again = {}) => {
  const { house, scope, reader, place } = c.var
  const [[community]] = await house.db.read(scope, store.communityById(scope, place.id))
  if (!community) return notFound(c)
  const body = h(which === 'meeting' ? MeetingPage : TendPage, { lang: reader.lang, community, ...again })
  return show(c, { title: say(c)(`${which}.title`), ...statusOf(again), body })
}

const invitationLink = async (c: Context<Visit>): Promise<string> => {
  const { house, scope, place } = c.var
  const [[invitation]] = await house.db.read(scope, store.openInvitation(scope, place.id))
  return house.baseUrl + urls.join({ token: invitation?.token ?? '' })
}

export const belongingRoutes = new RouteTable<Visit>()
  .get(urls.begin, onOwnDevice, (c) => beginPage(c))
  .post(urls.begin, onOwnDevice, async (c) => {
    const form = await readForm(c, schemas.beginForm)
    if (!form.ok) return beginPage(c, { typed: form.typed, errors: form.errors })
    const begun = await actions.beginCommunity(
      c.var.house,
      c.var.scope,
      { ...form.value, language: c.var.reader.lang },
      form.once,
    )
    if (!begun.ok) return beginPage(c, { typed: form.typed, errors: trouble(begun) })
    return seeOther(c, urls.invite({ slug: begun.value.slug }))
  })
  .get(urls.join, anyone, (c) => joinPage(c, c.req.param('token')))
  .post(urls.join, anyone, async (c) => {
    const token = c.req.param('token')
    const newcomer = c.var.scope.personId === null
    const form = await readForm(c, newcomer ? newcomerForm : schemas.perspectivesForm)
    if (!form.ok) return joinPage(c, token, { typed: form.typed, errors: form.errors })
    const { perspectives } = form.value
    const arrived = newcomerForm.safeParse(form.typed)
    const arrival =
      newcomer && arrived.success
        ? { arrival: { name: arrived.data.name, email: arrived.data.email, language: c.var.reader.lang } }
        : {}
    const joined = await actions.join(c.var.house, c.var.scope, { token, perspectives, once: form.once, ...arrival })
    if (!joined.ok) return joinPage(c, token, { typed: form.typed, errors: trouble(joined) })
    if (joined.value.session) carrySession(c, joined.value.session)
    return seeOther(c, c.var.navigation.communityHome(joined.value.slug))
  })
  .get(urls.invite, facilitators, async (c) => {
    const { house, scope, reader, place, navigation } = c.var
    const link = await invitationLink(c)
    const [codes, [counted], members] = await house.db.read(
      scope,
      openCodes(scope, place.id, house.clock.now()),
      adultsHere(place.id),
      store.membersOf(scope, place.id),
    )
    const students =
      codes.some((one) => one.perspective === 'student') || members.some((one) => one.perspectives.includes('student'))
    const leadHref = navigation.lookedAfter?.(place.slug)
    const without = h(Codes, {
      reader,
      slug: place.slug,
      codes,
      adults: counted?.adults ?? 0,
      students,
      leadHref,
      once: house.secret(18),
    })
    return show(c, {
      title: say(c)('invite.title'),
      current: 'people',
      body: h(InvitePage, { lang: reader.lang, place, link, home: navigation.communityHome(place.slug), without }),
    })
  })
  .post(urls.renewInvitation, facilitators, async (c) => {
    await actions.renewInvitation(c.var.house, c.var.scope, c.var.place)
    return seeOther(c, urls.invite({ slug: c.var.place.slug }))
  })
  .get(urls.poster, facilitators, async (c) => {
    const { house, scope, reader, place } = c.var
    const link = await invitationLink(c)
    const [[community]] = await house.db.read(scope, store.communityById(scope, place.id))
    if (!community) return notFound(c)
    return show(c, {
      title: place.name,
      body: h(PosterPage, { lang: reader.lang, place, purpose: community.purpose, link, squares: qrSquares(link) }),
    })
  })
  .get(urls.meeting, facilitators, (c) => tendPage(c, 'meeting'))
  .post(urls.meeting, facilitators, async (c) => {
    const form = await readForm(c, schemas.meetingForm)
    if (!form.ok) return tendPage(c, 'meeting', { typed: form.typed, errors: form.errors })
    await actions.settleMeeting(c.var.house, c.var.scope, c.var.place, form.value)
    return seeOther(c, c.var.navigation.communityHome(c.var.place.slug))
  })
  .get(urls.tend, facilitators, (c) => tendPage(c, 'tend'))
  .post(urls.tend, facilitators, async (c) => {
    const form = await readForm(c, schemas.tendForm)
    if (!form.ok) return tendPage(c, 'tend', { typed: form.typed, errors: form.errors })
    await actions.tend(c.var.house, c.var.scope, c.var.place, form.value)
    return seeOther(c, c.var.navigation.communityHome(c.var.place.slug))
  })
  .get(urls.people, members, (c) => peoplePage(c))
  .post(urls.perspectives, members, async (c) => {
    const form = await readForm(c, schemas.perspectivesForm)
    if (!form.ok) return peoplePage(c, { typed: form.typed, errors: form.errors })
    const chosen = await actions.choosePerspectives(c.var.house, c.var.scope, c.var.place, form.value.perspectives)
    if (!chosen.ok) return peoplePage(c, { typed: form.typed, errors: trouble(chosen) })
    return seeOther(c, urls.people({ slug: c.var.place.slug }))
  })
  .post(urls.role, facilitators, async (c) => {
    const form = await readForm(c, schemas.roleForm)
    const personId = Number(c.req.param('person'))
    if (!form.ok || !Number.isSafeInteger(personId)) return notFound(c)
    const given = await actions.giveRole(c.var.house, c.var.scope, c.var.place, { personId, role: form.value.role })
    if (!given.ok) return peoplePage(c, { errors: trouble(given) })
    return seeOther(c, urls.people({ slug: c.var.place.slug }))
  })
  .post(urls.leave, members, async (c) => {
    const left = await actions.leave(c.var.house, c.var.scope, c.var.place)
    if (!left.ok) return peoplePage(c, { errors: trouble(left) })
    return seeOther(c, c.var.navigation.siteHome())
  })

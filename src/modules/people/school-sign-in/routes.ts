/** The doors of the school's own sign-in: there and back, linking, and its page under Administration. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import type { AdministrationRoom } from '../../../platform/http/navigation.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { administrators, anyone, signedIn } from '../access.ts'
import { callerAddress } from '../caller.ts'
import type { Seating, Visit } from '../contract.ts'
import { carrySession } from '../cookies.ts'
import { show } from '../pages/show.tsx'
import { inside } from '../schemas.ts'
import { signInPage } from '../sign-in.ts'
import { urls } from '../urls.ts'
import * as actions from './actions.ts'
import { keepAttempt, markPending, takeAttempt, takePendingMark } from './attempt.ts'
import { KnownPage, LinkPage } from './pages/meet.tsx'
import { SchoolPage, type SchoolPageProps } from './pages/settings.tsx'
import { linesOf, schoolForm } from './schemas.ts'
import { settingsFor } from './store.ts'
import { words } from './words.ts'

type More = Pick<SchoolPageProps, 'told' | 'trouble' | 'typed' | 'errors'>

const back = (c: Context<Visit>): string => c.var.house.baseUrl + urls.comeFromSchool()

const schoolPage = async (c: Context<Visit>, seating: Seating, more: More = {}) => {
  const { house, scope, reader } = c.var
  const [[settings]] = await house.db.read(scope, settingsFor(scope))
  return show(c, {
    title: words(reader.lang)('title'),
    noindex: true,
    ...(more.errors ? { status: 422 as const } : {}),
    body: h(SchoolPage, { lang: reader.lang, settings, seating, back: back(c), ...more }),
  })
}

const linkPage = (c: Context<Visit>, gone = false) =>
  show(c, {
    title: words(c.var.reader.lang)('linkTitle'),
    noindex: true,
    bare: true,
    ...(gone ? { status: 422 as const } : {}),
    body: h(LinkPage, { lang: c.var.reader.lang, gone }),
  })

/** `seating` is how communities give seats. */
export const schoolRoutes = (seating: Seating) =>
  new RouteTable<Visit>()
    .get(urls.goToSchool, anyone, async (c) => {
      const next = inside.parse(c.req.query('next'))
      const going = await actions.goToSchool(c.var.house, { next, back: back(c) })
      if (!going.ok) return signInPage(c, { next, errors: [{ field: '', reason: going.reason }] })
      keepAttempt(c, going.value.attempt)
      return seeOther(c, going.value.address)
    })
    // The standard comes back by a visit: what it changes is guarded by the attempt that only this browser keeps.
    .get(urls.comeFromSchool, anyone, async (c) => {
      const attempt = takeAttempt(c)
      const came = await actions.comeBack(
        c.var.house,
        {
          came: new URL(back(c) + new URL(c.req.url).search),
          attempt,
          from: callerAddress(c),
          language: c.var.reader.lang,
        },
        seating,
      )
      const next = attempt?.next ?? '/'
      if (!came.ok) return signInPage(c, { next, errors: [{ field: '', reason: came.reason }] })
      if ('token' in came.value) {
        carrySession(c, came.value.token)
        return seeOther(c, next)
      }
      markPending(c, came.value.pending)
      if (c.var.scope.personId !== null) return seeOther(c, urls.linkSchool())
      return show(c, {
        title: words(c.var.reader.lang)('knownTitle'),
        noindex: true,
        bare: true,
        body: h(KnownPage, { lang: c.var.reader.lang }),
      })
    })
    .get(urls.linkSchool, signedIn, (c) => linkPage(c))
    .post(urls.linkSchool, signedIn, async (c) => {
      const linked = await actions.linkSchool(c.var.house, c.var.scope, takePendingMark(c), seating)
      return linked.ok ? seeOther(c, c.var.navigation.siteHome()) : linkPage(c, true)
    })
    .get(urls.schoolSignIn, administrators, (c) => {
      const told = c.req.query('done')
      return schoolPage(c, seating, { told: told === 'saved' || told === 'ended' ? told : undefined })
    })
    .post(urls.schoolSignIn, administrators, async (c) => {
      const form = await readForm(c, schoolForm)
      // A secret is not shown again, not even to whoever typed it.
      const { secret: _, ...typed } = form.typed
      if (!form.ok) return schoolPage(c, seating, { typed, errors: form.errors })
      const lines = linesOf(form.value, seating.perspectives)
      if (typeof lines === 'string')
        return schoolPage(c, seating, { typed, errors: [{ field: 'lines', reason: lines }] })
      const { issuer, client_id, scope, claim, button, secret } = form.value
      const settings = { issuer, client_id, scope, claim, button, lines }
      const saved = await actions.saveSchool(c.var.house, c.var.scope, settings, secret, seating)
      if (!saved.ok)
        return schoolPage(c, seating, { typed, errors: [{ field: saved.field ?? '', reason: saved.reason }] })
      return seeOther(c, urls.schoolSignIn({}, { done: 'saved' }))
    })
    .post(urls.trySchool, administrators, async (c) => {
      const tried = await actions.trySchool(c.var.house, c.var.scope)
      return schoolPage(c, seating, tried.ok ? { told: 'fine' } : { trouble: tried.reason })
    })
    .post(urls.endSchool, administrators, async (c) => {
      await actions.endSchool(c.var.house, c.var.scope)
      return seeOther(c, urls.schoolSignIn({}, { done: 'ended' }))
    })

/** Its room among those of the administration. */
export const schoolRooms: readonly AdministrationRoom[] = [
  {
    key: 'school-sign-in',
    label: (lang) => words(lang)('title'),
    says: (lang) => words(lang)('says'),
    href: () => urls.schoolSignIn(),
  },
]

/** The doors of people: the first page, signing in and out, Me, reading, help. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { entriesOf } from '../../platform/http/navigation.ts'
import { seeOther } from '../../platform/http/render.ts'
import { keptLetters, keptLook } from '../../platform/mail/post.ts'
import {
  administrators,
  anyone,
  beforeTheSiteBegan,
  inDemonstration,
  onOwnDevice,
  signedIn,
  withMailbox,
} from './access.ts'
import * as actions from './actions.ts'
import { callerAddress } from './caller.ts'
import type { Visit } from './contract.ts'
import { carriedSession, carrySession, dropSession, keepReading, readingOf } from './cookies.ts'
import { AdministrationPage } from './pages/administration.tsx'
import { BeginSitePage } from './pages/begin-site.tsx'
import { FrontPage } from './pages/front.tsx'
import { LetterSentPage, OpenLetterPage } from './pages/letter.tsx'
import { MailboxPage } from './pages/mailbox.tsx'
import { MePage } from './pages/me.tsx'
import { notFound } from './pages/not-found.tsx'
import { AccessibilityPage, HelpPage } from './pages/plain.tsx'
import { ReadingPage } from './pages/reading.tsx'
import { show } from './pages/show.tsx'
import * as schemas from './schemas.ts'
import { inside } from './schemas.ts'
import { signInPage } from './sign-in.ts'
import { demonstrationPeople } from './store.ts'
import { tokenRoutes } from './token/routes.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const say = (c: Context<Visit>) => words(c.var.reader.lang)

/** Takes the session from the browser, and whatever the browser still keeps of it. */
const goOut = (c: Context<Visit>): Response => {
  dropSession(c)
  c.header('clear-site-data', '"storage"')
  return seeOther(c, urls.front())
}

const mePage = (c: Context<Visit>, rest: { saved?: boolean; typed?: Typed; errors?: readonly FieldError[] } = {}) =>
  show(c, {
    title: say(c)('me.title'),
    noindex: true,
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(MePage, {
      lang: c.var.reader.lang,
      name: c.var.scope.name,
      administers: c.var.scope.administrator,
      own: c.var.navigation.own,
      saved: false,
      ...rest,
    }),
  })

const beginPage = (c: Context<Visit>, rest: { typed?: Typed; errors?: readonly FieldError[] } = {}) =>
  show(c, {
    title: say(c)('begin.title'),
    noindex: true,
    bare: true,
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(BeginSitePage, { lang: c.var.reader.lang, ...rest }),
  })

export const routes = tokenRoutes
  .get(urls.front, anyone, async (c) => {
    const { settings, scope, navigation, house, reader } = c.var
    if (!settings.begun) return seeOther(c, urls.beginSite())
    if (scope.personId !== null) return seeOther(c, navigation.siteHome())
    const [found] = settings.demonstration ? await house.db.read(scope, demonstrationPeople()) : [[]]
    const invented = (found[0]?.value ?? []).map((person) => ({ ...person, says: person.says[reader.lang] ?? '' }))
    const library = entriesOf(navigation, 'site').find((entry) => entry.key === 'library')
    return show(c, {
      title: say(c)('welcome.title'),
      description: say(c)('welcome.lead'),
      body: h(FrontPage, {
        lang: reader.lang,
        invented,
        libraryHref: library?.href('') ?? urls.help(),
        codeHref: navigation.typeCode?.(),
      }),
    })
  })
  .get(urls.signIn, anyone, (c) => signInPage(c, { next: inside.parse(c.req.query('next')) }))
  .post(urls.signIn, anyone, async (c) => {
    const form = await readForm(c, schemas.signInForm)
    const next = inside.parse(form.typed.next)
    if (!form.ok) return signInPage(c, { next, typed: form.typed, errors: form.errors })
    const signed = await actions.signIn(c.var.house, { ...form.value, from: callerAddress(c) })
    if (!signed.ok)
      return signInPage(c, { next, typed: form.typed, errors: [{ field: signed.field ?? '', reason: signed.reason }] })
    carrySession(c, signed.value.token)
    return seeOther(c, next)
  })
  .post(urls.signInLetter, anyone, async (c) => {
    const form = await readForm(c, schemas.letterForm)
    const next = inside.parse(form.typed.next)
    const wrong = (reason: string) =>
      signInPage(c, { next, typed: form.typed, errors: [{ field: 'letter-email', reason }] })
    if (!form.ok) return wrong(form.errors[0]?.reason ?? 'signIn.emailOdd')
    const asked = await actions.askForLetter(c.var.house, {
      email: form.value.email,
      returnTo: next,
      from: callerAddress(c),
    })
    if (!asked.ok) return wrong(asked.reason)
    return seeOther(c, urls.signInLetter())
  })
  .get(urls.signInLetter, anyone, (c) =>
    show(c, {
      title: say(c)('letter.sentTitle'),
      noindex: true,
      bare: true,
      body: h(LetterSentPage, { lang: c.var.reader.lang, mailbox: c.var.house.mailWay === 'mailbox' }),
    }),
  )
  .get(urls.openLetter, anyone, (c) =>
    show(c, {
      title: say(c)('letter.openTitle'),
      noindex: true,
      bare: true,
      body: h(OpenLetterPage, { lang: c.var.reader.lang, token: c.req.param('token'), used: false }),
    }),
  )
  .post(urls.openLetter, anyone, async (c) => {
    const opened = await actions.openLetter(c.var.house, c.req.param('token'))
    if (!opened.ok)
      return show(c, {
        title: say(c)('letter.openTitle'),
        noindex: true,
        bare: true,
        status: 410,
        body: h(OpenLetterPage, { lang: c.var.reader.lang, token: '', used: true }),
      })
    carrySession(c, opened.value.token)
    return seeOther(c, inside.parse(opened.value.returnTo ?? undefined))
  })
  .post(urls.enter, inDemonstration, async (c) => {
    const form = await c.req.formData()
    const entered = await actions.enterDemonstration(c.var.house, String(form.get('email') ?? ''))
    if (!entered.ok) return seeOther(c, urls.front())
    carrySession(c, entered.value.token)
    return seeOther(c, c.var.navigation.siteHome())
  })
  .post(urls.signOut, anyone, async (c) => {
    const token = carriedSession(c)
    if (token) await actions.signOut(c.var.house, c.var.scope, token)
    return goOut(c)
  })
  .post(urls.signOutEverywhere, signedIn, async (c) => {
    await actions.signOutEverywhere(c.var.house, c.var.scope)
    return goOut(c)
  })
  .get(urls.me, signedIn, (c) => mePage(c, { saved: c.req.query('saved') === 'yes' }))
  .post(urls.me, signedIn, async (c) => {
    const form = await readForm(c, schemas.meForm)
    if (!form.ok) return mePage(c, { typed: form.typed, errors: form.errors })
    await actions.saveMe(c.var.house, c.var.scope, form.value)
    return seeOther(c, urls.me({}, { saved: 'yes' }))
  })
  .post(urls.password, onOwnDevice, async (c) => {
    const form = await readForm(c, schemas.passwordForm)
    if (!form.ok) return mePage(c, { errors: form.errors })
    const chosen = await actions.choosePassword(c.var.house, c.var.scope, form.value)
    if (!chosen.ok) return mePage(c, { errors: [{ field: chosen.field ?? '', reason: chosen.reason }] })
    carrySession(c, chosen.value.token)
    return seeOther(c, urls.me({}, { saved: 'yes' }))
  })
  .get(urls.administration, administrators, (c) =>
    show(c, {
      title: say(c)('administration.title'),
      noindex: true,
      body: h(AdministrationPage, { lang: c.var.reader.lang, rooms: c.var.navigation.administration ?? [] }),
    }),
  )
  .get(urls.reading, anyone, (c) =>
    show(c, {
      title: say(c)('reading.title'),
      noindex: true,
      body: h(ReadingPage, { reader: c.var.reader, next: inside.parse(c.req.query('next')) }),
    }),
  )
  .post(urls.reading, anyone, async (c) => {
    const form = await readForm(c, schemas.readingForm)
    if (!form.ok) return seeOther(c, urls.reading())
    keepReading(c, { ...form.value, lang: readingOf(c).lang })
    return seeOther(c, form.value.next)
  })
  .post(urls.language, anyone, async (c) => {
    const form = await readForm(c, schemas.languageForm)
    if (!form.ok) return seeOther(c, urls.front())
    keepReading(c, { ...readingOf(c), lang: form.value.lang })
    if (c.var.scope.personId !== null) await actions.saveLanguage(c.var.house, c.var.scope, form.value.lang)
    return seeOther(c, form.value.next)
  })
  .get(urls.help, anyone, (c) =>
    show(c, { title: say(c)('help.title'), body: h(HelpPage, { lang: c.var.reader.lang }) }),
  )
  .get(urls.accessibility, anyone, (c) =>
    show(c, { title: say(c)('accessibility.title'), body: h(AccessibilityPage, { lang: c.var.reader.lang }) }),
  )
  .get(urls.mailbox, withMailbox, async (c) =>
    show(c, {
      title: say(c)('mailbox.title'),
      noindex: true,
      body: h(MailboxPage, { reader: c.var.reader, letters: await keptLetters(c.var.house.db) }),
    }),
  )
  .get(urls.mailboxLook, withMailbox, async (c) => {
    const id = c.req.param('id')
    const look = /^[1-9]\d{0,14}$/.test(id) ? await keptLook(c.var.house.db, Number(id)) : undefined
    if (!look) return notFound(c)
    // Somebody else's words as a page of their own: they may look as they like, and nothing in them runs or asks.
    return c.html(look, 200, {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
  })
  .get(urls.beginSite, beforeTheSiteBegan, (c) => beginPage(c))
  .post(urls.beginSite, beforeTheSiteBegan, async (c) => {
    const form = await readForm(c, schemas.beginForm)
    if (!form.ok) return beginPage(c, { typed: form.typed, errors: form.errors })
    const begun = await actions.beginSite(c.var.house, form.value)
    if (!begun.ok) return beginPage(c, { typed: form.typed, errors: [{ field: '', reason: begun.reason }] })
    carrySession(c, begun.value.token)
    return seeOther(c, c.var.navigation.siteHome())
  })

/** The doors of notices and letters: for you, how one is told, ending a kind of letter, and the mail of the site. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import { mailUrls } from '../../platform/mail/urls.ts'
import { dateTyped } from '../../ui/date-fields.tsx'
import type { Visit } from '../people/contract.ts'
import { administrators, anyone, notFound, show, signedIn } from '../people/public.ts'
import { mayBeToldDaily } from './access.ts'
import * as actions from './actions.ts'
import { usualRhythm, weekTopic } from './contract.ts'
import type { Sources } from './notices.ts'
import { ForYouPage } from './pages/for-you.tsx'
import { LettersPage } from './pages/letters.tsx'
import { MailPage } from './pages/mail.tsx'
import { StopPage } from './pages/stop.tsx'
import { emptyForm, holidayForm, rhythmForm } from './schemas.ts'
import { stopHash } from './sending.ts'
import { holidays } from './store/notices.ts'
import * as store from './store/pages.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'
import { sayAll } from './writing.ts'

const SHOWN = 25
const SHOWN_DAYS = 60
const DAY_MS = 86_400_000

interface Mistaken {
  readonly typed?: Typed
  readonly errors: readonly FieldError[]
}

const say = (c: Context<Visit>) => words(c.var.reader.lang)

/** What people switch on and off, each once. */
const topicsOf = (sources: Sources, c: Context<Visit>) =>
  [
    ...new Map(
      sources
        .filter(({ alert, forAdministrators }) => !alert && (!forAdministrators || c.var.scope.administrator))
        .map(({ topic }) => [topic.key, topic.label(c.var.reader.lang)]),
    ),
  ].map(([value, label]) => ({
    value,
    label,
  }))

const lettersPage = async (c: Context<Visit>, sources: Sources, mistaken?: Mistaken) => {
  const { house, scope, reader } = c.var
  const [[rhythm], off, [address]] = await house.db.read(
    scope,
    store.myRhythm(scope),
    store.myTopicsOff(scope),
    store.myAddress(),
  )
  return show(c, {
    title: say(c)('letters.title'),
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(LettersPage, {
      reader,
      rhythm: rhythm ?? usualRhythm,
      off: off.map(({ topic }) => topic),
      topics: topicsOf(sources, c),
      daily: mayBeToldDaily(scope),
      address: address ?? undefined,
      once: house.secret(),
      saved: c.req.query('saved') === 'yes',
      ...mistaken,
    }),
  })
}

const mailPage = async (c: Context<Visit>, mistaken?: Mistaken) => {
  const { house, scope, reader } = c.var
  const [[state], bounced, free, [address]] = await house.db.read(
    scope,
    store.mailState(),
    store.bouncedPeople(),
    holidays(),
    store.myAddress(),
  )
  if (!state) return notFound(c)
  const told = c.req.query('done')
  return show(c, {
    title: say(c)('mail.title'),
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(MailPage, {
      reader,
      way: house.mailWay,
      state,
      bounced,
      holidays: free,
      address: address?.email,
      once: house.secret(),
      told: told === 'trial' || told === 'saved' ? told : undefined,
      ...mistaken,
    }),
  })
}

/** The doors, over the sources that say what a notice says. */
export const routes = (sourcesOf: (c: Context<Visit>) => Sources): RouteTable<Visit> =>
  new RouteTable<Visit>()
    .get(urls.forYou, signedIn, async (c) => {
      const { house, scope, reader } = c.var
      const since = new Date(house.clock.now().getTime() - SHOWN_DAYS * DAY_MS)
      const [kept] = await house.db.read(scope, store.myNotices(scope, since, SHOWN))
      const said = await sayAll(house, sourcesOf(c), { scope, lang: reader.lang }, kept, 'page')
      return show(c, {
        title: say(c)('forYou.title'),
        current: 'for-you',
        noindex: true,
        body: h(ForYouPage, { reader, said }),
      })
    })
    .get(urls.letters, signedIn, (c) => lettersPage(c, sourcesOf(c)))
    .post(urls.letters, signedIn, async (c) => {
      const sources = sourcesOf(c)
      const form = await readForm(c, rhythmForm)
      if (!form.ok) return lettersPage(c, sources, form)
      const { quiet, topics, zone, ...rest } = form.value
      const kept = await actions.chooseRhythm(
        c.var.house,
        c.var.scope,
        {
          rhythm: {
            ...rest,
            weekends: quiet.includes('weekends'),
            holidays: quiet.includes('holidays'),
            zone: zone || null,
          },
          off: topicsOf(sources, c)
            .map(({ value }) => value)
            .filter((topic) => !topics.includes(topic)),
        },
        form.once,
      )
      if (kept.ok) return seeOther(c, urls.letters({}, { saved: 'yes' }))
      return lettersPage(c, sources, { typed: form.typed, errors: [{ field: kept.field ?? '', reason: kept.reason }] })
    })
    .post(urls.addressAgain, signedIn, async (c) => {
      await actions.useAddressAgain(c.var.house, c.var.scope)
      return seeOther(c, urls.letters({}, { saved: 'yes' }))
    })
    .get(mailUrls.stop, anyone, async (c) => {
      const { house, scope, reader } = c.var
      const token = c.req.param('token')
      const [[found]] = await house.db.read(scope, store.stopOf(stopHash(token)))
      if (!found?.topic) return notFound(c)
      return show(c, {
        title: say(c)('stop.title'),
        noindex: true,
        bare: true,
        body: h(StopPage, { lang: reader.lang, token, topic: labelOf(sourcesOf(c), c, found.topic), ended: false }),
      })
    })
    .post(mailUrls.stop, anyone, async (c) => {
      const { house, scope, reader } = c.var
      const token = c.req.param('token')
      const ended = await actions.endLetters(house, scope, token)
      if (!ended.ok) return notFound(c)
      return show(c, {
        title: say(c)('stop.done'),
        noindex: true,
        bare: true,
        body: h(StopPage, {
          lang: reader.lang,
          token,
          topic: labelOf(sourcesOf(c), c, ended.value.topic),
          ended: true,
        }),
      })
    })
    .get(urls.mail, administrators, (c) => mailPage(c))
    .post(urls.trials, administrators, async (c) => {
      const { once } = await readForm(c, emptyForm)
      const sent = await actions.sendTrial(c.var.house, c.var.scope, once)
      if (sent.ok) return seeOther(c, urls.mail({}, { done: 'trial' }))
      return mailPage(c, { errors: [{ field: '', reason: sent.reason }] })
    })
    .post(urls.holidays, administrators, async (c) => {
      const form = await readForm(c, holidayForm)
      if (!form.ok) return mailPage(c, form)
      const { value } = form
      const dayOf = (which: 'first' | 'last') =>
        dateTyped({ day: value[`${which}-day`], month: value[`${which}-month`], year: value[`${which}-year`] })
      const [first, last] = [dayOf('first'), dayOf('last')]
      const odd = [...(first ? [] : ['first']), ...(last ? [] : ['last'])]
      if (!first || !last)
        return mailPage(c, { typed: form.typed, errors: odd.map((field) => ({ field, reason: 'holiday.day' })) })
      const added = await actions.addHoliday(
        c.var.house,
        c.var.scope,
        { name: value.name, first_day: first, last_day: last },
        form.once,
      )
      if (added.ok) return seeOther(c, urls.mail({}, { done: 'saved' }))
      return mailPage(c, { typed: form.typed, errors: [{ field: added.field ?? '', reason: added.reason }] })
    })
    .post(urls.holidayRemoval, administrators, async (c) => {
      const id = c.req.param('id')
      if (!/^[1-9]\d{0,14}$/.test(id)) return notFound(c)
      const removed = await actions.removeHoliday(c.var.house, c.var.scope, Number(id))
      return removed.ok ? seeOther(c, urls.mail({}, { done: 'saved' })) : notFound(c)
    })

const labelOf = (sources: Sources, c: Context<Visit>, topic: string): string =>
  topic === weekTopic
    ? say(c)('topic.week')
    : (sources.find((source) => source.topic.key === topic)?.topic.label(c.var.reader.lang) ?? topic)

/** The doors behind a guardian's link: no session, no cookie, one child, and nothing else of the site. */
import type { Context } from 'hono'
import type { RawBuilder } from 'kysely'
import { h } from 'preact'
import { readForm } from '../../../../platform/http/form.ts'
import { type PageStatus, seeOther } from '../../../../platform/http/render.ts'
import type { RouteTable } from '../../../../platform/http/routes.ts'
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import { isLanguage, type Language } from '../../../../platform/words/words.ts'
import type { Visit } from '../../../people/contract.ts'
import { anyone, callerAddress, readingOf, show, visitorScope, within } from '../../../people/public.ts'
import { type AfterAnswer, answerByLink } from '../actions.ts'
import { guardiansAnswers, uses } from '../heard.ts'
import { dayOfMoment } from '../judging.ts'
import { hashOf, isLink } from '../link.ts'
import { answerCalled, useCalled } from '../pages/answers.tsx'
import { type ChildsWords, ClosedPage, GuardianPage } from '../pages/guardian-page.tsx'
import { answerForm } from '../schemas.ts'
import { guardianBy, hiddenThings, type Linked } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What a child said under their name that the whole community hears, the newest first. As the owner only. */
export type WordsOfChild = (child: number, community: number) => RawBuilder<ChildsWords>

type Link = Context<Visit>
const tokenIn = (c: Link): string => c.req.param('token') ?? ''

/** Nothing of these pages is kept, found, or told to where one goes next. */
const sealed = (c: Link): void => {
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
}

const closed = (c: Link, status: PageStatus): Response => {
  sealed(c)
  const { lang } = c.var.reader
  return show(c, {
    title: words(lang)('link.closedTitle'),
    status,
    noindex: true,
    bare: true,
    body: h(ClosedPage, { lang }),
  })
}

const TRIES = 100
const WINDOW_SECONDS = 900

/** A wrong link counts as a try, so that nobody asks on and on. */
const refused = async (c: Link): Promise<Response> => {
  const key = `guardian-link ${callerAddress(c)}`
  const some = await c.var.house.db.asSystem('sign-in', (tx) => within(tx, key, TRIES, WINDOW_SECONDS))
  return closed(c, some ? 410 : 429)
}

/** Whose link it is. */
const linkedTo = async (c: Link): Promise<Linked | undefined> => {
  const token = tokenIn(c)
  if (!isLink(token)) return undefined
  const [[linked]] = await c.var.house.db.read({ personId: null }, guardianBy(hashOf(token)))
  return linked
}

// From here on the page is the guardian's: in their language, unless another one was chosen on this device.
const langFor = (c: Link, linked: Linked): Language => {
  const lang = readingOf(c).lang ?? (isLanguage(linked.language) ? linked.language : c.var.reader.lang)
  c.set('reader', { ...c.var.reader, lang })
  c.set('scope', visitorScope)
  return lang
}

const saidBy = (c: Link, { student_id, community_id }: Linked, wordsOf: WordsOfChild) =>
  c.var.house.db.asSystem('own-data', async (tx) => {
    const hidden = new Set((await tx.rows(hiddenThings(community_id, 'contribution'))).map(({ id }) => id))
    return (await tx.rows(wordsOf(student_id, community_id))).filter(({ id }) => !hidden.has(id))
  })

const page = async (c: Link, linked: Linked, wordsOf: WordsOfChild): Promise<Response> => {
  const said = await saidBy(c, linked, wordsOf)
  const lang = langFor(c, linked)
  sealed(c)
  return show(c, {
    title: words(lang)('link.title', { student: linked.student }),
    noindex: true,
    bare: true,
    body: h(GuardianPage, {
      lang,
      zone: c.var.reader.zone,
      token: tokenIn(c),
      linked,
      today: dayOfMoment(c.var.house.clock.now()),
      said,
      saved: c.req.query('saved') === 'yes',
    }),
  })
}

/** A copy to take along, in words and days that any device opens. */
const copyOf = (lang: Language, zone: string, linked: Linked, said: readonly ChildsWords[]): string => {
  const t = words(lang)
  const called = { student: linked.student }
  const answers = uses.flatMap((use) => {
    const last = guardiansAnswers(use, { guardians: linked.answers }).at(-1)
    return last ? [`${useCalled(lang, use)}: ${answerCalled(lang, last)}`] : []
  })
  const lines = said.map((one) => `${dayOf(one.said_at, lang, zone)}\n${one.text}`)
  return [
    linked.community,
    `${t('copy.answers')}\n${answers.join('\n') || t('answers.none')}`,
    `${t('view.title', called)}\n\n${lines.join('\n\n') || t('view.none')}`,
    t('view.left', called),
  ].join('\n\n')
}

/** Mounts them. Opening a link answers nothing: scanners of mail open links, too. */
export const mountGuardianLinks = (
  routes: RouteTable<Visit>,
  wordsOf: WordsOfChild,
  afterAnswer: AfterAnswer,
): void => {
  routes
    .get(urls.link, anyone, async (c) => {
      const linked = await linkedTo(c)
      return linked ? page(c, linked, wordsOf) : refused(c)
    })
    .post(urls.link, anyone, async (c) => {
      const form = await readForm(c, answerForm)
      const linked = await linkedTo(c)
      if (!linked) return refused(c)
      if (!form.ok) return page(c, linked, wordsOf)
      const said = await answerByLink(c.var.house, tokenIn(c), form.value, afterAnswer)
      if (!said.ok) return refused(c)
      sealed(c)
      return seeOther(c, urls.link({ token: tokenIn(c) }, { saved: 'yes' }))
    })
    .get(urls.copy, anyone, async (c) => {
      const linked = await linkedTo(c)
      if (!linked) return refused(c)
      const said = await saidBy(c, linked, wordsOf)
      const lang = langFor(c, linked)
      sealed(c)
      const day = calendarDay(dayOfMoment(c.var.house.clock.now()))
      c.header('content-disposition', `attachment; filename="ciranda-${day.toISOString().slice(0, 10)}.txt"`)
      return c.text(copyOf(lang, c.var.reader.zone, linked, said))
    })
}

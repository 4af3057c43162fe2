/** The doors behind the link of a letter: no session, no cookie, one question, and nothing else of the site. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed, typedOf, typedText } from '../../../../platform/http/form.ts'
import type { PageStatus } from '../../../../platform/http/render.ts'
import { seeOther } from '../../../../platform/http/render.ts'
import type { RouteTable } from '../../../../platform/http/routes.ts'
import type { Visit } from '../../../people/contract.ts'
import { anyone, recipientOf } from '../../../people/public.ts'
import { mayAnswer } from '../access.ts'
import { answer, pass, reopen } from '../actions.ts'
import { type AskId, askerHears } from '../ask.ts'
import { conversationOf } from '../conversation.ts'
import { hashOf, isToken, undoToken } from '../link.ts'
import { closed, forBearer, type Link, oftenTried, otherPerson, shown, tokenIn } from '../link-door.ts'
import { askedYouTitle, LinkPage, SentPage } from '../pages/link-page.tsx'
import { answerForm, undoForm } from '../schemas.ts'
import { askById, linkHolder } from '../store.ts'
import { GO_ON, urls } from '../urls.ts'
import { reasonSaid, words } from '../words.ts'

const refused = (c: Link, text: string, reason: string, status?: PageStatus) =>
  closed(c, text, reasonSaid(c.var.reader.lang, reason), status)

/** Whose token it is, with that person's own scope: minted for this one question, and used for nothing else. */
const bearer = async (c: Link, token: string, purpose: 'answer' | 'undo') => {
  const { house } = c.var
  if (!isToken(token)) return undefined
  const [[held]] = await house.db.read({ personId: null }, linkHolder(hashOf(token), purpose, house.clock.now()))
  const recipient = held && (await house.db.asSystem('sign-in', (tx) => recipientOf(tx, held.person_id)))
  return held && recipient ? { id: held.ask_id, person: held.person_id, ...recipient } : undefined
}
type Bearer = NonNullable<Awaited<ReturnType<typeof bearer>>>

const askOf = async (c: Link, { scope }: Pick<Bearer, 'scope'>, id: AskId) => {
  const [[ask]] = await c.var.house.db.read(scope, askById(scope, id))
  const where = ask && (await conversationOf(c.var.addressBook, scope, { ...ask, thread: ask.thread_id }))
  return ask && where ? { ask, title: where.title } : undefined
}

type Again = { readonly typed?: Typed; readonly errors?: readonly FieldError[]; readonly undone?: boolean }

const questionPage = async (c: Link, who: Bearer, again: Again = {}): Promise<Response> => {
  const found = await askOf(c, who, who.id)
  const text = typedText(again.typed, 'text')
  if (!found || !mayAnswer(who.scope, found.ask, c.var.house.clock.now()).ok) return closed(c, text)
  const lang = forBearer(c, who)
  return shown(c, {
    title: askedYouTitle(lang, found.ask),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(LinkPage, { lang, token: tokenIn(c), ...found, once: c.var.house.secret(18), ...again }),
  })
}

const answerByLink = async (c: Link): Promise<Response> => {
  const typed = await typedOf(c)
  const text = typedText(typed, 'text')
  if (await oftenTried(c)) return refused(c, text, 'link.often', 429)
  const token = tokenIn(c)
  const who = await bearer(c, token, 'answer')
  if (!who) return closed(c, text)
  const form = await readForm(c, answerForm)
  if (!form.ok) return questionPage(c, who, form)
  const { house } = c.var
  const { act, language, audience: circle } = form.value
  const undo = undoToken(token, form.once ?? house.secret(18))
  const sending = { once: form.once, undo: hashOf(undo) }
  const done =
    act === 'answered'
      ? await answer(house, who.scope, who.id, { text: form.value.text, language, circle }, sending)
      : await pass(house, who.scope, who.id, act, sending)
  if (!done.ok) {
    const mistaken = done.field !== undefined
    if (mistaken) return questionPage(c, who, { typed, errors: [{ field: done.field ?? '', reason: done.reason }] })
    return refused(c, text, done.reason)
  }
  const found = await askOf(c, who, who.id)
  if (!found) return refused(c, text, 'answer.gone')
  // The same form sent again after it was undone: nothing was sent now.
  if (found.ask.state === 'open') return questionPage(c, who, { typed })
  const lang = forBearer(c, who)
  return shown(c, {
    title: words(lang)('sent.title', { name: found.ask.asked ?? '' }),
    body: h(SentPage, { lang, token, ...found, how: act, circle, heard: askerHears(found.ask, circle), text, undo }),
  })
}

const undoByLink = async (c: Link): Promise<Response> => {
  const form = await readForm(c, undoForm)
  const { undo, text } = form.ok ? form.value : { undo: '', text: '' }
  if (await oftenTried(c)) return refused(c, text, 'link.often', 429)
  const who = await bearer(c, undo, 'undo')
  if (!who) return refused(c, text, 'undo.late')
  const back = await reopen(c.var.house, who.scope, who.id)
  if (!back.ok) return refused(c, text, back.reason)
  const again = await bearer(c, tokenIn(c), 'answer')
  const undone = { typed: { text }, undone: true }
  return again?.id === who.id ? questionPage(c, again, undone) : refused(c, text, 'sent.undone', 200)
}

/** Mounts them. Opening a link never uses it up: scanners of mail open links, too. */
export const mountAnswerLinks = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.link, anyone, async (c) => {
      const who = await bearer(c, tokenIn(c), 'answer')
      if (!who) return (await oftenTried(c)) ? refused(c, '', 'link.often', 429) : closed(c)
      const other = otherPerson(c, who.person, urls.link({ token: tokenIn(c) }, { [GO_ON]: 'yes' }))
      return other ?? questionPage(c, who)
    })
    .post(urls.link, anyone, answerByLink, 'before')
    .post(urls.undo, anyone, undoByLink, 'before')
    .get(urls.undo, anyone, (c) => seeOther(c, urls.link({ token: tokenIn(c) })))
}

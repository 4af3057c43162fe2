/** The doors of asking for those who are signed in: asking somebody, and one question. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { backTo, type Here, numbered, once, roomHere, setting, voiceHere } from '../door.ts'
import { answer, ask, endAnswerLinks, pass, reopen, takeAskBack } from './actions.ts'
import { type Ask, type AskId, worded } from './ask.ts'
import { conversationOf } from './conversation.ts'
import { AskPage } from './pages/ask-page.tsx'
import { OneAskPage, oneAskTitle } from './pages/one-ask.tsx'
import { answerForm, askForm } from './schemas.ts'
import { askableIn, askById } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Again = Pick<Parameters<typeof AskPage>[0], 'typed' | 'errors'>
const status = (again: Again) => (again.errors ? { status: 422 as const } : {})
const mistake = (refused: { reason: string; field?: string }) => [
  { field: refused.field ?? '', reason: refused.reason },
]

const voiceAsked = (c: Here, typed: string | string[] | undefined) =>
  typeof typed === 'string' && /^\d{1,15}$/.test(typed) ? voiceHere(c, Number(typed)) : undefined

/** The conversation of the address with its title, or nothing. */
const conversationHere = async (c: Here) => {
  const { scope, place, addressBook } = c.var
  const room = await roomHere(c)
  const described = room && (await conversationOf(addressBook, scope, { ...room, thread: room.id, slug: place.slug }))
  return room && described ? { room, ...described } : undefined
}

const askPage = async (c: Here, again: Again = {}) => {
  const { house, scope, place, reader } = c.var
  const [where, voice] = await Promise.all([
    conversationHere(c),
    voiceAsked(c, again.typed?.voice ?? c.req.query('voice')),
  ])
  if (!where) return notFound(c)
  const [people] = await house.db.read(scope, askableIn(scope, where.room.id, place.id))
  return show(c, {
    title: words(reader.lang)('ask.title'),
    ...status(again),
    body: h(AskPage, {
      ...setting(c),
      ...where,
      people,
      voice: voice?.thread_id === where.room.id && !voice.withdrawn ? voice : undefined,
      once: once(c),
      ...again,
    }),
  })
}

/** The question of the address, if it concerns the asking person and is of this community. */
const askHere = async (c: Here): Promise<Ask | undefined> => {
  const { house, scope, place } = c.var
  const [[found]] = await house.db.read(scope, askById(scope, numbered(c)))
  return found?.community_id === place.id ? found : undefined
}

const onePage = async (c: Here, more: Again & { linkEnded?: boolean } = {}) => {
  const { scope, reader, addressBook } = c.var
  const found = await askHere(c)
  const where = found && (await conversationOf(addressBook, scope, { ...found, thread: found.thread_id }))
  if (!found || !where) return notFound(c)
  return show(c, {
    title: oneAskTitle(reader.lang, scope, found),
    ...status(more),
    body: h(OneAskPage, { ...setting(c), ...where, scope, ask: found, once: once(c), ...more }),
  })
}

const act = async (
  c: Here,
  work: (id: AskId) => Promise<Outcome<unknown>>,
  arrived: Again & { linkEnded?: boolean } = {},
) => {
  const found = await askHere(c)
  if (!found) return notFound(c)
  const outcome = await work(found.id)
  if (!outcome.ok) return onePage(c, { errors: mistake(outcome) })
  return arrived.linkEnded ? onePage(c, arrived) : toAsk(c)
}

const toAsk = (c: Here) => seeOther(c, urls.ask({ slug: c.var.place.slug, id: numbered(c) }))

/** Mounts them. */
export const mountAsking = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.asks, members, (c) => askPage(c))
    .post(urls.asks, members, async (c) => {
      const { house, scope, place } = c.var
      const form = await readForm(c, askForm)
      if (!form.ok) return askPage(c, form)
      const where = await conversationHere(c)
      if (!where) return askPage(c, form)
      const { to, question, voice } = form.value
      const own = !question
      const asking = {
        thread: where.room.id,
        community: place.id,
        to,
        question: worded(question, where.title),
        language: own ? where.room.language : c.var.reader.lang,
        about: voice,
      }
      const asked = await ask(house, scope, asking, form.once)
      return asked.ok ? seeOther(c, where.href) : askPage(c, { typed: form.typed, errors: mistake(asked) })
    })
    .get(urls.ask, members, (c) => onePage(c))
    .post(urls.answer, members, async (c) => {
      const { house, scope } = c.var
      const form = await readForm(c, answerForm)
      if (!form.ok) return onePage(c, form)
      const { act: how, text, language, audience: circle } = form.value
      const sending = { once: form.once }
      const id = numbered(c)
      if (how !== 'answered') {
        const passed = await pass(house, scope, id, how, sending)
        return passed.ok ? toAsk(c) : onePage(c, { typed: form.typed, errors: mistake(passed) })
      }
      const said = await answer(house, scope, id, { text, language, circle }, sending)
      return said.ok ? backTo(c, said.value.id) : onePage(c, { typed: form.typed, errors: mistake(said) })
    })
    .post(urls.withdrawal, members, (c) => act(c, (id) => takeAskBack(c.var.house, c.var.scope, id)))
    .post(urls.reopening, members, (c) => act(c, (id) => reopen(c.var.house, c.var.scope, id)), 'before')
    .post(urls.linkEnd, members, (c) => act(c, (id) => endAnswerLinks(c.var.house, c.var.scope, id)))
    .get(urls.answer, members, toAsk)
    .get(urls.withdrawal, members, toAsk)
    .get(urls.reopening, members, toAsk)
    .get(urls.linkEnd, members, toAsk)
}

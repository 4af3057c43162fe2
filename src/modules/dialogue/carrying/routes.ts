/** The doors of saying it for somebody: giving words, what concerns one, and what becomes of it. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed, typedText } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { htmlOf } from '../../../platform/text/markdown.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { conversationOf } from '../asking/conversation.ts'
import { backTo, type Here, numbered, once, roomHere, setting, voiceHere } from '../door.ts'
import { isStudentHere } from '../round/store.ts'
import { declineWords, giveWords, sayForSomebody, takeOver, takeWordsBack } from './actions.ts'
import type { Carried } from './carried.ts'
import { AllPage } from './pages/all-page.tsx'
import { GivePage } from './pages/give-page.tsx'
import { OnePage, oneTitle } from './pages/one-page.tsx'
import { giveForm, noForm } from './schemas.ts'
import { adultsOf, carriedById, carriedIn } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const MOST = 60

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}
const status = (again: Again) => (again.errors ? { status: 422 as const } : {})

const givePage = async (c: Here, again: Again = {}): Promise<Response> => {
  const { house, scope, place, reader, addressBook } = c.var
  const room = await roomHere(c)
  const where = room && (await conversationOf(addressBook, scope, { ...room, thread: room.id, slug: place.slug }))
  if (!room || !where) return notFound(c)
  const asked = Number(typedText(again.typed, 'voice', c.req.query('voice') ?? '')) || 0
  const [voice, [adults, [me]]] = await Promise.all([
    asked > 0 ? voiceHere(c, asked) : undefined,
    house.db.read(scope, adultsOf(scope, room.id, place.id), isStudentHere(scope, place.id)),
  ])
  return show(c, {
    title: words(reader.lang)('give.title'),
    ...status(again),
    body: h(GivePage, {
      ...setting(c),
      ...where,
      me: scope.personId,
      student: me?.student === true,
      room,
      adults,
      voice: voice?.thread_id === room.id && !voice.withdrawn && !voice.waits ? voice : undefined,
      once: once(c),
      ...again,
    }),
  })
}

/** The request of the address, if it concerns the asking person and is of this community. */
const oneHere = async (c: Here): Promise<Carried | undefined> => {
  const { house, scope, place } = c.var
  const [[found]] = await house.db.read(scope, carriedById(scope, numbered(c)))
  return found?.community_id === place.id ? found : undefined
}

const onePage = async (c: Here, again: Again = {}): Promise<Response> => {
  const { scope, reader, addressBook } = c.var
  const one = await oneHere(c)
  if (!one) return notFound(c)
  const where =
    one.audience === null ? undefined : await conversationOf(addressBook, scope, { ...one, thread: one.thread_id })
  return show(c, {
    title: oneTitle(reader.lang, scope, one),
    ...status(again),
    body: h(OnePage, { ...setting(c), scope, one, html: htmlOf(one.text), where, once: once(c), ...again }),
  })
}

const toOne = (c: Here, id = numbered(c)) => seeOther(c, urls.one({ slug: c.var.place.slug, id }))

const answered = async (c: Here, outcome: Outcome<unknown>, typed?: Typed): Promise<Response> => {
  if (outcome.ok) return toOne(c)
  const errors = [{ field: outcome.field ?? '', reason: outcome.reason }]
  return onePage(c, typed ? { typed, errors } : { errors })
}

/** Mounts them. */
export const mountCarrying = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.give, members, (c) => givePage(c))
    .post(urls.give, members, async (c) => {
      const form = await readForm(c, giveForm)
      if (!form.ok) return givePage(c, form)
      if (wentBack(form.typed)) return givePage(c, { typed: form.typed })
      const { house, scope, place } = c.var
      const { voice, ...rest } = form.value
      const { language, names } = rest
      // Others hear it later: its writer alone can choose another name.
      const about = { typed: form.typed, fields: ['text'], language, circle: 'community', answer: names }
      const asked = (await roomHere(c)) && (await askNames(c, about))
      if (asked) return asked
      const giving = { ...rest, replyTo: voice, thread: numbered(c), community: place.id }
      const given = await giveWords(house, scope, giving, form.once)
      if (given.ok) return toOne(c, given.value.id)
      return givePage(c, { typed: form.typed, errors: [{ field: given.field ?? '', reason: given.reason }] })
    })
    .get(urls.all, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const [all] = await house.db.read(scope, carriedIn(scope, place.id, MOST))
      return show(c, { title: words(reader.lang)('all.title'), body: h(AllPage, { ...setting(c), scope, all }) })
    })
    .get(urls.one, members, (c) => onePage(c))
    .post(urls.saying, members, async (c) => {
      if (!(await oneHere(c))) return notFound(c)
      const said = await sayForSomebody(c.var.house, c.var.scope, numbered(c))
      return said.ok ? backTo(c, said.value.id) : answered(c, said)
    })
    .post(urls.no, members, async (c) => {
      const form = await readForm(c, noForm)
      if (!(await oneHere(c))) return notFound(c)
      if (!form.ok) return onePage(c, form)
      return answered(c, await declineWords(c.var.house, c.var.scope, numbered(c), form.value.answer), form.typed)
    })
    .post(urls.takingOver, members, async (c) => {
      if (!(await oneHere(c))) return notFound(c)
      return answered(c, await takeOver(c.var.house, c.var.scope, numbered(c)))
    })
    .post(urls.withdrawal, members, async (c) => {
      if (!(await oneHere(c))) return notFound(c)
      return answered(c, await takeWordsBack(c.var.house, c.var.scope, numbered(c)))
    })
    .get(urls.saying, members, (c) => toOne(c))
    .get(urls.no, members, (c) => toOne(c))
    .get(urls.takingOver, members, (c) => toOne(c))
    .get(urls.withdrawal, members, (c) => toOne(c))
}

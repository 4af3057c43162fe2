/** The doors of dialogue: open conversations, saying something, and what one may do with a voice. */
import { h } from 'preact'
import { type FieldError, readForm } from '../../platform/http/form.ts'
import { alike } from '../../platform/http/kept-pages.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import { refuse } from '../../platform/outcome.ts'
import { htmlOf } from '../../platform/text/markdown.ts'
import type { Chosen } from '../community/contract.ts'
import { audienceOf, circleOf, members, readers } from '../community/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import { askNames, wentBack } from '../safeguarding/public.ts'
import { isMine, mayChange } from './access.ts'
import { edit, narrow, withdraw } from './actions/amending.ts'
import { readVoice } from './actions/reading.ts'
import { say, takeBack } from './actions/speaking.ts'
import { mountAnswerLinks } from './asking/routes/link.ts'
import { mountAsking } from './asking/routes.ts'
import { mountCarrying } from './carrying/routes.ts'
import { mountCovering } from './covering/routes.ts'
import { placeOfRoom } from './describe.ts'
import {
  act,
  backTo,
  editPage,
  type Here,
  numbered,
  once,
  roomHere,
  setting,
  speakPage,
  voiceHere,
  voicePage,
  whereIs,
} from './door.ts'
import * as forms from './forms.ts'
import { sourceNamed } from './learning/from.ts'
import { mountLearning } from './learning/routes.ts'
import { calledIn } from './mentioning/mentioning.ts'
import { mountMentioning } from './mentioning/routes.ts'
import { hearersOf } from './mentioning/store.ts'
import { pageAsked } from './numbering.ts'
import { mountPacing } from './pacing/routes.ts'
import { HistoryPage } from './pages/history.tsx'
import { ThreadPage } from './pages/thread.tsx'
import { ThreadsPage } from './pages/threads.tsx'
import { mountResolving } from './resolving/routes.ts'
import { mountRounds } from './round/routes.ts'
import { mountScribe } from './scribe/routes.ts'
import { contributionsOf, historyOf } from './store/contributions.ts'
import { countOpenThreads, openThreads, threadOf } from './store/threads.ts'
import { mountSummary } from './summary/routes.ts'
import { mountUnsealing } from './unsealing/routes.ts'
import { arrivingAt, urls, VOICES_PAGE, voiceAnchor, voicesAnchor } from './urls.ts'
import { noteVisit } from './visiting/actions.ts'
import { mountVisiting } from './visiting/routes.ts'
import { mountWidening } from './widening/routes.ts'
import { words } from './words.ts'

// The address of a form is left behind in the browser's bar when it came back with mistakes: it leads to its place.
const toVoice = (c: Here) => seeOther(c, urls.voice({ slug: c.var.place.slug, id: numbered(c) }))

// The names that call nobody who would hear it, as they were typed.
const namesOfNobody = async (c: Here, text: string, circle: Chosen): Promise<readonly string[]> => {
  const { house, scope, place } = c.var
  const [hearers] = await house.db.read(
    scope,
    hearersOf(scope, numbered(c), place.id, audienceOf(circle, scope, place.id)),
  )
  return calledIn(text, hearers).nobody
}

/** Says what was typed; everything this changes is one write of the caller's. */
const saying = async (c: Here): Promise<Response> => {
  const { house, scope, place } = c.var
  const form = await readForm(c, forms.sayForm)
  const replyTo = Number(form.typed.replyTo) || undefined
  const again = async (errors: readonly FieldError[], nobody?: readonly string[]) =>
    speakPage(c, numbered(c), {
      answered: replyTo ? await voiceHere(c, replyTo) : undefined,
      typed: form.typed,
      errors,
      nobody,
    })
  if (!form.ok) return again(form.errors)
  if (wentBack(form.typed)) return again([])
  const {
    text,
    language,
    audience: circle,
    nameless,
    manner,
    note,
    quote,
    quoteWords,
    from,
    names,
    asItIs,
  } = form.value
  const source = await sourceNamed(c.var.addressBook, scope, from)
  const said = await say(
    house,
    scope,
    {
      thread: numbered(c),
      community: place.id,
      text,
      language,
      circle,
      replyTo,
      withoutName: nameless === 'yes',
      manner,
      note,
      learnedFrom: source && { kind: source.kind, id: source.id },
      quote: quote && quoteWords ? { of: quote, words: quoteWords } : undefined,
      names,
      asksNames: true,
      strictNames: asItIs !== 'yes',
    },
    form.once,
  )
  if (said.ok) return backTo(c, said.value.id, said.value.place)
  const about = { typed: form.typed, fields: ['text', 'note'], language, circle, answer: names }
  const asked = said.reason === 'names.ask' && (await askNames(c, about))
  if (asked) return asked
  const errors = [{ field: said.field ?? '', reason: said.reason }]
  return again(errors, said.reason === 'mention.nobody' ? await namesOfNobody(c, text, circle) : undefined)
}

export const routes = new RouteTable<Visit>()
  .get(urls.threads, readers, async (c) => {
    const { house, scope, place } = c.var
    const page = pageAsked(c.req.query('page'))
    const [threads, counted] = await house.db.read(
      scope,
      openThreads(scope, place.id, page),
      countOpenThreads(scope, place.id),
    )
    const count = counted[0]?.threads ?? 0
    return show(c, {
      title: words(c.var.reader.lang)('threads.title'),
      current: 'threads',
      body: h(ThreadsPage, { ...setting(c), threads, count, page }),
    })
  })
  .get(urls.thread, readers, async (c) => {
    const { house, scope, place } = c.var
    const subject = { kind: 'thread', id: numbered(c) }
    const page = pageAsked(c.req.query(VOICES_PAGE))
    const [threads, rows] = await house.db.read(scope, threadOf(scope, subject), contributionsOf(scope, subject, page))
    const thread = threads[0]
    if (thread?.community_id !== place.id) return notFound(c)
    await noteVisit(house, scope, thread)
    const here = urls.thread({ slug: place.slug, id: thread.id })
    alike(c)
    return show(c, {
      title: thread.title ?? '',
      current: 'threads',
      body: h(ThreadPage, { ...setting(c), here, scope, thread, rows, page, once: once(c) }),
    })
  })
  .post(urls.say, members, saying, 'in its write')
  .get(urls.say, members, async (c) => {
    const room = await roomHere(c)
    const place = room && (await placeOfRoom(c.var.addressBook, c.var.scope, c.var.place.slug, room))
    return place ? seeOther(c, arrivingAt(place, voicesAnchor)) : notFound(c)
  })
  .get(urls.voice, readers, async (c) => {
    const said = await voiceHere(c)
    if (!said) return notFound(c)
    const where = await whereIs(c, said.id)
    return where ? seeOther(c, arrivingAt(where.page, voiceAnchor(said.id))) : voicePage(c, said, { reachable: false })
  })
  .get(urls.reply, members, async (c) => {
    const said = await voiceHere(c)
    const quotes = c.req.query('quote') === 'yes'
    return said && !said.withdrawn ? speakPage(c, said.thread_id, { answered: said, quotes }) : notFound(c)
  })
  .get(urls.words, members, async (c) => {
    const said = await voiceHere(c)
    return said && mayChange(c.var.scope, said).ok ? editPage(c, said) : notFound(c)
  })
  .post(urls.words, members, async (c) => {
    const form = await readForm(c, forms.wordsForm)
    const said = await voiceHere(c)
    if (!said || !isMine(c.var.scope, said)) return notFound(c)
    if (!form.ok) return editPage(c, said, { typed: form.typed, errors: form.errors })
    if (wentBack(form.typed)) return editPage(c, said, { typed: form.typed, errors: [] })
    const { language, names } = form.value
    const about = { typed: form.typed, fields: ['text'], language, circle: circleOf(said.audience), answer: names }
    const asked = await askNames(c, about)
    if (asked) return asked
    const edited = await edit(c.var.house, c.var.scope, said.id, form.value, form.once)
    if (edited.ok) return backTo(c, said.id)
    const now = (await voiceHere(c)) ?? said
    const meanwhile = edited.reason === 'edit.meanwhile'
    return editPage(c, now, {
      typed: form.typed,
      errors: [{ field: edited.field ?? '', reason: edited.reason }],
      meanwhile,
    })
  })
  .get(urls.history, readers, async (c) => {
    const { house, scope } = c.var
    const said = await voiceHere(c)
    if (!said || said.withdrawn) return notFound(c)
    const [earlier] = await house.db.read(scope, historyOf(scope, said.id))
    return show(c, {
      title: words(c.var.reader.lang)('history.title'),
      body: h(HistoryPage, {
        ...setting(c),
        said,
        earlier: earlier.map((one) => ({ ...one, html: htmlOf(one.text) })),
      }),
    })
  })
  .post(urls.audience, members, async (c) => {
    const form = await readForm(c, forms.audienceForm)
    return act(c, async (said) =>
      form.ok ? narrow(c.var.house, c.var.scope, said.id, form.value.audience) : refuse('say.audience'),
    )
  })
  .post(urls.withdrawal, members, (c) => act(c, (said) => withdraw(c.var.house, c.var.scope, said.id)))
  .post(urls.readings, members, async (c) => {
    const form = await readForm(c, forms.readingForm)
    return act(c, (said) => readVoice(c.var.house, c.var.scope, said.id, form.ok && form.value.read === 'yes'))
  })
  .post(urls.undo, members, async (c) => {
    const said = await voiceHere(c)
    if (!said) return notFound(c)
    const where = await whereIs(c, said.id)
    const undone = await takeBack(c.var.house, c.var.scope, said.id)
    if (!undone.ok) return voicePage(c, said, { reachable: true, reason: undone.reason })
    return seeOther(c, where ? arrivingAt(where.page, voicesAnchor) : urls.threads({ slug: c.var.place.slug }))
  })
  .get(urls.audience, members, toVoice)
  .get(urls.withdrawal, members, toVoice)
  .get(urls.readings, members, toVoice)
  .get(urls.undo, members, toVoice)

mountScribe(routes)
mountWidening(routes)
mountCovering(routes)
mountCarrying(routes)
mountMentioning(routes)
mountSummary(routes)
mountResolving(routes)
mountVisiting(routes)
mountPacing(routes)
mountLearning(routes)
mountAsking(routes)
mountAnswerLinks(routes)
mountRounds(routes)
mountUnsealing(routes)

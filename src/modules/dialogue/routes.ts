/** The doors of dialogue: open conversations, saying something, and what one may do with a voice. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import { type Outcome, refuse } from '../../platform/outcome.ts'
import { htmlOf } from '../../platform/text/markdown.ts'
import { members, readers } from '../community/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import { mayChange } from './access.ts'
import { edit, narrow, withdraw } from './actions/amending.ts'
import { readVoice } from './actions/reading.ts'
import { say, takeBack } from './actions/speaking.ts'
import { circlesWithin, narrowerOf } from './circles.ts'
import { placesOfVoices } from './describe.ts'
import * as forms from './forms.ts'
import { pageAsked } from './numbering.ts'
import { EditPage } from './pages/edit.tsx'
import { HistoryPage } from './pages/history.tsx'
import { SpeakPage, speakTitle } from './pages/speak.tsx'
import { ThreadPage } from './pages/thread.tsx'
import { ThreadsPage } from './pages/threads.tsx'
import { VoicePage, voiceTitle } from './pages/voice.tsx'
import { contributionById, contributionsOf, type Found, historyOf, readersOfMine } from './store/contributions.ts'
import { countOpenThreads, openThreads, roomById, threadOf } from './store/threads.ts'
import { arrivingAt, urls, VOICES_PAGE, voiceAnchor, voicesAnchor } from './urls.ts'
import { words } from './words.ts'

type Here = Context<Visit>

const numbered = (c: Here): number => (/^\d{1,15}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
const setting = (c: Here) => ({
  lang: c.var.reader.lang,
  zone: c.var.reader.zone,
  slug: c.var.place.slug,
  now: c.var.house.clock.now(),
})
const once = (c: Here): string => c.var.house.secret(18)

/** The voice of the address, within reach and in this community. */
const voiceHere = async (c: Here): Promise<Found | undefined> => {
  const { house, scope, place } = c.var
  const [found] = await house.db.read(scope, contributionById(scope, numbered(c)))
  return found[0]?.community_id === place.id ? found[0] : undefined
}

const whereIs = async (c: Here, id: number) => {
  const { house, addressBook, scope } = c.var
  return (await placesOfVoices(house, addressBook, scope, [id])).get(id)
}

/** Back to a voice in its conversation, or to its own page when that is out of reach. */
const backTo = (c: Here, id: number): Promise<Response> =>
  whereIs(c, id).then((where) =>
    seeOther(c, where ? arrivingAt(where.page, voiceAnchor(id)) : urls.voice({ slug: c.var.place.slug, id })),
  )

const voicePage = (c: Here, said: Found, rest: { reachable: boolean; reason?: string }): Response =>
  show(c, {
    title: voiceTitle(c.var.reader.lang, c.var.scope, said),
    ...(rest.reason ? { status: 422 as const } : {}),
    body: h(VoicePage, { ...setting(c), scope: c.var.scope, said, ...rest }),
  })

/** Does something to the voice of the address, and answers with its place or with why not. */
const act = async (c: Here, work: (said: Found) => Promise<Outcome<{ id: number }>>): Promise<Response> => {
  const said = await voiceHere(c)
  if (!said) return notFound(c)
  const outcome = await work(said)
  return outcome.ok ? backTo(c, said.id) : voicePage(c, said, { reachable: true, reason: outcome.reason })
}

const editPage = (
  c: Here,
  said: Found,
  rest: { typed?: Typed; errors?: readonly FieldError[]; meanwhile?: boolean } = {},
): Response =>
  show(c, {
    title: words(c.var.reader.lang)('edit.title'),
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(EditPage, { ...setting(c), said, once: once(c), ...rest }),
  })

/** The one-screen page for speaking in a thread; also shows again what could not be sent. */
const speakPage = async (
  c: Here,
  threadId: number,
  rest: { answered?: Found | undefined; typed?: Typed; errors?: readonly FieldError[] },
): Promise<Response> => {
  const { house, scope, place } = c.var
  const [rooms] = await house.db.read(scope, roomById(scope, threadId))
  const room = rooms[0]
  if (!room || room.community_id !== place.id) return notFound(c)
  const circles = circlesWithin(rest.answered ? narrowerOf(room.audience, rest.answered.audience) : room.audience)
  return show(c, {
    title: speakTitle(c.var.reader.lang, rest.answered),
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(SpeakPage, {
      ...setting(c),
      thread: room.id,
      personId: scope.personId,
      circles,
      seats: room,
      once: once(c),
      ...rest,
    }),
  })
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
    const [threads, rows, readBy] = await house.db.read(
      scope,
      threadOf(scope, subject),
      contributionsOf(scope, subject, page),
      readersOfMine(scope, subject),
    )
    const thread = threads[0]
    if (thread?.community_id !== place.id) return notFound(c)
    const here = urls.thread({ slug: place.slug, id: thread.id })
    return show(c, {
      title: thread.title ?? '',
      current: 'threads',
      body: h(ThreadPage, { ...setting(c), here, scope, thread, rows, page, once: once(c), readers: readBy }),
    })
  })
  .post(urls.say, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, forms.sayForm)
    const replyTo = Number(form.typed.replyTo) || undefined
    const again = async (errors: readonly FieldError[]) => {
      const [found] = replyTo ? await house.db.read(scope, contributionById(scope, replyTo)) : [[]]
      return speakPage(c, numbered(c), { answered: found[0], typed: form.typed, errors })
    }
    if (!form.ok) return again(form.errors)
    const { text, language, audience: circle } = form.value
    const said = await say(
      house,
      scope,
      { thread: numbered(c), community: place.id, text, language, circle, replyTo },
      form.once,
    )
    return said.ok ? backTo(c, said.value.id) : again([{ field: said.field ?? '', reason: said.reason }])
  })
  .get(urls.voice, readers, async (c) => {
    const said = await voiceHere(c)
    if (!said) return notFound(c)
    const where = await whereIs(c, said.id)
    return where ? seeOther(c, arrivingAt(where.page, voiceAnchor(said.id))) : voicePage(c, said, { reachable: false })
  })
  .get(urls.reply, members, async (c) => {
    const said = await voiceHere(c)
    return said && !said.withdrawn ? speakPage(c, said.thread_id, { answered: said }) : notFound(c)
  })
  .get(urls.words, members, async (c) => {
    const said = await voiceHere(c)
    return said && mayChange(c.var.scope, said).ok ? editPage(c, said) : notFound(c)
  })
  .post(urls.words, members, async (c) => {
    const form = await readForm(c, forms.wordsForm)
    const said = await voiceHere(c)
    if (!said || !mayChange(c.var.scope, said).ok) return notFound(c)
    if (!form.ok) return editPage(c, said, { typed: form.typed, errors: form.errors })
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

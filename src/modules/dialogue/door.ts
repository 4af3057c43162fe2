/** What the doors of dialogue share: the voice of an address, the way back to it, and the pages that are shown again. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, type Typed, typedText } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import type { Outcome } from '../../platform/outcome.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import { choicesWithin, narrowerOf } from './circles.ts'
import { describedPlaces, placesOfVoices } from './describe.ts'
import { type Source, sourceNamed } from './learning/from.ts'
import { waitsUntil } from './pacing/pace.ts'
import { EditPage } from './pages/edit.tsx'
import { SpeakPage, speakTitle } from './pages/speak.tsx'
import { VoicePage, voiceTitle } from './pages/voice.tsx'
import type { QuoteTyped } from './quoting/pages/quote-field.tsx'
import { quotableWords } from './quoting/quoting.ts'
import { contributionById, type Found, type PlaceOfVoice } from './store/contributions.ts'
import { type Room, roomById } from './store/threads.ts'
import { arrivingAt, urls, voiceAnchor } from './urls.ts'
import { words } from './words.ts'

/** A visit at one of dialogue's doors. */
export type Here = Context<Visit>

/** The number in the address; 0, which is nobody's, when it is none. */
export const numbered = (c: Here): number =>
  /^\d{1,15}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0

/** What every page needs of reader, place and time. */
export const setting = (c: Here) => ({
  lang: c.var.reader.lang,
  zone: c.var.reader.zone,
  slug: c.var.place.slug,
  now: c.var.house.clock.now(),
})

/** A token for a form. */
export const once = (c: Here): string => c.var.house.secret(18)

/** A voice within reach and in this community; that of the address unless another number is given. */
export const voiceHere = async (c: Here, id = numbered(c)): Promise<Found | undefined> => {
  const { house, scope, place } = c.var
  const [found] = await house.db.read(scope, contributionById(scope, id))
  return found[0]?.community_id === place.id ? found[0] : undefined
}

/** The thread of the address, within reach and in this community. */
export const roomHere = async (c: Here, id = numbered(c)): Promise<Room | undefined> => {
  const { house, scope, place } = c.var
  const [rooms] = await house.db.read(scope, roomById(scope, id))
  return rooms[0]?.community_id === place.id ? rooms[0] : undefined
}

/** Where a voice stands now, as far as the reader may go there. */
export const whereIs = async (c: Here, id: number) => {
  const { house, addressBook, scope } = c.var
  return (await placesOfVoices(house, addressBook, scope, [id])).get(id)
}

/** Back to a voice in its conversation, whose `place` may be known, or to its own page when that is out of reach. */
export const backTo = async (c: Here, id: number, place?: PlaceOfVoice): Promise<Response> => {
  const { addressBook, scope } = c.var
  const where = place ? (await describedPlaces(addressBook, scope, [place])).get(id) : await whereIs(c, id)
  return seeOther(c, where ? arrivingAt(where.page, voiceAnchor(id)) : urls.voice({ slug: c.var.place.slug, id }))
}

/** A voice on a page of its own, with what could not be done to it. */
export const voicePage = (
  c: Here,
  said: Found,
  rest: { reachable: boolean; reason?: string; told?: string },
): Response =>
  show(c, {
    title: voiceTitle(c.var.reader.lang, c.var.scope, said),
    ...(rest.reason || rest.told ? { status: 422 as const } : {}),
    body: h(VoicePage, { ...setting(c), scope: c.var.scope, said, ...rest }),
  })

/** Does something to the voice of the address, and answers with its place or with why not. */
export const act = async (c: Here, work: (said: Found) => Promise<Outcome<{ id: number }>>): Promise<Response> => {
  const said = await voiceHere(c)
  if (!said) return notFound(c)
  const outcome = await work(said)
  return outcome.ok ? backTo(c, said.id) : voicePage(c, said, { reachable: true, reason: outcome.reason })
}

/** The page for editing, as new or with what was typed. */
export const editPage = (
  c: Here,
  said: Found,
  rest: { typed?: Typed; errors?: readonly FieldError[]; meanwhile?: boolean } = {},
): Response =>
  show(c, {
    title: words(c.var.reader.lang)('edit.title'),
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(EditPage, { ...setting(c), said, once: once(c), ...rest }),
  })

// What was typed, or the words of what is answered.
const quoteIn = (said: Found | undefined, typed: Typed | undefined, quotes: boolean): QuoteTyped | undefined => {
  const kept = { id: Number(typedText(typed, 'quote')) || 0, words: typedText(typed, 'quoteWords') }
  if (kept.id > 0) return { ...kept, language: said?.language ?? '' }
  if (!quotes || typed || !said || said.waits) return undefined
  return { id: said.id, words: quotableWords(said.html), language: said.language }
}

/** The one-screen page for speaking. What could not be sent is shown again, even when the thread has closed meanwhile. */
export const speakPage = async (
  c: Here,
  thread: number,
  rest: {
    answered?: Found | undefined
    typed?: Typed
    errors?: readonly FieldError[]
    quotes?: boolean
    from?: Source | undefined
    /** Names in the words that nobody bears who would hear them. */
    nobody?: readonly string[] | undefined
  } = {},
): Promise<Response> => {
  const { addressBook, scope } = c.var
  const from = rest.from ?? (await sourceNamed(addressBook, scope, typedText(rest.typed, 'from')))
  const room = await roomHere(c, thread)
  if (!room && !rest.typed) return notFound(c)
  const audience = room?.audience ?? `me:${scope.personId}`
  const waits = room && waitsUntil(room, c.var.house.clock.now())
  const circles = waits
    ? (['me'] as const)
    : choicesWithin(rest.answered ? narrowerOf(audience, rest.answered.audience) : audience, room?.groups ?? null)
  return show(c, {
    title: speakTitle(c.var.reader.lang, rest.answered),
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(SpeakPage, {
      ...setting(c),
      thread,
      personId: scope.personId,
      circles,
      pace: room,
      waits,
      seats: room ?? { members: 0, facilitators: 0 },
      once: once(c),
      ...rest,
      from,
      quote: quoteIn(rest.answered, rest.typed, rest.quotes === true),
    }),
  })
}

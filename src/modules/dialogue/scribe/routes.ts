/** The doors of a scribe: writing down what somebody said, and their yes. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed, typedText } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { audienceOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { isAsker } from '../asking/access.ts'
import { conversationOf } from '../asking/conversation.ts'
import { askById } from '../asking/store.ts'
import { act, backTo, type Here, numbered, once, roomHere, setting } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { confirm, writeDown } from './actions.ts'
import { WritePage } from './pages/write-page.tsx'
import { writeForm } from './schemas.ts'
import { circlesToWriteIn, mayHoldThePen } from './scribe.ts'
import { mySeat, namedIn } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** The question that is answered, by the address or by what was typed; 0, which is none. */
const askOf = (c: Here, typed: Typed | undefined): number => {
  const text = typed ? typedText(typed, 'ask') : (c.req.query('ask') ?? '')
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

// What could not be sent is shown again, even when the conversation has closed meanwhile.
const writePage = async (c: Here, again: { typed?: Typed; errors?: readonly FieldError[] } = {}): Promise<Response> => {
  const { house, scope, place, reader, addressBook } = c.var
  const room = await roomHere(c)
  if (!room && !again.typed) return notFound(c)
  const circles = room
    ? circlesToWriteIn(room.audience).filter((circle) => scope.reach.includes(audienceOf(circle, scope, place.id)))
    : []
  const widest = circles[0]
  const [[seat], people] =
    room && widest
      ? await house.db.read(scope, mySeat(scope, place.id), namedIn(scope, room, audienceOf(widest, scope, place.id)))
      : [[], []]
  if (!again.typed && (!seat || !mayHoldThePen(seat) || !widest)) return notFound(c)
  const [[ask]] = await house.db.read(scope, askById(scope, askOf(c, again.typed)))
  const where = room && (await conversationOf(addressBook, scope, { ...room, thread: room.id, slug: place.slug }))
  return show(c, {
    title: words(reader.lang)('write.title'),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(WritePage, {
      ...setting(c),
      thread: numbered(c),
      personId: scope.personId,
      where,
      people,
      circles,
      seats: room ?? { members: 0, facilitators: 0 },
      ask: ask && isAsker(scope, ask) && ask.thread_id === numbered(c) ? ask : undefined,
      once: once(c),
      ...again,
    }),
  })
}

/** Mounts them. */
export const mountScribe = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.write, members, (c) => writePage(c))
    .post(urls.write, members, async (c) => {
      const { house, scope, place } = c.var
      const form = await readForm(c, writeForm)
      if (!form.ok) return writePage(c, form)
      const { audience: circle, ...rest } = form.value
      const written = await writeDown(
        house,
        scope,
        { ...rest, circle, thread: numbered(c), community: place.id },
        form.once,
      )
      return written.ok
        ? backTo(c, written.value.id)
        : writePage(c, { typed: form.typed, errors: [{ field: written.field ?? '', reason: written.reason }] })
    })
    .post(urls.confirmation, members, (c) => act(c, (said) => confirm(c.var.house, c.var.scope, said.id)))
    .get(urls.confirmation, members, (c) =>
      seeOther(c, dialogueUrls.voice({ slug: c.var.place.slug, id: numbered(c) })),
    )
}

/** The doors of a round in the room: one screen for everybody there, and a sheet of paper. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../../platform/http/form.ts'
import { seeOther } from '../../../../platform/http/render.ts'
import type { RouteTable } from '../../../../platform/http/routes.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound, show } from '../../../people/public.ts'
import { askNames, wentBack } from '../../../safeguarding/public.ts'
import { type Here, numbered, once, setting } from '../../door.ts'
import { mistake, roundHere } from '../door.ts'
import { mayWriteFor } from '../round.ts'
import { seatsIn, turnsIn } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { notHere, seatGuest, takeTurnFor } from './actions.ts'
import { RoomPage } from './pages/room-page.tsx'
import { RoundSheetPage } from './pages/sheet-page.tsx'
import { absentForm, guestForm, seatForm } from './schemas.ts'

type Again = { typed?: Typed; errors?: readonly FieldError[] }

const toRoom = (c: Here) => seeOther(c, urls.room({ slug: c.var.place.slug, id: numbered(c) }))

const roomPage = async (c: Here, again: Again = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const round = await roundHere(c)
  if (!round || !mayWriteFor(scope, round)) return notFound(c)
  if (round.closed_at && !again.typed) return seeOther(c, urls.round({ slug: place.slug, id: round.id }))
  const [seats, turns] = await house.db.read(scope, seatsIn(scope, round.id), turnsIn(scope, round.id))
  return show(c, {
    title: words(reader.lang)('room.title'),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(RoomPage, { ...setting(c), scope, round, seats, turns, once: once(c), ...again }),
  })
}

/** Mounts them. */
export const mountRoom = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.room, members, (c) => roomPage(c))
    .post(urls.room, members, async (c) => {
      const { house, scope } = c.var
      const form = await readForm(c, seatForm)
      if (!form.ok) return roomPage(c, form)
      const { typed } = form
      if (wentBack(typed)) return roomPage(c, { typed })
      const { seat, names, ...turn } = form.value
      const about = { typed, fields: ['text'], language: turn.language, circle: 'community', answer: names }
      const asked = turn.way === 'said' && (await askNames(c, about))
      if (asked) return asked
      const [id = 0, seen = 0] = seat
      const taken = await takeTurnFor(house, scope, numbered(c), id, { ...turn, seen }, form.once)
      return taken.ok ? toRoom(c) : roomPage(c, { typed, errors: mistake(taken) })
    })
    .post(urls.guests, members, async (c) => {
      const form = await readForm(c, guestForm)
      if (!form.ok) return roomPage(c, form)
      const seated = await seatGuest(c.var.house, c.var.scope, numbered(c), form.value.name, form.once)
      return seated.ok ? toRoom(c) : roomPage(c, { typed: form.typed, errors: mistake(seated) })
    })
    .post(urls.absent, members, async (c) => {
      const form = await readForm(c, absentForm)
      if (!form.ok) return roomPage(c, form)
      const away = await notHere(c.var.house, c.var.scope, numbered(c), form.value.seat)
      return away.ok ? toRoom(c) : roomPage(c, { errors: mistake(away) })
    })
    .get(urls.guests, members, toRoom)
    .get(urls.absent, members, toRoom)
    .get(urls.paper, members, async (c) => {
      const round = await roundHere(c)
      if (!round) return notFound(c)
      return show(c, { title: round.question, body: h(RoundSheetPage, { ...setting(c), round }) })
    })
}

/** What the doors of rounds share: the round of an address with all that its page shows, and the pages themselves. */
import { h } from 'preact'
import type { FieldError, Typed } from '../../../platform/http/form.ts'
import { notFound, show } from '../../people/public.ts'
import { conversationOf } from '../asking/conversation.ts'
import { askableIn } from '../asking/store.ts'
import { type Here, numbered, once, roomHere, setting } from '../door.ts'
import { contributionsOfRound } from '../store/contributions.ts'
import { HoldPage } from './pages/hold-page.tsx'
import { RoundPage } from './pages/round-page.tsx'
import type { Round } from './round.ts'
import { heardIn, isStudentHere, roundById, turnsIn } from './store.ts'
import { words } from './words.ts'

/** A refusal as the mistake of a form. */
export const mistake = (refused: { reason: string; field?: string }): FieldError[] => [
  { field: refused.field ?? '', reason: refused.reason },
]

const status = (again: { readonly errors?: readonly FieldError[] }) => (again.errors ? { status: 422 as const } : {})

/** The round of the address, if the asking person hears it and it is of this community. */
export const roundHere = async (c: Here, id = numbered(c)): Promise<Round | undefined> => {
  const { house, scope, place } = c.var
  const [[found]] = await house.db.read(scope, roundById(scope, id))
  return found?.community_id === place.id ? found : undefined
}

/** The page on which a round is opened; a circle after an earlier one begins with its question. */
export const holdPage = async (
  c: Here,
  again: { typed?: Typed; errors?: readonly FieldError[] } = {},
): Promise<Response> => {
  const { house, scope, place, reader, addressBook } = c.var
  const room = await roomHere(c)
  const where = room && (await conversationOf(addressBook, scope, { ...room, thread: room.id, slug: place.slug }))
  if (!room || !where) return notFound(c)
  const asked = Number(again.typed?.follows ?? c.req.query('follows')) || 0
  const [before, [[student]]] = await Promise.all([
    asked > 0 ? roundHere(c, asked) : undefined,
    house.db.read(scope, isStudentHere(scope, place.id)),
  ])
  const follows = before?.thread_id === room.id && before.closed_at ? before : undefined
  return show(c, {
    title: words(reader.lang)(follows ? 'open.another' : 'open.title'),
    ...status(again),
    body: h(HoldPage, {
      ...setting(c),
      room,
      where,
      follows,
      student: student?.student === true,
      once: once(c),
      ...again,
    }),
  })
}

/** The page of a round, as it stands for the asking person, with what was typed where it could not be kept. */
export const roundPage = async (
  c: Here,
  again: { typed?: Typed; harvest?: Typed; them?: Typed; errors?: readonly FieldError[] } = {},
): Promise<Response> => {
  const { house, scope, addressBook } = c.var
  const round = await roundHere(c)
  const where = round && (await conversationOf(addressBook, scope, { ...round, thread: round.thread_id }))
  if (!round || !where) return notFound(c)
  const [heard, turns, said] = await house.db.read(
    scope,
    heardIn(scope, round.id),
    turnsIn(scope, round.id),
    contributionsOfRound(scope, round.thread_id, round.id),
  )
  const asks = round.eyes !== null && round.closed_at !== null && round.them_state === null
  const [people] = asks ? await house.db.read(scope, askableIn(scope, round.thread_id, round.community_id)) : [[]]
  return show(c, {
    title: round.question,
    ...status(again),
    body: h(RoundPage, { ...setting(c), scope, round, where, heard, turns, said, people, once: once(c), ...again }),
  })
}

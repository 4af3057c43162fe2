/** Setting the pace of a conversation: slowly, paused, and on again. By those who facilitate. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import type { ThreadId } from '../contract.ts'
import { type Room, roomById } from '../store/threads.ts'
import { endOfPause, LONGEST_WHY, spans } from './pace.ts'
import * as store from './store.ts'

const within = async (tx: Tx, scope: MemberScope, thread: ThreadId): Promise<Outcome<Room>> => {
  const room = await tx.one(roomById(scope, thread))
  if (!room) return refuse('pace.gone')
  return facilitates(scope, room.community_id) ? done(room) : refuse('pace.notYours')
}

const tell = (tx: Tx, scope: MemberScope, kind: 'slowed' | 'paused' | 'resumed', room: Room) =>
  record(tx, {
    kind: `thread.${kind}`,
    actor: scope.personId,
    subject: { kind: 'thread', id: room.id },
    community: room.community_id,
  })

/** Lets each person speak once in a span of minutes, or as they like. */
export const goSlowly = (
  house: House,
  scope: MemberScope,
  thread: ThreadId,
  minutes: number | null,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const room = await within(tx, scope, thread)
    if (!room.ok) return room
    if (minutes !== null && !spans.some((span) => span === minutes)) return refuse('pace.span', 'slow')
    if (room.value.slow_minutes === minutes) return done(null)
    await tx.rows(store.setSlow(thread, minutes))
    await tell(tx, scope, 'slowed', room.value)
    return done(null)
  })

/** Pauses a conversation for a day, and says why. Paused already by somebody else a moment ago, it stays theirs. */
export const pause = (
  house: House,
  scope: MemberScope,
  thread: ThreadId,
  said: { readonly why: string; readonly language: Language; readonly names?: NameAnswer | undefined },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const room = await within(tx, scope, thread)
      if (!room.ok) return room
      const why = said.why.trim()
      if (why === '') return refuse('pace.why', 'why')
      if (why.length > LONGEST_WHY) return refuse('pace.long', 'why')
      const paused = await tx.one(store.setPause(thread, endOfPause(tx.now), why, said.language, tx.now))
      if (!paused) return refuse('pace.already')
      await tell(tx, scope, 'paused', room.value)
      const fact = {
        actor: scope.personId,
        subject: { kind: 'thread', id: thread },
        community: room.value.community_id,
      }
      await noteNames(tx, fact, said.names)
      return done(null)
    },
    { once },
  )

/** Ends a pause before its time. */
export const resume = (house: House, scope: MemberScope, thread: ThreadId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const room = await within(tx, scope, thread)
    if (!room.ok) return room
    if (await tx.one(store.endPause(thread))) await tell(tx, scope, 'resumed', room.value)
    return done(null)
  })

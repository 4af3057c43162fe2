/** Holding a round: opening it, coming in, taking one's turn, leaving, opening the answers, and what the group takes along. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { belongsTo, circleOf } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayTakePart, type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import { takeTry } from '../asking/store.ts'
import { narrowerOf } from '../circles.ts'
import type { ThreadId } from '../contract.ts'
import { wordsOf } from '../contribution.ts'
import { pausedUntil } from '../pacing/pace.ts'
import { holdPace } from '../pacing/store.ts'
import { roomById } from '../store/threads.ts'
import { openTogether, subjectOf } from './opening.ts'
import { guides, isOver, MOST_CIRCLES, mayHarvest, type RoundId } from './round.ts'
import * as store from './store.ts'
import { type Answer, held, isNext, moved, type Taking, take, tell, unlessClosed } from './turning.ts'
import { type Hiding, hadTurn, mayTake, type Order } from './turns.ts'

const MOST_A_DAY = 20
const DAY_SECONDS = 24 * 3600

/** A round as it is opened. */
export interface Opening {
  readonly thread: ThreadId
  /** The community of the page it was written on. */
  readonly community: number
  readonly question: string
  readonly language: string
  readonly hidden: Hiding
  readonly order: Order
  readonly ends: Date | null
  /** With whose eyes it is seen: somebody who is not in the room. */
  readonly eyes?: string | undefined
  /** The round after which this is the next circle. */
  readonly follows?: RoundId | undefined
  /** What was answered about a child's name in it. */
  readonly names?: NameAnswer | undefined
}

/** Opens a round in a conversation: everybody who hears it gets a place. A student's question would be heard unseen. */
export const openRound = (house: House, scope: MemberScope, opening: Opening, once?: string): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const room = await tx.one(roomById(scope, opening.thread))
        const community = room?.community_id
        if (!room || community !== opening.community || !belongsTo(scope, community)) return refuse('open.gone')
        if (circleOf(room.audience) === 'me') return refuse('open.alone')
        if (await speaksAsStudent(tx, scope, community)) return refuse('open.student')
        if (pausedUntil((await tx.one(holdPace(room.id))) ?? { paused_until: null }, tx.now))
          return refuse('open.paused')
        if (opening.ends && opening.ends <= tx.now) return refuse('open.past', 'ends')
        const before = opening.follows === undefined ? undefined : await tx.one(store.roundById(scope, opening.follows))
        if (opening.follows !== undefined && (before?.thread_id !== room.id || !before.closed_at))
          return refuse('open.notYet')
        if (before && before.circle >= MOST_CIRCLES) return refuse('open.often')
        const tried = await tx.one(takeTry(`rounds of ${scope.personId}`, MOST_A_DAY, DAY_SECONDS, tx.now))
        if (!tried?.within) return refuse('open.often')
        const widest = narrowerOf(room.audience, before?.audience ?? room.audience)
        const row = await tx.one(
          store.insertRound(scope, {
            ...opening,
            audience: widest === 'public' ? `community:${community}` : widest,
            eyes: opening.eyes || null,
            follows: before?.id ?? null,
            circle: (before?.circle ?? 0) + 1,
            at: tx.now,
          }),
        )
        if (!row) throw new Error('A round could not be kept')
        await tx.rows(store.seatEverybody(row.id))
        await tell(tx, 'round.opened', scope.personId, { id: row.id, community_id: community })
        await noteNames(tx, { actor: scope.personId, subject: subjectOf(row.id), community }, opening.names)
        return done(row)
      },
      { once },
    ),
  )

/** Comes into a round that has begun, or back into it. */
export const joinRound = (house: House, scope: MemberScope, id: RoundId): Answer =>
  unlessClosed(
    house.db.write(scope, async (tx) => {
      const round = await held(tx, scope, id)
      if (!round) return refuse('turn.gone')
      if (isOver(round, tx.now)) return refuse('turn.closed')
      if (round.my_seat === null || round.left) await tx.rows(store.sitDown(scope, id))
      await moved(tx, round)
      return done({ id })
    }),
  )

/** Speaks, passes, or passes for now; the last one opens the answers. Refuses with the keys of `turn.…`. */
export const takeTurn = (house: House, scope: MemberScope, id: RoundId, taking: Taking, once?: string): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const round = await held(tx, scope, id)
        if (!round) return refuse('turn.gone')
        const next = await isNext(tx, scope, round, round.my_seat)
        const may = mayTake({ over: isOver(round, tx.now), order: round.order, took: round.took, next })
        if (may !== 'yes') return refuse(may)
        if (taking.way === 'later' && hadTurn(round.took)) return done({ id })
        if (taking.way === 'said' && taking.text.trim() === '') return refuse('turn.empty', 'text')
        if (taking.way === 'said' && !(await mayTakePart(tx, scope.personId, round.community_id)).ok)
          return refuse('turn.notHeard', 'text')
        const seat = round.my_seat ?? (await tx.one(store.sitDown(scope, id)))?.id ?? 0
        if (taking.way === 'said' && round.waits_here) await tell(tx, 'round.waits', null, round)
        return take(tx, round, seat, taking)
      },
      { once },
    ),
  )

/** Leaves one's place: one's words stay, and nobody waits. Coming back is possible while the round is open. */
export const leaveRound = (house: House, scope: MemberScope, id: RoundId): Answer =>
  unlessClosed(
    house.db.write(scope, async (tx) => {
      const round = await held(tx, scope, id)
      if (!round) return refuse('turn.gone')
      if (round.closed_at) return refuse('turn.closed')
      if (await tx.one(store.leavePlace(scope, id, tx.now))) await moved(tx, round)
      return done({ id })
    }),
  )

/** Opens the answers before everybody has spoken: the round never waits longer than its guide wants it to. */
export const closeRound = (house: House, scope: MemberScope, id: RoundId): Answer =>
  unlessClosed(
    house.db.write(scope, async (tx) => {
      const round = await held(tx, scope, id)
      if (!round) return refuse('turn.gone')
      if (!guides(scope, round)) return refuse('close.notYours')
      if (!round.closed_at) await openTogether(tx, round, scope.personId)
      return done({ id })
    }),
  )

/** Writes down what the group takes along. Of two at once, one does; the other sees both. */
export const keepHarvest = (
  house: House,
  scope: MemberScope,
  id: RoundId,
  harvest: {
    readonly text: string
    readonly language: string
    readonly seen: number
    readonly names?: NameAnswer | undefined
  },
  once?: string,
): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const round = await tx.one(store.roundById(scope, id))
        if (!round) return refuse('turn.gone')
        if (!mayHarvest(scope, round)) return refuse(round.closed_at ? 'harvest.notYours' : 'harvest.early')
        if (!(await tx.one(store.setHarvest(scope, id, wordsOf(harvest), harvest.seen))))
          return refuse('harvest.meanwhile', 'text')
        await tell(tx, 'round.harvested', scope.personId, round)
        const about = { actor: scope.personId, subject: subjectOf(id), community: round.community_id }
        await noteNames(tx, about, harvest.names)
        return done({ id })
      },
      { once },
    ),
  )

/** Lets a student's answer open together with all others, as it was seen. Where another adult was quicker, it is done. */
export const lookAtAnswer = (house: House, scope: MemberScope, id: RoundId, sign: string): Answer =>
  house.db.write(scope, async (tx) => {
    const round = await held(tx, scope, id)
    if (!round) return refuse('turn.gone')
    const heard = await tx.rows(store.heardIn(scope, id))
    if (!heard.some((one) => one.sign === sign)) return refuse('look.meanwhile')
    if (heard.some((one) => one.sign === sign && one.waits)) {
      await tx.rows(store.lookAt(id, sign))
      await tell(tx, 'round.looked', scope.personId, round)
    }
    return done({ id })
  })

const speaksAsStudent = async (tx: Tx, scope: MemberScope, community: number): Promise<boolean> =>
  (await tx.one(store.isStudentHere(scope, community)))?.student === true

/** A round in the room, on one screen: whoever guides it writes down what somebody there says, passes for them, seats guests. */
import type { House } from '../../../../platform/house.ts'
import { done, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope } from '../../../people/contract.ts'
import { mayTakePart } from '../../../safeguarding/public.ts'
import { isOver, mayWriteFor, type RoundId } from '../round.ts'
import { seatsIn } from '../store.ts'
import { type Answer, held, isNext, moved, type Taking, take, unlessClosed } from '../turning.ts'
import { mayTake } from '../turns.ts'
import { leaveFor, seatFor } from './store.ts'

/** Takes the turn of whoever sits there: what they said, a pass, a pass for now. Who had a turn elsewhere is not overwritten. */
export const takeTurnFor = (
  house: House,
  scope: MemberScope,
  id: RoundId,
  seat: number,
  taking: Omit<Taking, 'nameless'>,
  once?: string,
): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const round = await held(tx, scope, id)
        if (!round) return refuse('turn.gone')
        if (!mayWriteFor(scope, round)) return refuse('room.notYours')
        const sits = (await tx.rows(seatsIn(scope, id))).find((one) => one.id === seat)
        if (!sits) return refuse('room.who', 'seat')
        const next = await isNext(tx, scope, round, seat)
        const may = mayTake({ over: isOver(round, tx.now), order: round.order, took: sits.took, next })
        if (may === 'turn.notNext') return refuse('room.notNext', 'seat')
        if (may !== 'yes') return refuse(may)
        if (taking.way === 'said' && taking.text.trim() === '') return refuse('turn.empty', 'text')
        // A no holds in another's hand as well.
        const heard =
          taking.way !== 'said' || !sits.person_id || (await mayTakePart(tx, sits.person_id, round.community_id)).ok
        if (!heard) return refuse('room.notHeard', 'seat')
        const taken = await take(tx, round, seat, { ...taking, nameless: false })
        if (taken.ok) return taken
        if (taken.reason === 'turn.notHeard') return refuse('room.notHeard', 'seat')
        return taken.reason === 'turn.had' ? refuse('room.had', 'seat') : taken
      },
      { once },
    ),
  )

/** Seats a guest by the name they give. */
export const seatGuest = (house: House, scope: MemberScope, id: RoundId, name: string, once?: string): Answer =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const round = await held(tx, scope, id)
        if (!round) return refuse('turn.gone')
        if (!mayWriteFor(scope, round)) return refuse('room.notYours')
        if (isOver(round, tx.now)) return refuse('turn.closed')
        if (!(await tx.one(seatFor(scope, id, name)))) return refuse('room.guests', 'name')
        await moved(tx, round)
        return done({ id })
      },
      { once },
    ),
  )

/** Somebody is not here: nobody waits for them. They can still come in by themselves while the round is open. */
export const notHere = (house: House, scope: MemberScope, id: RoundId, seat: number): Answer =>
  unlessClosed(
    house.db.write(scope, async (tx) => {
      const round = await held(tx, scope, id)
      if (!round) return refuse('turn.gone')
      if (!mayWriteFor(scope, round)) return refuse('room.notYours')
      if (isOver(round, tx.now)) return refuse('turn.closed')
      if (await tx.one(leaveFor(id, seat, tx.now))) await moved(tx, round)
      return done({ id })
    }),
  )

/** Handing over: a facilitator asks somebody to take the place, and steps back only after the other's yes. */
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { facilitates } from '../../audience.ts'
import { lockCommunity, setRole } from '../../store.ts'
import * as store from '../store.ts'

const note = (tx: Tx, scope: MemberScope, place: Place, kind: `handover.${string}`, id: number) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'handover', id }, community: place.id })

const openOne = async (tx: Tx, scope: MemberScope, place: Place, id: number) =>
  (await tx.rows(store.handoversOf(scope, place.id))).find((one) => one.id === id)

/** Asks somebody who belongs here to facilitate instead. An asking of somebody who left meanwhile gives way to it. */
export const askToTakeOver = (
  house: House,
  scope: MemberScope,
  place: Place,
  to: number,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const { personId } = scope
      if (personId === null || !facilitates(scope, place.id)) return refuse('facilitatorsOnly')
      await tx.rows(lockCommunity(place.id))
      if (to === personId || !(await tx.one(store.roleOf(scope, place.id, to)))) return refuse('handover.whom', 'to')
      const open = (await tx.rows(store.handoversOf(scope, place.id))).find((one) => one.from_id === personId)
      if (open && open.to_name !== null) return refuse('handover.open', 'to')
      if (open) await tx.rows(store.endHandover(open.id, 'taken-back', tx.now))
      const made = await tx.one(store.insertHandover(place.id, personId, to, tx.now))
      if (!made) return refuse('handover.open', 'to')
      await note(tx, scope, place, 'handover.asked', made.id)
      return done({ id: made.id })
    },
    { once },
  )

/** Says yes: one becomes a facilitator, and who asked becomes a member, in one step. */
export const takeOver = (house: House, scope: MemberScope, place: Place, handover: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const { personId } = scope
    await tx.rows(lockCommunity(place.id))
    const open = await openOne(tx, scope, place, handover)
    if (personId === null || !open || open.to_id !== personId) return refuse('handover.gone')
    // Who stepped back or left meanwhile has nothing to hand over any more.
    const from = await tx.one(store.roleOf(scope, place.id, open.from_id))
    if (from?.role !== 'facilitator') return refuse('handover.gone')
    await tx.rows(store.endHandover(open.id, 'accepted', tx.now))
    for (const [person, role] of [
      [personId, 'facilitator'],
      [open.from_id, 'member'],
    ] as const) {
      if (!(await tx.one(setRole(place.id, person, role)))) return refuse('handover.gone')
      const subject = { kind: 'person', id: person }
      await record(tx, { kind: 'role.given', actor: personId, subject, community: place.id })
    }
    await note(tx, scope, place, 'handover.accepted', open.id)
    return done(null)
  })

/** Ends an asking without a change: declined by who was asked, taken back by who asked. */
export const leaveAsItIs = (house: House, scope: MemberScope, place: Place, handover: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const open = await openOne(tx, scope, place, handover)
    const mine = open?.from_id === scope.personId
    if (!open || !(mine || open.to_id === scope.personId)) return refuse('handover.gone')
    const outcome = mine ? 'taken-back' : 'declined'
    if (!(await tx.one(store.endHandover(open.id, outcome, tx.now)))) return refuse('handover.gone')
    await note(tx, scope, place, `handover.${outcome}`, open.id)
    return done(null)
  })

/** A community goes on, rests, wakes, or is opened again: steps that can be undone and take nothing from anybody. */
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { facilitates } from '../../audience.ts'
import { lockCommunity } from '../../store.ts'
import { afterMove, isStage, type Move } from '../stage.ts'
import * as store from '../store.ts'

const past = { rest: 'community.rested', wake: 'community.woke', reopen: 'community.reopened' } as const

const note = (tx: Tx, scope: MemberScope, place: Place, kind: `community.${string}`) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'community', id: place.id }, community: place.id })

/** Lets a community rest, wakes it, or opens it again. */
export const move = (house: House, scope: MemberScope, place: Place, wanted: Move): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('facilitatorsOnly')
    await tx.rows(lockCommunity(place.id))
    const now = await tx.one(store.rhythmOf(scope, place.id))
    const to = now && afterMove(now.stage, now.stage_before, wanted)
    if (!now || !to) return refuse('move.already')
    await tx.rows(store.setStage({ id: place.id, from: now.stage, to, at: tx.now }))
    await note(tx, scope, place, past[wanted])
    return done(null)
  })

/** Answers the question about the quiet: it goes on as it is. */
export const goOn = (house: House, scope: MemberScope, place: Place): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('facilitatorsOnly')
    const now = await tx.one(store.rhythmOf(scope, place.id))
    if (!now || !isStage(now.stage)) return refuse('move.already')
    await tx.rows(store.setAwake(place.id, tx.now))
    await note(tx, scope, place, 'community.went-on')
    return done(null)
  })

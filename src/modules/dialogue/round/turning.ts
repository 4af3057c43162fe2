/** What every act in a round goes through: it is held still, judged by the rules, and told to those who may hear of it. */
import type { Tx } from '../../../platform/db/database.ts'
import { Declined } from '../../../platform/db/declined.ts'
import { record } from '../../../platform/facts/record.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { wordsOf } from '../contribution.ts'
import { openTogether, subjectOf } from './opening.ts'
import { type Round, type RoundId, seatStateOf } from './round.ts'
import * as store from './store.ts'
import { nextInCircle, type Way } from './turns.ts'

/** What acts in a round answer. */
export type Answer = Promise<Outcome<{ id: RoundId }>>

/** A turn as it is taken. `seen` is the version of the turn that stood on the page; 0 for none. */
export interface Taking {
  readonly way: Way
  readonly text: string
  readonly language: string
  readonly nameless: boolean
  readonly seen: number
}

/** A closed community is kept closed by the database: said as a refusal, so that what was typed comes back. */
export const unlessClosed = (work: Answer): Answer =>
  work.catch((fault: unknown) => {
    if (fault instanceof Declined) return refuse('turn.farewell')
    throw fault
  })

/** Holds a round still and reads it: two who act at once wait for each other. */
export const held = async (tx: Tx, scope: MemberScope, id: RoundId): Promise<Round | undefined> => {
  await tx.rows(store.holdRound(id))
  return tx.one(store.roundById(scope, id))
}

/** Whether the turn around the circle is a seat's. */
export const isNext = async (tx: Tx, scope: MemberScope, round: Round, seat: number | null): Promise<boolean> => {
  if (round.order === 'free' || seat === null) return false
  const turns = await tx.rows(store.turnsIn(scope, round.id))
  return nextInCircle(turns.map(seatStateOf))?.seat === seat
}

/** Writes down what happened in a round. */
export const tell = (
  tx: Tx,
  kind: `round.${string}`,
  actor: number | null,
  round: { readonly id: RoundId; readonly community_id: number },
) => record(tx, { kind, actor, subject: subjectOf(round.id), community: round.community_id })

/**
 * After somebody took a turn, came or left: the last one opens the answers. Of a round that stays hidden until all open,
 * nobody hears that somebody took a turn, not even without their name.
 */
export const moved = async (tx: Tx, round: Round): Promise<void> => {
  if ((await tx.one(store.wholeNow(round.id)))?.whole) return openTogether(tx, round, null)
  if (round.order === 'circle' || round.hidden === 'until_own') await tell(tx, 'round.moved', null, round)
}

/** Takes a turn on a seat that the rules allow it to; the database asks once more. */
export const take = async (tx: Tx, round: Round, seat: number, taking: Taking): Answer => {
  const { way, seen } = taking
  const said = way === 'said'
  const words = said ? wordsOf(taking) : { text: '', html: '', language: taking.language }
  const turn = { ...words, way, nameless: said && taking.nameless, seen }
  const came = await tx.one(store.takeTurnOn(seat, turn, tx.now))
  if (came?.came !== 'taken') return refuse(`turn.${came?.came ?? 'gone'}`)
  await moved(tx, round)
  return done({ id: round.id })
}

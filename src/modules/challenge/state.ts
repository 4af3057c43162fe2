/** The states of a question: which moves are lawful, and the step that people see. */
import type { Challenge, State, Step, TrialState } from './contract.ts'

/** What can be done with a question: choose it, explore it, answer it for now, park it, take it up again. */
export const moves = ['choose', 'explore', 'answer', 'park', 'reopen'] as const
/** A move of a question. */
export type Move = (typeof moves)[number]

interface Standing {
  readonly state: State
  readonly parked_from: Challenge['parked_from']
}

/** Where a move leads, or nothing when it is not lawful from here. A parked question comes back to where it was. */
export const after = (at: Standing, move: Move): Standing | undefined => {
  const { state } = at
  if (move === 'choose') return state === 'raised' ? { state: 'chosen', parked_from: null } : undefined
  if (move === 'explore') return state === 'chosen' ? { state: 'exploring', parked_from: null } : undefined
  if (move === 'answer') return state === 'exploring' ? { state: 'answered', parked_from: null } : undefined
  if (move === 'park') return state === 'parked' ? undefined : { state: 'parked', parked_from: state }
  if (state === 'parked') return { state: at.parked_from ?? 'raised', parked_from: null }
  return state === 'answered' ? { state: 'exploring', parked_from: null } : undefined
}

/** The moves that are lawful from here, in their order. */
export const movesFrom = (at: Standing): Move[] => moves.filter((move) => after(at, move) !== undefined)

/** The moves that lead a question on to being explored, as the start of a try-out does; none when it is further. */
export const untilExploring = (at: Standing): Move[] =>
  at.state === 'raised' ? ['choose', 'explore'] : at.state === 'chosen' ? ['explore'] : []

const lookedBack: readonly TrialState[] = ['reviewed', 'kept', 'adapted', 'stopped']

/** The step that people see: a running try-out is Try, a reviewed one Look back; a parked question keeps its step. */
export const stepOf = (at: Standing & { readonly trials: readonly TrialState[] }): Step => {
  const state = at.state === 'parked' ? (at.parked_from ?? 'raised') : at.state
  if (state === 'answered') return 'look-back'
  if (at.trials.includes('running')) return 'try'
  const newest = at.trials.at(-1)
  if (newest && lookedBack.includes(newest)) return 'look-back'
  return state === 'exploring' ? 'understand' : 'notice'
}

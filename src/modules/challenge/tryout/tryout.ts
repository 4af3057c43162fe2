/** The way of a try-out: proposed, safe to try, running, reviewed, and how it ends. */
import type { TrialState } from '../contract.ts'

/** What can be done with a try-out. */
export const trialMoves = ['agree', 'start', 'review', 'keep', 'adapt', 'stop'] as const
/** A move of a try-out. */
export type TrialMove = (typeof trialMoves)[number]

/** The three ways a try-out ends; none is better than the others. */
export const endings = ['keep', 'adapt', 'stop'] as const
/** A way to end. */
export type Ending = (typeof endings)[number]

const lawful: Readonly<Record<TrialMove, readonly [TrialState, TrialState]>> = {
  agree: ['proposed', 'safe'],
  start: ['safe', 'running'],
  review: ['running', 'reviewed'],
  keep: ['reviewed', 'kept'],
  adapt: ['reviewed', 'adapted'],
  stop: ['reviewed', 'stopped'],
}

/** Where a move leads, or nothing when it is not lawful from here. */
export const afterTrial = (state: TrialState, move: TrialMove): TrialState | undefined =>
  lawful[move][0] === state ? lawful[move][1] : undefined

/** The moves to an ending: a limit that is reached ends a running try-out at once, looked back on in the same breath. */
export const movesToEnd = (state: TrialState, ending: Ending): TrialMove[] | undefined =>
  state === 'reviewed' ? [ending] : state === 'running' ? ['review', ending] : undefined

/** Before it runs, whoever proposed it may take it back. */
export const notBegun = (state: TrialState): boolean => state === 'proposed' || state === 'safe'

/** Whether its time is past while nobody has looked back: a human is needed. `today` and `endsOn` as `2026-12-03`. */
export const isDue = (tryout: { readonly state: TrialState; readonly ends_on: string }, today: string): boolean =>
  tryout.state === 'running' && tryout.ends_on <= today

/** The try-out a page shows first: the one that runs, else the newest that is on its way, else the newest. */
export const currentOf = <T extends { readonly state: TrialState }>(tryouts: readonly T[]): T | undefined =>
  tryouts.findLast((one) => one.state === 'running') ??
  tryouts.findLast((one) => one.state === 'reviewed' || notBegun(one.state)) ??
  tryouts.at(-1)

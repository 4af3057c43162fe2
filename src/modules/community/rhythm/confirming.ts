/** When a group has confirmed what its facilitator proposed: counted only when a person closes the asking. */
import type { Proposable } from './stage.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Two weeks: long enough that somebody who looks in once a week is not left out. */
export const ASKED_FOR_DAYS = 14

/** One answer alone is not a group's; the proposer's own yes is one of them. */
const LEAST_ANSWERS = 2

/** What is known of an asking when it is looked at. */
export interface Asking {
  readonly stage: Proposable
  readonly yes: number
  readonly notYet: number
  /** Those who can answer: facilitators and members. */
  readonly members: number
}

/** Until when one can answer. */
export const askedUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + ASKED_FOR_DAYS * DAY_MS)

/** Whether an answer still counts. */
export const mayAnswer = (askedAt: Date, now: Date): boolean => now < askedUntil(askedAt)

/** Whether a facilitator may close the asking: its time is over, or everybody has answered. */
export const mayConclude = (asking: Asking, askedAt: Date, now: Date): boolean =>
  !mayAnswer(askedAt, now) || asking.yes + asking.notYet >= asking.members

/**
 * Confirmed: more than half of those who answered say yes, and at least two people answered (all, where fewer are here).
 * Closing needs no second answer, for a group that has fallen silent must be able to say goodbye.
 */
export const isConfirmed = ({ stage, yes, notYet, members }: Asking): boolean => {
  const answered = yes + notYet
  const least = stage === 'closed' ? 1 : Math.min(LEAST_ANSWERS, members)
  return answered >= least && yes * 2 > answered
}

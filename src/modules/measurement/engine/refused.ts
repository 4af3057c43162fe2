/** A measurement that cannot be made from what was given says so as a value, in one sentence that helps. */

/** What was asked makes no sense; `refused` says why, and what would. */
export interface Refused {
  readonly refused: string
}

/** Refuses a measurement. */
export const refused = (reason: string): Refused => ({ refused: reason })

/** Whether a measurement was refused. */
export const isRefused = (outcome: object): outcome is Refused => 'refused' in outcome

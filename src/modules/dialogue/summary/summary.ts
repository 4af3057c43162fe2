/** A short summary of a conversation: kept by everybody who hears it, the last version standing at its top. */

/** The longest summary, in characters: it is short. */
export const LONGEST_SUMMARY = 3_000

/** From so many voices on it is worth one. */
export const WORTH_A_SUMMARY = 5

/** Whether a conversation is long enough that its page offers to begin one. */
export const isWorthOne = (contributions: number): boolean => contributions >= WORTH_A_SUMMARY

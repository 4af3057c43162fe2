/** Undo: for ten minutes what was said can be taken back as if it had never been said. */

const TEN_MINUTES_MS = 10 * 60 * 1000

/** Whether something said at `saidAt` can still be taken back without a trace; afterwards it can be withdrawn. */
export const canBeTakenBack = (saidAt: Date, now: Date): boolean => now.getTime() - saidAt.getTime() < TEN_MINUTES_MS

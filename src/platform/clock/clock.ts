/** What time it is: passed in everywhere, so that rules have no clock and tests can hold it still. */
export interface Clock {
  now(): Date
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

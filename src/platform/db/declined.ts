/** What the database itself declines in words, wherever it was asked: one code, and a key that says why. */

const CODE = 'CI001'

/** Nothing was kept; `reason` says why, such as `closed`. Told to people as a page or a problem of its own. */
export class Declined extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(`Declined by the database: ${reason}`)
    this.reason = reason
  }
}

/** The fault of a query as it is told: declined in words, or as it came. */
export const declinedOr = (fault: unknown): unknown =>
  fault instanceof Error && 'code' in fault && fault.code === CODE ? new Declined(fault.message) : fault

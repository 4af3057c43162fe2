/** What the database itself declines in words, wherever it was asked: one code, and a key that says why. */

const CODE = 'CI001'

/** Nothing was kept; `reason` says why, such as `closed`, and `detail` what it is about. Told to people as a page or a problem of its own. */
export class Declined extends Error {
  readonly reason: string
  readonly detail: string | undefined

  constructor(reason: string, detail?: string) {
    super(`Declined by the database: ${reason}`)
    this.reason = reason
    this.detail = detail
  }
}

/** The fault of a query as it is told: declined in words, or as it came. */
export const declinedOr = (fault: unknown): unknown => {
  if (!(fault instanceof Error && 'code' in fault && fault.code === CODE)) return fault
  const detail = 'detail' in fault && typeof fault.detail === 'string' ? fault.detail : undefined
  return new Declined(fault.message, detail)
}

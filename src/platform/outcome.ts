/** What an action answers: done with a value, or refused with a reason in words. Exceptions are bugs. */
const REFUSED = 'refused'

/** A kind no: `reason` is a key of the module's words, `field` the form field it belongs to. */
export interface Refusal {
  readonly ok: false
  readonly [REFUSED]: true
  readonly reason: string
  readonly field?: string
}

/** The answer of every action. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal

/** It is done. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** It is not done, and why: a word key, and the field it belongs to. */
export const refuse = (reason: string, field?: string): Refusal => ({
  ok: false,
  [REFUSED]: true,
  reason,
  ...(field ? { field } : {}),
})

/** Whether a value is a refusal: a transaction that returns one is undone. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && REFUSED in value && value[REFUSED] === true

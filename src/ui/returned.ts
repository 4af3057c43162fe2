/** A form that comes back: what was typed, what is to be mended, and both as fields and pages take them. */
import type { FieldError, Typed } from '../platform/http/form.ts'
import { type Mistake, mistakeOf } from './form.tsx'

/** What came back of a form that had mistakes. */
export interface Returned {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** Its mistakes as pages show them; `t` are the words that know the reasons. */
export const mistakesIn = (t: { maybe(key: string): string }, { errors = [] }: Returned): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: t.maybe(reason) }))

/** The mistake of one field, to be spread into it. */
export const wrongIn = (t: { maybe(key: string): string }, returned: Returned, field: string): { error?: string } => {
  const error = mistakeOf(mistakesIn(t, returned), field)
  return error ? { error } : {}
}

/** Turns the mistakes of a form into words of the reader's language. */
import type { FieldError } from '../../../platform/http/form.ts'
import type { Mistake } from '../../../ui/form.tsx'

/** A module's words, as far as reasons need them. */
interface Speaks {
  maybe(key: string): string
}

/** Mistakes as pages show them. */
export const mistakesIn = (t: Speaks, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: t.maybe(reason) }))

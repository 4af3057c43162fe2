/** Mistakes of the forms of planning in words of the reader, and the props that fill a field again. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { type Mistake, mistakeOf } from '../../../ui/form.tsx'

/** What came back of a form that had mistakes. */
export interface Returned {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** Mistakes as pages show them; `t` are the module's words. */
export const mistakesIn = (t: { maybe(key: string): string }, { errors = [] }: Returned): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: t.maybe(reason) }))

/** Name, value and mistake of a field. */
export const fieldOf = (name: string, returned: Returned, errors: readonly Mistake[], otherwise = '') => {
  const error = mistakeOf(errors, name)
  return { name, value: typedText(returned.typed, name, otherwise), ...(error ? { error } : {}) }
}

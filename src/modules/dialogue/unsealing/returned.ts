/** A form that comes back: what was typed, and what is to be mended. */
import type { FieldError, Typed } from '../../../platform/http/form.ts'

export interface Returned {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

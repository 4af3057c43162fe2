/** What came back of a form that had mistakes, and its mistakes in words of the reader. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { words } from '../words.ts'

/** What came back, and of whose form. */
export interface Returned {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** The guardian whose form it was; none when it was the page's own. */
  readonly of?: number | undefined
}

/** Mistakes as pages show them. */
export const mistakesIn = (lang: Language, { errors = [] }: Returned): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

/** The mistake of one field, to be spread into it. */
export const wrong = (lang: Language, returned: Returned, field: string): { error?: string } => {
  const error = mistakeOf(mistakesIn(lang, returned), field)
  return error ? { error } : {}
}

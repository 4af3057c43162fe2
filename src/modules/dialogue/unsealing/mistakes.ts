/** What could not be done when somebody asks who said something, in words. */
import type { FieldError } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Mistake } from '../../../ui/form.tsx'
import { words } from './words.ts'

/** The mistakes of these forms. */
export const mistakesIn = (lang: Language, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

/** Mistakes of these forms, in the reader's language. */
import type { FieldError } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import type { Mistake } from '../../../../ui/form.tsx'
import { words } from '../words.ts'

export const mistakesIn = (lang: Language, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) }))

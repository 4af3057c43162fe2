/** A community's mistakes in words; names and addresses of newcomers are told in people's way here too. */
import type { FieldError } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Mistake } from '../../../ui/form.tsx'
import { arrivalWords } from '../../people/public.ts'
import { words as codeWords } from '../code/words.ts'
import { words } from '../words.ts'

/** Mistakes as pages show them. */
export const mistakesIn = (lang: Language, errors: readonly FieldError[] = []): Mistake[] =>
  errors.map(({ field, reason }) => ({
    field,
    message: /^(me|signIn)\./.test(reason)
      ? arrivalWords(lang).maybe(reason)
      : reason === 'decided'
        ? codeWords(lang)('decided')
        : words(lang).maybe(reason),
  }))

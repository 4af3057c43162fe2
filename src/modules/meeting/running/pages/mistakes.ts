/** Mistakes of the forms of a running meeting, in words of the reader. */
import { typedText } from '../../../../platform/http/form.ts'
import { type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { words } from '../words.ts'
import type { Together } from './seen.ts'

/** All mistakes of the form that came back. */
export const mistakesIn = ({ reader, errors = [] }: Together): Mistake[] =>
  errors.map(({ field, reason }) => ({ field, message: words(reader.lang).maybe(reason) }))

/** Value and mistake of a field. */
export const fieldOf = (together: Together, name: string, otherwise = '') => {
  const error = mistakeOf(mistakesIn(together), name)
  return { name, value: typedText(together.typed, name, otherwise), ...(error ? { error } : {}) }
}

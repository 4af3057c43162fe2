/** What came back of a form that had mistakes, and its mistakes in words of the reader. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import type { Mistake } from '../../../../ui/form.tsx'
import { words } from '../words.ts'

/** What came back. */
export interface Returned {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

// The choice of who sees it is shared with conversations, and has its id from there.
const anchors: Readonly<Record<string, string>> = { audience: 'voice-audience', language: 'voice-language' }

/** Mistakes as pages show them. */
export const mistakesIn = (lang: Language, { errors = [] }: Returned): Mistake[] =>
  errors.map(({ field, reason }) => ({ field: anchors[field] ?? field, message: words(lang).maybe(reason) }))

/** What could not be done, in words: those of speaking, or of the parts that what is said may have. */
import type { FieldError } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Mistake } from '../../../ui/form.tsx'
import { words as noteWords, knows as ofNotes } from '../covering/words.ts'
import { words } from '../words.ts'

/** A reason in words. */
export const reasonIn = (lang: Language, reason: string): string =>
  ofNotes(reason) ? noteWords(lang).maybe(reason) : words(lang).maybe(reason)

const tooEarly = ['pace.paused', 'pace.slow']

/** What a message tells beyond its reason: when it is no longer too early, which names nobody bears. */
export interface Told {
  readonly when?: string | undefined
  readonly names?: string | undefined
}

const messageOf = (lang: Language, reason: string, { when, names }: Told): string => {
  if (when && tooEarly.includes(reason)) return words(lang)('pace.when', { when })
  return names && reason === 'mention.nobody' ? words(lang)('mention.these', { names }) : reasonIn(lang, reason)
}

/** The mistakes of these forms in words; the fields' ids begin with `voice-`, for they stand on other modules' pages. */
export const mistakesIn = (lang: Language, errors: readonly FieldError[] = [], told: Told = {}): Mistake[] =>
  errors.map(({ field, reason }) => ({
    field: field && `voice-${field}`,
    message: messageOf(lang, reason, told),
  }))

/** What came back of a form that had mistakes, and its mistakes in words of the reader. */
import type { Language } from '../../../platform/words/words.ts'
import { type Returned as AnyReturned, mistakesIn as mistakesWith, wrongIn } from '../../../ui/returned.ts'
import { words } from '../words.ts'

/** What came back. */
export type Returned = AnyReturned

/** Mistakes as pages show them. */
export const mistakesIn = (lang: Language, returned: Returned) => mistakesWith(words(lang), returned)

/** The mistake of one field, to be spread into it. */
export const wrong = (lang: Language, returned: Returned, field: string) => wrongIn(words(lang), returned, field)

/** The words of a meeting on its way, in every language. */
import { defineWords, type Language } from '../../../platform/words/words.ts'
import { words as meetingWords } from '../words.ts'
import de from './words.de.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import nl from './words.nl.json' with { type: 'json' }
import pt from './words.pt.json' with { type: 'json' }
import sk from './words.sk.json' with { type: 'json' }

export const words = defineWords({ en, pt, nl, de, sk })

/** Why something is not done, of running and of planning. */
export const reasonSaid = (lang: Language, reason: string): string =>
  reason in en ? words(lang).maybe(reason) : meetingWords(lang).maybe(reason)

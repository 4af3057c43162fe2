/** The words of saying it for somebody in every language, and how a refusal is said that comes from speaking. */
import { defineWords, type Language } from '../../../platform/words/words.ts'
import { words as dialogueWords } from '../words.ts'
import de from './words.de.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import nl from './words.nl.json' with { type: 'json' }
import pt from './words.pt.json' with { type: 'json' }
import sk from './words.sk.json' with { type: 'json' }

export const words = defineWords({ en, pt, nl, de, sk })

/** A refusal in words. */
export const reasonSaid = (lang: Language, reason: string): string =>
  reason in en ? words(lang).maybe(reason) : dialogueWords(lang).maybe(reason)

/** The sentences that say “you”: to a student as one speaks to a student. */
type ToYou = (typeof toYou)[number]
const toYou = ['give.lead', 'give.exact', 'give.back', 'give.nobody', 'here.yours'] as const

/** One of them; `student` is whether whoever reads it speaks here as a student. */
export const youSaid = (lang: Language, student: boolean, key: ToYou, carrier = ''): string => {
  const t = words(lang)
  return student ? t.maybe(`young.${key}`, { carrier }) : t.maybe(key, { carrier })
}

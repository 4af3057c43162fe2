/** What the forms of dialogue may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText, text } from '../../platform/http/form.ts'
import { languages } from '../../platform/words/words.ts'
import { circles } from '../community/contract.ts'
import { namesField } from '../safeguarding/public.ts'
import { note } from './covering/schemas.ts'
import { manners } from './learning/manner.ts'
import { LONGEST_QUOTE } from './quoting/quoting.ts'

/** The longest contribution, in characters. */
export const LONGEST = 20_000

const said = text(LONGEST, { empty: 'say.empty', long: 'say.long' })
const language = z.enum(languages, { error: 'say.language' })
const circle = z.enum(circles, { error: 'say.audience' })
const group = z
  .string()
  .regex(/^group:[1-9]\d{0,14}$/)
  .transform((key) => key as `group:${number}`)
/** Whom somebody speaks to: a circle or a chosen group. */
export const chosen = z.union([circle, group], { error: 'say.audience' })
const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

export const sayForm = z.object({
  text: said,
  language,
  audience: chosen,
  replyTo: number.optional().catch(undefined),
  nameless: z.literal('yes').optional().catch(undefined),
  manner: z.enum(manners).catch('said'),
  quote: number.optional().catch(undefined),
  quoteWords: maybeText(LONGEST_QUOTE, 'quote.long'),
  note,
  from: z.string().max(80).optional().catch(undefined),
  names: namesField,
  asItIs: z.literal('yes').optional().catch(undefined),
})
export const wordsForm = z.object({ text: said, language, version: number.catch(0), names: namesField })
export const audienceForm = z.object({ audience: circle })
export const readingForm = z.object({ read: z.enum(['yes', 'no']).catch('yes') })

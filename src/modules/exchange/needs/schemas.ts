/** What the forms may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, maybeText } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { needCircles, needKinds } from './contract.ts'

/** Saying what one needs or can offer: one or two sentences. */
export const sayForm = z.object({
  kind: z.enum(needKinds, { error: 'say.kind' }),
  text: line(400, { empty: 'say.empty', long: 'say.long' }),
  audience: z.enum(needCircles, { error: 'say.audience' }),
  language: z.enum(languages, { error: 'say.language' }),
})

const short = (long: string) => maybeText(300, long).transform((typed) => typed.replace(/\s*\n\s*/g, ' '))

/** Answering; the press alone is enough. */
export const answerForm = z.object({ words: short('answer.long') })

/** “This is met – thank you”: with whom, and a line of thanks. */
export const metForm = z.object({
  with: z
    .string()
    .optional()
    .default('')
    .transform((typed) => (/^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : typed === '' ? null : 0)),
  thanks: short('met.long'),
})

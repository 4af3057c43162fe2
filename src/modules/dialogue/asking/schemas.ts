/** What the forms of asking may hold. The messages are keys of the words, of asking or of speaking. */
import { z } from 'zod'
import { many } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { circles } from '../../community/contract.ts'
import { LONGEST } from '../forms.ts'
import { LONGEST_QUESTION, MOST_ASKED } from './ask.ts'

const number = z.coerce
  .number({ error: 'ask.who' })
  .int('ask.who')
  .positive('ask.who')
  .max(Number.MAX_SAFE_INTEGER, 'ask.who')

export const askForm = z.object({
  to: many(number).pipe(z.array(z.number()).min(1, 'ask.who').max(MOST_ASKED, 'ask.many')),
  question: z.string({ error: 'ask.long' }).trim().max(LONGEST_QUESTION, 'ask.long').optional().default(''),
  voice: number.optional().catch(undefined),
})

/** An answer, or one of the two ways to pass, for which no words are needed: the act itself asks for them. */
export const answerForm = z.object({
  act: z.enum(['answered', 'passed', 'declined']).catch('answered'),
  text: z.string({ error: 'say.empty' }).trim().max(LONGEST, 'say.long').optional().default(''),
  language: z.enum(languages, { error: 'say.language' }),
  audience: z.enum(circles, { error: 'say.audience' }),
})

export const undoForm = z.object({
  undo: z.string().max(100, 'undo.gone').catch(''),
  text: z.string().max(LONGEST, 'say.long').catch(''),
})

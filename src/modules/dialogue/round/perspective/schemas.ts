/** What the forms of the question to them may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText, text } from '../../../../platform/http/form.ts'
import { languages } from '../../../../platform/words/words.ts'
import { namesField } from '../../../safeguarding/public.ts'
import { LONGEST_HARVEST, LONGEST_QUESTION } from '../round.ts'

const language = z.enum(languages, { error: 'turn.language' })
const seen = z.coerce.number().int().min(0).max(1_000_000).catch(0)

/** The question, and to whom here; nobody for somebody elsewhere. */
export const questionForm = z.object({
  text: text(LONGEST_QUESTION, { empty: 'open.empty', long: 'open.long' }),
  to: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  language,
  seen,
  names: namesField,
})

/** What they answered, or that they would rather not. */
export const theirAnswerForm = z.object({
  how: z.enum(['answered', 'declined']).catch('answered'),
  answer: maybeText(LONGEST_HARVEST, 'harvest.long'),
  language,
  seen,
  names: namesField,
})

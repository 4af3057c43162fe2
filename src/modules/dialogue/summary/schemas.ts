/** What the form of a summary may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { namesField } from '../../safeguarding/public.ts'
import { LONGEST_SUMMARY } from './summary.ts'

export const summaryForm = z.object({
  text: maybeText(LONGEST_SUMMARY, 'summary.long'),
  language: z.enum(languages, { error: 'say.language' }),
  version: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  names: namesField,
})

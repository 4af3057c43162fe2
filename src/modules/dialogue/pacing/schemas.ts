/** What the forms of pace may hold. The messages are keys of the words. */
import { z } from 'zod'
import { text } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { namesField } from '../../safeguarding/public.ts'
import { LONGEST_WHY } from './pace.ts'

export const slowForm = z.object({
  slow: z.coerce
    .number({ error: 'pace.span' })
    .int('pace.span')
    .transform((minutes) => minutes || null),
})
export const pauseForm = z.object({
  why: text(LONGEST_WHY, { empty: 'pace.why', long: 'pace.long' }),
  language: z.enum(languages).optional().catch(undefined),
  names: namesField,
})

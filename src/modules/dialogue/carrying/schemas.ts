/** What the forms of saying it for somebody may hold. The messages are keys of the words, or of speaking's. */
import { z } from 'zod'
import { text } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { namesField } from '../../safeguarding/public.ts'
import { LONGEST } from '../forms.ts'
import { LONGEST_NO } from './carried.ts'

const number = z.coerce
  .number({ error: 'carry.who' })
  .int('carry.who')
  .positive('carry.who')
  .max(Number.MAX_SAFE_INTEGER, 'carry.who')

export const giveForm = z.object({
  carrier: number,
  text: text(LONGEST, { empty: 'say.empty', long: 'say.long' }),
  language: z.enum(languages, { error: 'say.language' }),
  names: namesField,
  voice: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})
export const noForm = z.object({ answer: text(LONGEST_NO, { empty: 'no.empty', long: 'no.long' }) })

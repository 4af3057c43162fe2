/** What the form of a scribe may hold. The messages are keys of the words, a scribe's or those of speaking. */
import { z } from 'zod'
import { audienceForm, sayForm } from '../forms.ts'

const { text, language } = sayForm.shape
const { audience } = audienceForm.shape

export const writeForm = z.object({
  who: z.coerce
    .number({ error: 'write.who' })
    .int('write.who')
    .positive('write.who')
    .max(Number.MAX_SAFE_INTEGER, 'write.who'),
  text,
  language,
  audience,
  ask: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** What the forms of webhooks may hold. The messages are keys of the words. */
import { z } from 'zod'
import { many } from '../../platform/http/form.ts'
import { kinds } from './kind.ts'

const address = z.string({ error: 'address.empty' }).trim().min(1, 'address.empty').max(500, 'address.long')
const chosen = many(z.enum(kinds as [string, ...string[]])).pipe(z.array(z.string()).min(1, 'kinds.empty').max(100))

export const hookForm = z.object({ address, kinds: chosen })
export const changeForm = hookForm.extend({ state: z.enum(['active', 'off']) })
export const emptyForm = z.object({})

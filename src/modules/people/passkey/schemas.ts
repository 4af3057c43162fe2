/** What the forms of passkeys may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line } from '../../../platform/http/form.ts'
import { inside } from '../schemas.ts'

/** What a device answered, as JSON; what stands in it is proved, and whatever is odd there just does not fit. */
const answer = z.string().max(20_000, 'wrong').optional().default('')

export const addPasskeyForm = z.object({ name: line(80, { empty: 'nameEmpty', long: 'nameLong' }), answer })
export const signInForm = z.object({ answer: answer, next: inside })
export const removeForm = z.object({ sure: z.literal('yes').optional() })

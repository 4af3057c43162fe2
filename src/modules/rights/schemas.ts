/** What the forms of rights may hold. The messages are keys of the words. */
import { z } from 'zod'

export const leavingForm = z.object({
  choice: z.enum(['keep', 'withdraw'], { error: 'leave.choose' }),
  sure: z.literal('yes', { error: 'leave.sureMissing' }),
  password: z.string().max(200, 'proof.wrong').optional().default(''),
})

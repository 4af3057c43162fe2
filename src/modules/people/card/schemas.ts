/** What the forms of cards and addresses may hold. The messages are keys of the words. */
import { z } from 'zod'
import { email } from '../schemas.ts'
import { CARD_SIGNS, signsTyped } from './letters.ts'

export const typedCard = z.object({
  signs: z
    .string({ error: 'typed.empty' })
    .trim()
    .min(1, 'typed.empty')
    .transform((typed) => signsTyped(typed, CARD_SIGNS) ?? 'none'),
})
export const addressForm = z.object({ email })

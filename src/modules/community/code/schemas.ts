/** What the forms of codes, waiting and cards may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many } from '../../../platform/http/form.ts'
import { avatarNames } from '../../../ui/avatar.tsx'
import { signsTyped } from '../../people/public.ts'
import { perspectives } from '../contract.ts'
import { audiences, CODE_SIGNS } from './code.ts'

export const typedCode = z.object({
  code: z
    .string({ error: 'codeEmpty' })
    .trim()
    .min(1, 'codeEmpty')
    .transform((typed) => signsTyped(typed, CODE_SIGNS)),
})
export const makeCodeForm = z.object({ whom: z.enum(audiences) })
// Nobody comes as a student by saying so: that is for the code to say.
const said = many(z.enum(perspectives).exclude(['student']))
export const memberForm = z.object({ perspectives: said })
export const nicknameForm = memberForm.extend({
  name: line(40, { empty: 'nameEmpty', long: 'nameLong' }),
  avatar: z.enum(avatarNames, { error: 'avatarEmpty' }),
})
const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'nobody')
  .transform(Number)
export const cardsForm = z.object({
  people: many(number).pipe(z.array(z.number()).min(1, 'nobody').max(200, 'nobody')),
})

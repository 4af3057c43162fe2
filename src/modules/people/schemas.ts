/** What the forms of people may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line } from '../../platform/http/form.ts'
import { languages } from '../../platform/words/words.ts'
import { readingChoices } from './cookies.ts'

/** An address inside this site to come back to; anything else is the first page. */
export const inside = z
  .string()
  .optional()
  .transform((address) => (address && /^\/(?![/\\])[^\0\r\n]{0,2000}$/.test(address) ? address : '/'))

/** An address of mail as somebody types it. */
export const email = z
  .string({ error: 'signIn.emailEmpty' })
  .trim()
  .min(1, 'signIn.emailEmpty')
  .max(254, 'signIn.emailOdd')
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'signIn.emailOdd')

const newPassword = z.string({ error: 'password.short' }).min(10, 'password.short').max(200, 'password.long')
const language = z.enum(languages)
const filled = (most: number) => line(most, { empty: 'begin.empty', long: 'begin.long' })

export const signInForm = z.object({
  email,
  password: z.string({ error: 'signIn.passwordEmpty' }).min(1, 'signIn.passwordEmpty').max(200, 'password.long'),
  next: inside,
})
export const letterForm = z.object({ email, next: inside })
export const meForm = z.object({ name: line(120, { empty: 'me.nameEmpty', long: 'me.nameLong' }), language })
export const passwordForm = z.object({
  now: z.string().max(200, 'password.long').optional().default(''),
  next: newPassword,
})
export const readingForm = z.object({
  theme: z.enum(readingChoices.theme).catch('system'),
  size: z.enum(readingChoices.size).catch('normal'),
  spacing: z.enum(readingChoices.spacing).catch('normal'),
  next: inside,
})
export const languageForm = z.object({ lang: language.catch('en'), next: inside })
export const beginForm = z.object({
  siteName: filled(80),
  language,
  school: filled(200),
  name: line(120, { empty: 'me.nameEmpty', long: 'me.nameLong' }),
  email,
  password: newPassword,
})
/** Name and address of somebody who joins. */
export const arrivalForm = z.object({ name: line(120, { empty: 'me.nameEmpty', long: 'me.nameLong' }), email })
/** Somebody whom those let in who look after the site; without a password they come in by a link. */
export const newPersonForm = arrivalForm.extend({ language, password: newPassword.optional() })

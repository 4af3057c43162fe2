/** What the form of the school's sign-in may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many } from '../../../platform/http/form.ts'
import { mostLines } from './school.ts'

const cell = (most: number) => many(z.string().trim().max(most, 'tooLong'))

const issuer = z
  .string({ error: 'issuerOdd' })
  .trim()
  .max(500, 'tooLong')
  .refine((text) => {
    if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
    const { search, hash, username, password } = new URL(text)
    return !search && !hash && !username && !password
  }, 'issuerOdd')

export const schoolForm = z.object({
  issuer,
  client_id: line(300, { empty: 'clientEmpty', long: 'tooLong' }),
  secret: z.string().trim().max(500, 'tooLong').optional().default(''),
  scope: line(300, { empty: 'scopeOdd', long: 'tooLong' }).refine(
    (text) => /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text) && text.split(' ').includes('openid'),
    'scopeOdd',
  ),
  claim: z.string().trim().max(200, 'tooLong').optional().default(''),
  button: line(80, { empty: 'buttonEmpty', long: 'tooLong' }),
  value: cell(300),
  community: cell(120),
  perspective: cell(40),
})

/** The lines of a mapping out of its three columns; empty ones are left out. Answers why they cannot be. */
export const linesOf = (form: z.output<typeof schoolForm>, perspectives: readonly string[]) => {
  const lines = form.value
    .map((value, at) => ({
      value,
      community: form.community[at] ?? '',
      perspective: form.perspective[at] ?? '',
    }))
    .filter(({ value, community, perspective }) => value || community || perspective)
  if (lines.length > mostLines) return 'linesMany'
  if (lines.some(({ value, community, perspective }) => !value || (!community && !perspective))) return 'linesHalf'
  if (lines.some(({ perspective }) => perspective && !perspectives.includes(perspective))) return 'linesHalf'
  return lines
}

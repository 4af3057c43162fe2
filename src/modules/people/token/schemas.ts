/** What the form of a new key may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line } from '../../../platform/http/form.ts'
import { lifetimes, type Right } from './token.ts'

const days = lifetimes.map(String) as [string, ...string[]]

export const tokenForm = z.object({
  name: line(80, { empty: 'nameEmpty', long: 'nameLong' }),
  rights: z
    .enum(['read', 'write'], { error: 'rights.odd' })
    .transform((most): readonly Right[] => (most === 'write' ? ['read', 'write'] : ['read'])),
  days: z.enum(days, { error: 'token.days' }).transform(Number),
})

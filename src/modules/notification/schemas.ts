/** What the forms about letters may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many } from '../../platform/http/form.ts'

const hour = z.coerce.number().int().min(0).max(23)

/** How a person wishes to be told; topics that are ticked are wanted. */
export const rhythmForm = z.object({
  often: z.enum(['week', 'day', 'never']),
  weekday: z.coerce.number().int().min(1).max(7),
  hour,
  quiet_from: hour,
  quiet_to: hour,
  quiet: many(z.enum(['weekends', 'holidays'])),
  topics: many(z.string().max(80)),
  zone: z.string().max(60).optional().default(''),
})

const part = z.string().max(10).optional().default('')

/** Days without letters. */
export const holidayForm = z.object({
  name: line(120, { empty: 'holiday.nameEmpty', long: 'holiday.nameLong' }),
  'first-day': part,
  'first-month': part,
  'first-year': part,
  'last-day': part,
  'last-month': part,
  'last-year': part,
})

export const emptyForm = z.object({})

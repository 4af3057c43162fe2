/** What the form of a group may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many } from '../../../platform/http/form.ts'

export const groupForm = z.object({
  name: line(80, { empty: 'group.empty', long: 'group.long' }),
  people: many(
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'group.three')
      .transform(Number),
  ).pipe(z.array(z.number()).max(200, 'group.three')),
})

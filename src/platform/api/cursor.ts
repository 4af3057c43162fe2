/** Pages by cursor: an opaque word says after which thing to go on, so that nothing is skipped when things are added. */
import { z } from 'zod'

/** How many things stand on a page at most. */
export const mostOnPage = 100

/** A place in a list: the values it is ordered by. */
export type Place = readonly (string | number)[]

/** Writes a place as a cursor. */
export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

const read = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** The query of a page: `limit`, and a `cursor` that holds a place of this shape. Extend it with filters. */
export const paged = <P extends z.ZodType>(place: P) =>
  z.strictObject({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostOnPage)
      .default(20)
      .meta({ description: 'How many things to answer at most.', example: 20 }),
    cursor: z
      .string()
      .max(600)
      .transform((text, context): z.output<P> => {
        const parsed = place.safeParse(read(text))
        if (parsed.success) return parsed.data
        context.addIssue({ code: 'custom', message: 'cursor' })
        return z.NEVER
      })
      .optional()
      .meta({ description: 'Where to go on: taken from `next` of the page before, never made by hand.' }),
  })

/** The place after a thing with a number. */
export const byNumber = z.tuple([z.int()])

/** The schema of a page of things. */
export const pageOf = <S extends z.ZodType>(thing: S) =>
  z.object({
    items: z.array(thing),
    next: z.url().nullable().meta({ description: 'The address of the next page; null on the last one.' }),
  })

/** What a page sends to keep words begun. Only our own script sends it, so that its mistakes need no words. */
import { z } from 'zod'
import { type BegunField, MOST_FIELDS } from './begun.ts'

/** A number that nobody can guess, as pages and the server make them. */
export const BEGUN_ID = /^[A-Za-z0-9_-]{16,40}$/

const address = (most: number) =>
  z
    .string()
    .regex(/^\/(?![/\\])[^\0\r\n]*$/)
    .max(most)

const field = z.object({
  name: z.string().min(1).max(100),
  kind: z.enum(['text', 'choice']),
  label: z.string().max(200),
  values: z.array(z.string()).max(60),
})

const fields = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('odd')
      return z.NEVER
    }
  })
  .pipe(z.array(field).max(MOST_FIELDS))

export const keepForm = z.object({
  id: z.string().regex(BEGUN_ID),
  was: z.coerce.number().int().min(0).max(2_000_000_000),
  form: address(500),
  page: address(2000),
  title: z.string().max(200),
  fields,
})

/** Text that came inside of JSON, as clean as what a form brings. */
export const cleanFields = (kept: readonly BegunField[], clean: (text: string) => string): BegunField[] =>
  kept.map(({ name, kind, label, values }) => ({
    name: clean(name),
    kind,
    label: clean(label),
    values: values.map(clean),
  }))

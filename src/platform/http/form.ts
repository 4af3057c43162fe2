/** Reads what a form sent: clean text, checked by a schema, mistakes told by field and nothing typed lost. */
import type { Context } from 'hono'
import { z } from 'zod'

/** What was typed, as it came: shown again when something is missing. */
export type Typed = Readonly<Record<string, string | string[]>>

/** A mistake in a form: the field and the key of the words that say how to mend it. */
export interface FieldError {
  readonly field: string
  readonly reason: string
}

/** A form that was read: sound values, or mistakes; always what was typed. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Typed; readonly once: string | undefined }
  | { readonly ok: false; readonly errors: FieldError[]; readonly typed: Typed; readonly once: string | undefined }

/** A sent form that none of our pages holds: a field is missing, or a choice is none of ours. */
export class ForeignForm extends Error {}

/** Text that a database can keep: no NUL, no lone half of a character, one kind of line end. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n')

/** The fields of a sent form; a field that came several times is a list. */
export const typedOf = async (c: Context): Promise<Typed> => {
  const typed: Record<string, string | string[]> = {}
  const form = await c.req.formData()
  for (const name of new Set(form.keys())) {
    const values = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map(cleanText)
    typed[name] = values.length === 1 ? (values[0] as string) : values
  }
  return typed
}

/** Reads and checks a form. The schema's messages are keys of the module's words. */
export const readForm = async <S extends z.ZodType>(c: Context, schema: S): Promise<Read<z.output<S>>> => {
  const typed = await typedOf(c)
  const once = typeof typed.once === 'string' && /^[\w-]{16,80}$/.test(typed.once) ? typed.once : undefined
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed, once }
  const errors = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    // Our own messages are keys; the schema's English ones are for what nobody can type into a page.
    if (issue.message.includes(' ')) throw new ForeignForm(`${field}: ${issue.code}`)
    if (!errors.has(field)) errors.set(field, issue.message)
  }
  return { ok: false, errors: [...errors].map(([field, reason]) => ({ field, reason })), typed, once }
}

/** One line of text, trimmed: between 1 and `most` characters. */
export const line = (most: number, words: { empty: string; long: string }) =>
  z
    .string({ error: words.empty })
    .trim()
    .transform((text) => text.replace(/\s*\n\s*/g, ' '))
    .pipe(z.string().min(1, words.empty).max(most, words.long))

/** A text of several lines, ends trimmed: between 1 and `most` characters. */
export const text = (most: number, words: { empty: string; long: string }) =>
  z.string({ error: words.empty }).trim().min(1, words.empty).max(most, words.long)

/** A text that may be left empty. */
export const maybeText = (most: number, long: string) => z.string().trim().max(most, long).optional().default('')

/** A field that may come several times. */
export const many = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))

/** A typed value as one string, for filling a field again. */
export const typedText = (typed: Typed | undefined, field: string, otherwise = ''): string => {
  const value = typed?.[field]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? otherwise)
}

/** A typed value as a list, for filling check boxes again. */
export const typedList = (typed: Typed | undefined, field: string, otherwise: readonly string[] = []): string[] => {
  const value = typed?.[field]
  return value === undefined ? [...otherwise] : Array.isArray(value) ? value : [value]
}

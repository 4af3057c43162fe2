/** Reads what a caller sent: parameters, query and body by their schemas, mistakes as problems. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { cleanText } from '../http/form.ts'
import { type ModuleWords, mistakesOf } from './mistakes.ts'
import { onceOf } from './once.ts'
import { langOf, problem } from './problem.ts'
import { words } from './words.ts'

/** The schemas of what is sent. */
export interface Schemas {
  readonly params: z.ZodType | undefined
  readonly query: z.ZodType | undefined
  readonly body: z.ZodType | undefined
}

/** What was sent, sound. */
export interface Read {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly once: string | undefined
}

const DEEPEST = 64

/** Text that a database can keep, wherever it stands in the body. Nothing of ours is nested deeply. */
const clean = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one, depth + 1)]))
}

const jsonOf = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: clean(JSON.parse(text)) }
  } catch {
    return undefined
  }
}

const isJson = (type: string | undefined): boolean => /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type ?? '')

const bodyOf = async (
  c: Context,
  schema: z.ZodType,
  moduleWords: ModuleWords | undefined,
): Promise<Response | { readonly body: unknown; readonly text: string }> => {
  if (!isJson(c.req.header('content-type'))) return problem(c, 'not-json')
  const text = await c.req.text()
  const json = jsonOf(text)
  if (!json) return problem(c, 'malformed')
  const parsed = schema.safeParse(json.value, { reportInput: true })
  if (!parsed.success)
    return problem(c, 'invalid', { errors: mistakesOf(parsed.error, 'body', langOf(c), moduleWords) })
  return { body: parsed.data, text }
}

/** The query as a schema reads it: a name that comes several times is a list. */
const queryOf = (c: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => {
      const texts = values.map(cleanText)
      return [name, texts.length === 1 ? texts[0] : texts]
    }),
  )

/** Reads a request, or answers the problem with it. A parameter that cannot be one is a thing that is not there. */
export const readSent = async (
  c: Context,
  schemas: Schemas,
  moduleWords: ModuleWords | undefined,
): Promise<Response | Read> => {
  const params = schemas.params?.safeParse(c.req.param())
  if (params?.success === false) return problem(c, 'not-found')
  const query = schemas.query?.safeParse(queryOf(c), { reportInput: true })
  if (query?.success === false)
    return problem(c, 'query', { errors: mistakesOf(query.error, 'query', langOf(c), moduleWords) })
  const body = schemas.body ? await bodyOf(c, schemas.body, moduleWords) : { body: undefined, text: '' }
  if (body instanceof Response) return body
  const once = c.req.method === 'POST' ? onceOf(c, body.text) : {}
  if (once === 'odd')
    return problem(c, 'query', {
      errors: [{ parameter: 'Idempotency-Key', detail: words(langOf(c))('mistake.key') }],
    })
  return { params: params?.data, query: query?.data, body: body.body, once: once.once }
}

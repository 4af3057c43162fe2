/** The description of the API for machines (OpenAPI 3.1), made from the tables themselves. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from 'hono'
import { z } from 'zod'
import { examples } from './example.ts'
import { problemKinds } from './problem.ts'
import type { ApiRoute, ApiTable } from './table.ts'

/** A description, as a thing to walk and as text. */
export interface Described {
  readonly document: OpenApi
  readonly text: string
}

/** The parts of a description that our own page reads. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
}
/** One operation. */
export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly Record<string, readonly string[]>[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}
/** What a body may be. */
export type Content = Readonly<Record<string, { readonly schema: JsonSchema; example?: unknown }>>
/** As much of a JSON schema as is read here. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly example?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly minimum?: number
  readonly minLength?: number
  readonly maxLength?: number
}

/** The schema of a problem, for the description and for tests. */
export const problemSchema = z
  .object({
    type: z.url().meta({ description: 'The kind, explained on the readable page.' }),
    title: z.string().meta({ example: 'Somebody changed this meanwhile' }),
    status: z.int().meta({ example: 412 }),
    detail: z.string().meta({ example: 'Read it again, then send your change with its new ETag.' }),
    reason: z.string().optional().meta({ description: 'A stable name of a refusal.', example: 'line.gone' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional().meta({ description: 'A JSON pointer into the body.', example: '#/words' }),
          parameter: z.string().optional().meta({ description: 'A parameter or header.' }),
          detail: z.string().meta({ example: 'This is missing.' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'What is said when something is not done (RFC 9457).' })

const answerHeaders = {
  ETag: { description: 'The version of what is answered.', schema: { type: 'string' as const } },
  'RateLimit-Limit': { description: 'Requests a minute.', schema: { type: 'integer' as const } },
  'RateLimit-Remaining': { description: 'Requests left this minute.', schema: { type: 'integer' as const } },
  'RateLimit-Reset': { description: 'Seconds until the minute is over.', schema: { type: 'integer' as const } },
}

const problems = (statuses: readonly number[]) =>
  Object.fromEntries(
    [...new Set(statuses)].map((status) => [
      status,
      {
        description: Object.entries(problemKinds)
          .filter(([, of]) => of === status)
          .map(([kind]) => kind)
          .join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  )

const statusesOf = <E extends Env>({ method, right, rule, spec, current }: ApiRoute<E>): number[] => [
  ...(right === 'write' || rule.name !== 'anyone' ? [401] : []),
  403,
  ...(spec.params || rule.name !== 'anyone' ? [404] : []),
  ...(spec.query || method === 'POST' ? [400] : []),
  ...(spec.body ? [400, 413, 415, 422] : []),
  ...(right === 'write' ? [422] : []),
  ...(current ? [412, 428] : []),
  ...Object.values(spec.refusals ?? {}).map((kind) => problemKinds[kind]),
  429,
]

const headersOf = <E extends Env>({ method, current }: ApiRoute<E>) => {
  if (method === 'POST')
    return z.object({
      'Idempotency-Key': z.string().max(255).optional().meta({
        description: 'Done once however often it is sent: the same key and body get the first answer again.',
        example: '9b2f4c1e-reading-group',
      }),
    })
  if (method === 'GET')
    return z.object({
      'If-None-Match': z.string().optional().meta({ description: 'An ETag you know: 304 when nothing changed.' }),
    })
  return current
    ? z.object({ 'If-Match': z.string().meta({ description: 'The ETag of the thing as you read it.' }) })
    : undefined
}

const responseOf = (description: string, schema?: z.ZodType) => ({
  description,
  ...(schema ? { headers: answerHeaders, content: { 'application/json': { schema } } } : {}),
})

const successOf = <E extends Env>({ method, spec }: ApiRoute<E>): Record<string, ReturnType<typeof responseOf>> => {
  if (spec.answer instanceof z.ZodVoid) return { 204: responseOf('Done.') }
  return method === 'POST'
    ? { 201: responseOf('Made; its address is in Location.', spec.answer) }
    : { 200: responseOf('Here it is.', spec.answer) }
}

const register = <E extends Env>(app: OpenAPIHono, route: ApiRoute<E>): void => {
  const { method, pattern, right, rule, noun, spec } = route
  const headers = headersOf(route)
  const open = right === 'read' && ['anyone', 'everybody', 'readers'].includes(rule.name)
  app.openAPIRegistry.registerPath({
    method: method.toLowerCase() as 'get',
    path: pattern.replaceAll(/:([a-zA-Z]+)/g, '{$1}'),
    operationId: spec.id,
    summary: spec.says,
    description: `Who may: ${rule.name}. The token needs the right “${right}”.`,
    tags: [noun],
    security: [...(open ? [{}] : []), { token: [] }],
    request: {
      ...(spec.params ? { params: spec.params as z.ZodObject } : {}),
      ...(spec.query ? { query: spec.query as z.ZodObject } : {}),
      ...(headers ? { headers } : {}),
      ...(spec.body ? { body: { required: true, content: { 'application/json': { schema: spec.body } } } } : {}),
    },
    responses: { ...successOf(route), ...problems(statusesOf(route)) },
  })
}

const kept = new WeakMap<object, Map<string, Described>>()

const described = <E extends Env>(tables: readonly ApiTable<E>[], baseUrl: string): Described => {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that a person made for a program, with the rights they chose. It begins with ciranda_.',
  })
  for (const route of tables.flatMap((table) => table.routes)) register(app, route)
  const tags = new Map(tables.map(({ noun: { noun, about } }) => [noun, { name: noun, description: about }]))
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ciranda',
      version: '1',
      description:
        'The same acts as on the pages, for programs: communities of practice for inclusive education. A token never reaches more than its person.',
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    servers: [{ url: baseUrl }],
    tags: [...tags.values()],
  })
  const whole = examples(document as unknown as OpenApi)
  return { document: whole, text: JSON.stringify(whole) }
}

/** The description of these tables for a site, made once. */
export const describedBy = <E extends Env>(tables: readonly ApiTable<E>[], baseUrl: string): Described => {
  const known = kept.get(tables) ?? new Map<string, Described>()
  kept.set(tables, known)
  const made = known.get(baseUrl) ?? described(tables, baseUrl)
  known.set(baseUrl, made)
  return made
}

/** Puts examples together from the examples of single fields, so that every body in the description has one. */
import type { Content, JsonSchema, OpenApi } from './document.ts'

const DEEPEST = 8

const typeOf = (schema: JsonSchema): string => {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  return typeof type === 'string' ? type : 'object'
}

const ofFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-11-24T10:00:00.000Z',
  date: '2026-11-24',
  uri: 'https://ciranda.example/c/reading-together',
}

/** An example of a schema: its own, or one made from those of its fields. */
export const exampleOf = (
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>> = {},
  depth = 0,
): unknown => {
  if (schema.example !== undefined) return schema.example
  if (depth > DEEPEST) return null
  const again = (one: JsonSchema) => exampleOf(one, schemas, depth + 1)
  if (schema.$ref) return again(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.enum) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return again(choice)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(again))
  switch (typeOf(schema)) {
    case 'string':
      return ofFormat[schema.format ?? ''] ?? 'text'
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    case 'array':
      return schema.items ? [again(schema.items)] : []
    default:
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, again(one)]))
  }
}

/** Gives every body of a description its example. */
export const examples = (document: OpenApi): OpenApi => {
  const schemas = document.components?.schemas ?? {}
  const fill = (content: Content | undefined): void => {
    for (const [type, body] of Object.entries(content ?? {}))
      if (type === 'application/json') body.example ??= exampleOf(body.schema, schemas)
  }
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    fill(operation.requestBody?.content)
    for (const response of Object.values(operation.responses)) fill(response.content)
  }
  return document
}

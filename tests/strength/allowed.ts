/** What a JSON schema of the description allows, and what it does not, as things to send. */
import fc from 'fast-check'
import type { JsonSchema } from '../../src/platform/api/document.ts'
import { nastyStrings } from './nasty-strings.ts'

type Schemas = Readonly<Record<string, JsonSchema>>

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.format === 'date-time') return fc.constant('2026-11-24T10:00:00.000Z')
  if (schema.format === 'date') return fc.constant('2026-12-12')
  if (schema.format === 'uri') return fc.constant('https://example.org/')
  const minLength = Math.max(1, schema.minLength ?? 0)
  const maxLength = Math.max(minLength, Math.min(80, schema.maxLength ?? 80))
  const plain = fc.string({ minLength, maxLength, unit: 'grapheme' })
  return fc.oneof(plain, fc.constantFrom(...nastyStrings))
}

/** Values that a schema allows; texts may still be refused, by length or by a rule. */
export const allowed = (schema: JsonSchema, schemas: Schemas = {}): fc.Arbitrary<unknown> => {
  const again = (one: JsonSchema) => allowed(one, schemas)
  if (schema.$ref) return again(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(again))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 1, max: Math.max(schema.minimum ?? 1, 60) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(schema.items ? again(schema.items) : fc.anything(), { maxLength: 3 })
    default:
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, again(one)])),
        { requiredKeys: [...(schema.required ?? [])] },
      )
  }
}

/** Anything at all as a body: sound JSON of the wrong shape, and texts that are no JSON. */
export const anything: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.jsonValue().map((value) => JSON.stringify({ words: value, text: value, question: value, name: value, id: value })),
  fc.string(),
  fc.constantFrom('', '{', '[]', 'null', '{"words": "\\u0000\\ud800"}', `{"words":"${'x'.repeat(5000)}"}`, '1e999'),
  fc.constantFrom(...nastyStrings).map((text) => JSON.stringify({ words: text, name: text })),
)

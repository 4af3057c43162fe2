/** The fields of a JSON schema, flat, as a table shows them. */
import type { JsonSchema } from '../../../platform/api/document.ts'

type Schemas = Readonly<Record<string, JsonSchema>>

/** One field; `name` leads there from the whole, such as `items[].url`. */
export interface FieldRow {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly meaning: string
}

const DEEPEST = 4

const resolved = (schema: JsonSchema, schemas: Schemas): JsonSchema => {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (schemas[name] ?? {})
}

const typeOf = (schema: JsonSchema, schemas: Schemas): string => {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((one) => typeOf(resolved(one, schemas), schemas)))].join(' | ')
  if (schema.enum) return schema.enum.map(String).join(' | ')
  const types = [schema.type ?? 'object'].flat()
  if (types.includes('array') && schema.items) return `${typeOf(resolved(schema.items, schemas), schemas)}[]`
  return [...types, ...(schema.format ? [`(${schema.format})`] : [])].join(' ')
}

/** The fields below a schema; lists and things within things included. */
export const fieldsOf = (schema: JsonSchema, schemas: Schemas, before = '', depth = 0): FieldRow[] => {
  const whole = resolved(schema, schemas)
  if (depth > DEEPEST) return []
  if (whole.items) return fieldsOf(whole.items, schemas, `${before}[]`, depth + 1)
  const choice = (whole.anyOf ?? whole.oneOf)?.find((one) => resolved(one, schemas).properties)
  if (choice) return fieldsOf(choice, schemas, before, depth + 1)
  return Object.entries(whole.properties ?? {}).flatMap(([name, one]) => {
    const called = before === '' ? name : `${before}.${name}`
    const row = {
      name: called,
      type: typeOf(resolved(one, schemas), schemas),
      optional: !whole.required?.includes(name),
      meaning: one.description ?? '',
    }
    return [row, ...fieldsOf(one, schemas, called, depth + 1)]
  })
}

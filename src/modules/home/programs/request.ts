/** An operation as one types it into a terminal, with the examples of its description. */
import type { Operation } from '../../../platform/api/document.ts'
import { exampleOf } from '../../../platform/api/example.ts'

/** The body of an example as it stands in a description, laid out to be read. */
export const laidOut = (value: unknown): string => JSON.stringify(value, null, 2)

/** A request with curl; what is optional is left out, but for a key that makes it happen once. */
export const typedRequest = (baseUrl: string, method: string, path: string, operation: Operation): string => {
  const parameters = operation.parameters ?? []
  const address = parameters
    .filter((one) => one.in === 'path')
    .reduce((filled, one) => filled.replace(`{${one.name}}`, String(exampleOf(one.schema))), path)
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=${encodeURIComponent(String(exampleOf(one.schema)))}`)
  const headers = [
    'Authorization: Bearer ciranda_…',
    ...(operation.requestBody ? ['Content-Type: application/json'] : []),
    ...(parameters.some((one) => one.name === 'If-Match') ? ['If-Match: "…"'] : []),
    ...(parameters.some((one) => one.name === 'Idempotency-Key') ? ['Idempotency-Key: 9b2f4c1e'] : []),
  ]
  const body = operation.requestBody?.content['application/json']?.example
  return [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${baseUrl}${address}${query.length > 0 ? `?${query.join('&')}` : ''}'`,
    ...headers.map((header) => `  -H '${header}'`),
    ...(body === undefined ? [] : [`  -d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`]),
  ].join(' \\\n')
}

/** Every door for programs: what its description allows and what it does not. */
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiTables } from '../../src/app.ts'
import { describedBy, type OpenApi, type Operation, problemSchema } from '../../src/platform/api/document.ts'
import type { Program } from '../village/program.ts'
import type { Village } from '../village/village.ts'
import { allowed, anything } from './allowed.ts'
import { type Callers, openCallers, doors as routes } from './callers.ts'

let callers: Callers
let village: Village
let document: OpenApi
let entries: string[]

const program = (who: string): Program => callers.program(who)
const waitAMinute = (): void => callers.waitAMinute()

beforeAll(async () => {
  callers = await openCallers()
  village = callers.village
  document = describedBy(apiTables, village.house.baseUrl).document
  const list = await program('ines').get('/api/v1/library?limit=100')
  entries = ((await list.json()) as { items: { slug: string }[] }).items.map(({ slug }) => slug)
}, 120_000)
afterAll(() => village?.close())

const operationOf = (method: string, pattern: string): Operation =>
  document.paths[pattern.replaceAll(/:([a-zA-Z]+)/g, '{$1}')]?.[method.toLowerCase()] as Operation

describe('the description', () => {
  test('is sound, whole and readable by anybody', async () => {
    const answer = await program('visitor').get('/api/v1/openapi.json')
    expect(answer.headers.get('content-type')).toBe('application/json')
    const sent = (await answer.json()) as OpenApi
    expect(await new Validator().validate({ ...structuredClone(sent) })).toMatchObject({ valid: true })
    const operations = Object.values(sent.paths).flatMap((methods) => Object.values(methods))
    expect(operations).toHaveLength(routes.length)
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(routes.length)
    const known = { 'if-none-match': answer.headers.get('etag') ?? '' }
    expect((await program('visitor').get('/api/v1/openapi.json', known)).status).toBe(304)
  })

  test('gives every answer and every body an example that fits', () => {
    for (const route of routes) {
      const operation = operationOf(route.method, route.pattern)
      const ok = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
      const example = ok?.[1].content?.['application/json']?.example
      if (example !== undefined)
        expect([route.spec.id, route.spec.answer.safeParse(example).error?.issues]).toEqual([route.spec.id, undefined])
      const body = operation.requestBody?.content['application/json']?.example
      if (route.spec.body)
        expect([route.spec.id, route.spec.body.safeParse(body).error?.issues]).toEqual([route.spec.id, undefined])
    }
  })
})

describe('whatever is sent', () => {
  const filled = (pattern: string, slug: string, number: string): string =>
    pattern
      .replace('/library/:slug', () => `/library/${encodeURIComponent(slug)}`)
      .replace(':slug', () => encodeURIComponent(slug))
      .replaceAll(/:[a-zA-Z]+/g, () => encodeURIComponent(number))

  const slugOne = 'reading-together'
  const slugs = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(slugOne, 'quiet-corners') },
    { weight: 3, arbitrary: fc.nat(500).map((n) => entries[n % entries.length] ?? 'none') },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  )
  const numbers = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('0', '-1', '1.5', '9007199254740993', '99999999999999999999', 'x', '\u0000', '%'),
    },
  )
  /** The query as the description allows it, made up, or with something it does not know. */
  const queriesOf = (operation: Operation) => {
    const known = (operation.parameters ?? []).filter((one) => one.in === 'query')
    const fitting = fc.record(Object.fromEntries(known.map((one) => [one.name, allowed(one.schema).map(String)])), {
      requiredKeys: known.filter((one) => one.required).map((one) => one.name),
    })
    const odd = fc.record(
      {
        limit: fc.constantFrom('1', '100', '0', '101', 'x', ''),
        cursor: fc.constantFrom('', 'WzFd', 'W10', 'x y', 'WyJhIl0', 'bnVsbA'),
      },
      { requiredKeys: [] },
    )
    const written = (query: Record<string, string>) => `?${new URLSearchParams(query)}`
    return fc.oneof(
      { weight: 2, arbitrary: fitting.map(({ cursor: _, ...query }) => written(query)) },
      { weight: 1, arbitrary: fc.tuple(fitting, odd).map(([query, more]) => written({ ...query, ...more })) },
      { weight: 1, arbitrary: fc.webQueryParameters().map((query) => `?q=reading&${query}`) },
    )
  }
  const headers = fc.record(
    {
      'if-match': fc.constantFrom('*', '"x"', 'W/"x"', ''),
      'if-none-match': fc.constantFrom('*', '"x"', '""'),
      'idempotency-key': fc.constantFrom('a-key-1', '"a-key-2"', 'x'.repeat(256), 'with space', ''),
      'content-type': fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'application/merge-patch+json'),
      'accept-language': fc.constantFrom('pt', 'sk;q=0.5, de', '*', 'x'),
    },
    { requiredKeys: [] },
  )

  test.each(routes.map((route) => [`${route.method} ${route.pattern}`, route] as const))(
    '%s: no fault, and a problem each time',
    async (_, route) => {
      const operation = operationOf(route.method, route.pattern)
      const schema = operation.requestBody?.content['application/json']?.schema
      const fitting = schema
        ? allowed(schema, document.components?.schemas).map((value) => JSON.stringify(value))
        : fc.constant(undefined)
      const body =
        route.method === 'GET'
          ? fc.constant(undefined)
          : fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: anything })
      const who = fc.constantFrom('ines', 'ines', 'rita', 'peter', 'visitor', 'reader')
      waitAMinute()
      let done = 0
      await fc.assert(
        fc.asyncProperty(
          who,
          slugs,
          numbers,
          queriesOf(operation),
          body,
          headers,
          async (asks, slug, number, query, sent, more) => {
            const sends = program(asks)
            const answer = await sends.send(route.method, filled(route.pattern, slug, number) + query, sent, more)
            expect(answer.status).toBeLessThan(500)
            if (answer.status < 400) done++
            if (answer.status === 304 || answer.status === 204) return
            const told = (await answer.json()) as { status: number }
            if (answer.status >= 400) {
              expect(answer.headers.get('content-type')).toBe('application/problem+json')
              expect(problemSchema.safeParse(told).error?.issues).toBeUndefined()
              expect(told.status).toBe(answer.status)
            } else if (answer.headers.get('content-type') === 'application/json' && told.status === undefined) {
              expect(route.spec.answer.safeParse(told).error?.issues).toBeUndefined()
              expect(answer.headers.get('etag')).toMatch(/^"[\w-]{22}"$/)
            }
            expect(Number(answer.headers.get('ratelimit-remaining'))).toBeGreaterThanOrEqual(0)
          },
        ),
        {
          numRuns: route.method === 'GET' ? 25 : 50,
          // The first asks what is allowed: otherwise chance alone decides whether anything of that is proven.
          examples: [
            ['ines', route.pattern.startsWith('/library/') ? (entries[0] ?? 'none') : slugOne, '1', '', undefined, {}],
          ],
        },
      )
      if (route.method === 'GET' && route.pattern.split(':').length <= 2) expect(done).toBeGreaterThan(0)
    },
  )

  test('an address that is none, and a method that is none, are problems too', async () => {
    const visitor = program('visitor')
    waitAMinute()
    for (const address of [
      '/api/',
      '/api/v1',
      '/api/v1/',
      '/api/v2/me',
      '/api/v1/me/',
      '/api/v1/%00',
      '/api/v1/library/a%00b',
    ])
      expect([
        address,
        (await visitor.get(address)).status,
        (await visitor.get(address)).headers.get('content-type'),
      ]).toEqual([address, 404, 'application/problem+json'])
    const refused = await visitor.delete('/api/v1/library')
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await visitor.send('OPTIONS', '/api/v1/me')).headers.get('allow')).toBe('GET, HEAD, PATCH, OPTIONS')
    expect((await visitor.send('HEAD', '/api/v1/library')).status).toBe(200)
    const rita = program('rita')
    const huge = await rita.post(
      '/api/v1/communities/reading-together/lines',
      JSON.stringify({ words: 'x'.repeat(1_100_000) }),
    )
    expect(huge.status).toBe(413)
    expect((await rita.get('/api/v1/me', { authorization: 'Basic YTpi' })).status).toBe(401)
    expect((await rita.get('/api/v1/me', { authorization: `Bearer ciranda_${'a'.repeat(43)}` })).status).toBe(401)
  })
})

test('who sends too much waits a minute, and the others do not', async () => {
  waitAMinute()
  const visitor = program('visitor')
  let answer = await visitor.get('/api/v1/nothing')
  for (let sent = 1; sent <= 300 && answer.status !== 429; sent++) answer = await visitor.get('/api/v1/nothing')
  expect([answer.status, answer.headers.get('ratelimit-remaining'), answer.headers.get('retry-after')]).toEqual([
    429,
    '0',
    '60',
  ])
  expect((await program('rita').get('/api/v1/me')).status).toBe(200)
  waitAMinute()
  expect((await visitor.get('/api/v1/library')).status).toBe(200)
})

/** The page for those who write programs: everything the API can do, in every language, without a script. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { apiTables } from '../../../app.ts'
import { problemKinds } from '../../../platform/api/problem.ts'
import { apiUrls } from '../../../platform/api/urls.ts'
import { languages } from '../../../platform/words/words.ts'
import { fieldsOf } from './field.ts'
import { typedRequest } from './request.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

describe('the page', () => {
  it('tells every address and every problem, to visitors too', async () => {
    const read = async (address: string) => (await village.visitor().get(address)).text()
    const page = await read(apiUrls.page())
    for (const table of apiTables) {
      const own = await read(apiUrls.noun({ noun: table.noun.noun }))
      for (const { spec, pattern } of table.routes) {
        expect(own).toContain(`id="${spec.id}"`)
        expect(page).toContain(`#${spec.id}"`)
        expect(page).toContain(pattern.replaceAll(/:([a-zA-Z]+)/g, '{$1}'))
      }
    }
    expect((await village.visitor().get(apiUrls.noun({ noun: 'elephants' }))).status).toBe(404)
    for (const kind of Object.keys(problemKinds)) expect(page).toContain(`id="problem-${kind}"`)
    expect(page).not.toMatch(/ciranda_[\w-]{43}/)
  })

  it('has its frame in five languages', async () => {
    const titles = new Set<string>()
    for (const lang of languages) {
      const page = await (await village.visitor().get(apiUrls.page(), { 'accept-language': lang })).text()
      titles.add(/<h1[^>]*>([^<]+)/.exec(page)?.[1] ?? '')
    }
    expect(titles.size).toBe(languages.length)
  })
})

describe('what it shows', () => {
  const schemas = { Person: { properties: { name: { type: 'string' } }, required: ['name'] } }

  it('is every field, however deep, and goes round in no circle', () => {
    const list = { properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Person' } } } }
    expect(fieldsOf(list, schemas).map(({ name, type, optional }) => [name, type, optional])).toEqual([
      ['items', 'object[]', true],
      ['items[].name', 'string', false],
    ])
    const circle = { Self: { properties: { again: { $ref: '#/components/schemas/Self' } } } }
    expect(fieldsOf({ $ref: '#/components/schemas/Self' }, circle).length).toBeLessThan(10)
  })

  it('is a request that a shell takes', () => {
    const operation = {
      operationId: 'x',
      summary: '',
      tags: [],
      security: [],
      responses: {},
      parameters: [{ name: 'slug', in: 'path', required: true, schema: { type: 'string', example: 'a' } }],
      requestBody: { content: { 'application/json': { schema: {}, example: { words: "Rita's" } } } },
    }
    expect(typedRequest('http://x', 'post', '/api/{slug}', operation)).toBe(
      [
        `curl -X POST 'http://x/api/a' \\`,
        `  -H 'Authorization: Bearer ciranda_…' \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  -d '{"words":"Rita'\\''s"}'`,
      ].join('\n'),
    )
  })
})

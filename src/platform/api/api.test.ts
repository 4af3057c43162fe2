/** The small rules of the API: tags, cursors, keys that make a thing happen once, limits, mistakes. */
import fc from 'fast-check'
import { type Context, Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { etagOf, knows, matches } from './condition.ts'
import { byNumber, cursorOf, paged } from './cursor.ts'
import { exampleOf } from './example.ts'
import { callLimits } from './limits.ts'
import { mistakesOf } from './mistakes.ts'
import { onceOf } from './once.ts'

/** What `ask` says in a request with these headers. */
const asked = async <T>(
  headers: Record<string, string>,
  ask: (c: Context) => T,
  path = '/api/v1/things',
): Promise<T> => {
  const app = new Hono<{ Variables: { scope: { personId: number } } }>()
  let said: { value: T } | undefined
  app.all('*', (c) => {
    c.set('scope', { personId: 7 })
    said = { value: ask(c) }
    return c.text('')
  })
  await app.request(path, { method: 'POST', headers })
  if (!said) throw new Error('Nothing was asked')
  return said.value
}

const tag = etagOf('the body')

test.each([
  [tag, true],
  [`W/${tag}`, true],
  [`"other", ${tag}`, true],
  ['*', true],
  ['"other"', false],
  ['', false],
])('a caller who knows %s knows the body: %s', async (header, known) => {
  expect(await asked({ 'if-none-match': header }, (c) => knows(c, tag))).toBe(known)
})

test.each([
  [tag, 'yes'],
  ['*', 'yes'],
  [`W/${tag}`, 'changed'],
  ['"other"', 'changed'],
])('a change of %s: %s', async (header, seen) => {
  expect(await asked({ 'if-match': header }, (c) => matches(c, tag))).toBe(seen)
})

test('a change that names nothing is noticed', async () => {
  expect(await asked({}, (c) => matches(c, tag))).toBe('unsaid')
})

test('a cursor brings back the place it was made of, and nothing else is one', () => {
  const query = paged(z.tuple([z.string(), z.int()]))
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      expect(query.parse({ cursor: cursorOf([text, number]) }).cursor).toEqual([text, number])
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = paged(byNumber).safeParse({ cursor: text })
      if (read.success) expect(read.data.cursor).toEqual([expect.any(Number)])
      else expect(read.error.issues[0]?.path).toEqual(['cursor'])
    }),
  )
  expect(paged(byNumber).safeParse({ limit: '101' }).success).toBe(false)
  expect(paged(byNumber).safeParse({ page: '2' }).success).toBe(false)
})

test('a key is one for one person and one sending, and fits where it is kept', async () => {
  const once = (key: string, body: string, path?: string) =>
    asked({ 'idempotency-key': key }, (c) => onceOf(c, body), path)
  const [first] = [await once('k', '{}')]
  expect(first).toEqual(await once('"k"', '{}'))
  expect(first).toEqual({ once: expect.stringMatching(/^[\w-]{43}\.[\w-]{43}$/) })
  const parts = async (sent: ReturnType<typeof once>) => ((await sent) as { once: string }).once.split('.')
  const [token, body] = await parts(once('k', '{}'))
  expect(await parts(once('k', '{"a":1}'))).toEqual([token, expect.not.stringMatching(body as string)])
  expect((await parts(once('k', '{}', '/api/v1/others')))[1]).not.toBe(body)
  expect((await parts(once('other', '{}')))[0]).not.toBe(token)
  expect(await asked({}, (c) => onceOf(c, ''))).toEqual({})
  expect(await once('with space', '')).toBe('odd')
  expect(await once('x'.repeat(256), '')).toBe('odd')
})

test('a caller has so many requests a minute, and again the next minute', () => {
  const time = { at: 0 }
  const left = callLimits({ now: () => new Date(time.at) }).count
  expect(left('a', 2)).toEqual({ limit: 2, remaining: 1, reset: 60, within: true })
  time.at = 20_000
  expect(left('a', 2)).toMatchObject({ remaining: 0, reset: 40, within: true })
  expect(left('a', 2)).toMatchObject({ remaining: 0, within: false })
  expect(left('b', 2)).toMatchObject({ remaining: 1, within: true })
  time.at = 60_000
  expect(left('a', 2)).toMatchObject({ remaining: 1, within: true })
})

test('callers without end do not fill the memory', () => {
  const time = { at: 0 }
  const left = callLimits({ now: () => new Date(time.at) }).count
  for (let i = 0; i < 20_500; i++) left(`caller ${i}`, 2)
  // The first was forgotten long ago; the last is still known.
  expect(left('caller 0', 2)).toMatchObject({ remaining: 1 })
  expect(left('caller 20499', 2)).toMatchObject({ remaining: 0 })
})

test('every mistake has its place and a sentence', () => {
  const schema = z.strictObject({ words: z.string().min(2), list: z.array(z.object({ n: z.int().max(3) })) })
  const mistakes = (value: unknown) => {
    const read = schema.safeParse(value, { reportInput: true })
    return read.success ? [] : mistakesOf(read.error, 'body', 'en')
  }
  expect(mistakes({ words: 'x', list: [{ n: 4 }, { n: 'x' }, {}], 'a/b': 1 })).toEqual([
    { pointer: '#/words', detail: 'This is too short. At least 2 letters.' },
    { pointer: '#/list/0/n', detail: 'This is too big. At most 3.' },
    { pointer: '#/list/1/n', detail: 'This must be of the type number.' },
    { pointer: '#/list/2/n', detail: 'This is missing.' },
    { pointer: '#/a~1b', detail: 'We do not know this name. Is it spelled right?' },
  ])
  expect(mistakes(null)).toEqual([{ pointer: '#', detail: 'This must be of the type object.' }])
})

test('an example is put together from those of its fields', () => {
  const schemas = {
    Line: { properties: { id: { type: 'integer', example: 3 }, next: { $ref: '#/components/schemas/Line' } } },
  }
  expect(exampleOf({ type: 'array', items: { $ref: '#/components/schemas/Line' } }, schemas)).toMatchObject([{ id: 3 }])
  expect(exampleOf({ enum: ['a', 'b'] })).toBe('a')
  expect(exampleOf({ type: ['string', 'null'], format: 'date' })).toBe('2026-11-24')
})

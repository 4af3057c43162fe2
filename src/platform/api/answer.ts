/** What a handler answers, and how it becomes a response: JSON, a tag, a language, links. */
import type { Context } from 'hono'
import type { House } from '../house.ts'
import { etagOf, knows } from './condition.ts'
import { cursorOf, type Place } from './cursor.ts'
import { langOf } from './problem.ts'

/** A page of things, and where the next one begins. */
export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
}

/** What a handler answers when all is well. */
export type Answer<T> =
  | { readonly is: 'found'; readonly value: T }
  | { readonly is: 'made'; readonly value: T; readonly at: string }
  | { readonly is: 'nothing' }

/** The whole address of a page or a thing of this site. */
export const absolute = (c: Context, address: string): string => (c.get('house') as House).baseUrl + address

/** Here it is. */
export const found = <T>(value: T): Answer<T> => ({ is: 'found', value })

/** It was made; `at` is its address in the API. */
export const made = <T>(value: T, at: string): Answer<T> => ({ is: 'made', value, at })

/** It is done, and there is nothing to say. */
export const nothing: Answer<never> = { is: 'nothing' }

/**
 * One page of a list. Give one row more than `limit` when there is one: it is not shown, it tells
 * that the list goes on. Where that is known otherwise, say `more`.
 */
export const page = <Row, T>(
  c: Context,
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => T,
  placeOf: (row: Row) => Place,
  more = rows.length > limit,
): Answer<Page<T>> => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (!more || last === undefined) return found({ items: shown.map(show), next: null })
  const here = new URL(c.req.url)
  here.searchParams.set('cursor', cursorOf(placeOf(last)))
  const { baseUrl } = c.get('house') as House
  return found({ items: shown.map(show), next: baseUrl + here.pathname + here.search })
}

/** One page of a short list that was read whole, in the order of its numbers. */
export const pageOfAll = <Row extends { readonly id: number }, T>(
  c: Context,
  rows: readonly Row[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: readonly [number] | undefined },
  show: (row: Row) => T,
): Answer<Page<T>> =>
  page(
    c,
    rows.filter(({ id }) => id > (cursor?.[0] ?? 0)),
    limit,
    show,
    ({ id }) => [id],
  )

const linkOf = (value: unknown): Record<string, string> => {
  const next = typeof value === 'object' && value !== null && 'next' in value ? value.next : undefined
  return typeof next === 'string' ? { link: `<${next}>; rel="next"` } : {}
}

/** Turns an answer into a response; 304 when the caller has these bytes. */
export const answered = <T>(c: Context, answer: Answer<T>): Response => {
  if (answer.is === 'nothing') return c.body(null, 204)
  const body = JSON.stringify(answer.value)
  const etag = etagOf(body)
  const { baseUrl } = c.get('house') as House
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    vary: 'authorization, accept-language',
    'content-language': langOf(c),
    ...linkOf(answer.value),
  }
  if (answer.is === 'made')
    return c.body(body, 201, { ...headers, 'content-type': 'application/json', location: baseUrl + answer.at })
  if ((c.req.method === 'GET' || c.req.method === 'HEAD') && knows(c, etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
}

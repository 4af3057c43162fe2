/** Mounts the API: who asks, the routes, the description, and a problem for everything else below its beginning. */
import type { Env, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { House } from '../house.ts'
import { etagOf, knows } from './condition.ts'
import { describedBy } from './document.ts'
import { problem } from './problem.ts'
import { serve } from './serve.ts'
import type { ApiTable } from './table.ts'
import { apiRoot, apiUrls } from './urls.ts'

const MOST_BYTES = 1024 * 1024

/** Whether a request is for the API: below its beginning, the readable page itself aside. */
export const asksApi = (path: string): boolean => path.startsWith(`${apiRoot}/`)

const methodsByPattern = <E extends Env>(tables: readonly ApiTable<E>[]): Map<string, string[]> => {
  const methods = new Map<string, string[]>([[apiUrls.document.pattern, ['GET', 'HEAD']]])
  for (const { method, pattern } of tables.flatMap((table) => table.routes)) {
    const known = methods.get(pattern) ?? []
    methods.set(pattern, [...known, ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  }
  return methods
}

/** Mounts everything; `visit` says who asks. Nothing below the beginning is answered by a page. */
export const mountApi = <E extends Env>(
  app: Hono<E>,
  house: House,
  tables: readonly ApiTable<E>[],
  visit: MiddlewareHandler<E>,
): void => {
  const below: MiddlewareHandler<E> = (c, next) => (asksApi(c.req.path) ? visit(c, next) : next())
  app.use(`${apiRoot}/*`, below)
  // No name of ours holds a NUL, and the database takes none.
  app.use(`${apiRoot}/*`, async (c, next) => (/%00|\0/.test(c.req.path) ? problem(c, 'not-found') : next()))
  app.use(`${apiRoot}/*`, bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 'too-large') }))
  app.on('GET', apiUrls.document.pattern, (c) => {
    const { text } = describedBy(tables, house.baseUrl)
    const headers = { etag: etagOf(text), 'cache-control': 'public, no-cache', 'content-type': 'application/json' }
    return knows(c, headers.etag) ? c.body(null, 304, headers) : c.body(text, 200, headers)
  })
  for (const route of tables.flatMap((table) => table.routes)) app.on(route.method, route.pattern, serve(route))
  for (const [pattern, methods] of methodsByPattern(tables)) {
    const headers = { allow: [...methods, 'OPTIONS'].join(', ') }
    app.all(pattern, (c) =>
      c.req.method === 'OPTIONS' ? c.body(null, 204, headers) : problem(c, 'method', { headers }),
    )
  }
  app.all(`${apiRoot}/*`, (c, next) => (asksApi(c.req.path) ? Promise.resolve(problem(c, 'not-found')) : next()))
}

/** The doors for machines that look after machines: is it there, can it serve, what are the figures. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Env, Hono, MiddlewareHandler } from 'hono'
import type { Readiness } from './readiness.ts'

/** A page of figures. */
export type Figures = () => Promise<{ readonly type: string; readonly text: string }>

/** What stands behind the doors. */
export interface Vitals {
  readonly ready: () => Promise<Readiness>
  /** Looks on at everything else. */
  readonly requests?: MiddlewareHandler
  /** The figures and the token by which they may be read; without one this door does not exist. */
  readonly figures?: { readonly page: Figures; readonly token: string } | undefined
}

/** Whether a request brings the token; takes as long for a wrong one as for the right one. */
export const brings = (header: string | undefined, token: string): boolean => {
  const brought = /^bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? ''
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(brought), hash(token))
}

/** Mounts them; before everything else, so that they neither open a session nor fill the log. */
export const mountVitals = <E extends Env>(app: Hono<E>, { ready, requests, figures }: Vitals): void => {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const answer = await ready()
    return c.json(answer, answer.ready ? 200 : 503, { 'cache-control': 'no-store' })
  })
  if (figures)
    app.get('/metrics', async (c) => {
      if (!brings(c.req.header('authorization'), figures.token))
        return c.text('The figures need their token.\n', 401, { 'www-authenticate': 'Bearer realm="metrics"' })
      const { type, text } = await figures.page()
      return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' })
    })
  if (requests) app.use(requests)
}

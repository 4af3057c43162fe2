/** Looks on while requests are answered: gives each a number, notes route, status and time, never who or where. */
import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type Doing, doingNow, during } from './doing.ts'
import { type Log, short } from './lines.ts'

/** A request that was answered; seconds until the answer was there. */
export type Answered = (method: string, route: string, status: number, seconds: number) => void

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const process = randomBytes(4).toString('hex')
let count = 0

/** A proxy's number is taken over when it can be nothing but a number; anything else could be a name. */
const numberOf = (brought: string | undefined): string => {
  if (brought && /^[0-9a-f-]{16,64}$/i.test(brought)) return brought
  count += 1
  return `${process}-${count.toString(36)}`
}

/** The pattern of the door that answers, such as `/c/:slug`; `none` when there is no such door. The first one answers. */
const routeOf = (c: Context): string => matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'none'

/** The socket's count of bytes, where there is a socket. */
const outgoingOf = (c: Context): ServerResponse | undefined =>
  (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing

/** The observer of requests; the outermost of all. */
export const watchRequests =
  (log: Log, answered: () => Answered | undefined, clock: () => number = () => performance.now()): MiddlewareHandler =>
  async (c, next) => {
    // A page that begins again is still the same request.
    if (doingNow()) return next()
    const begun = clock()
    const method = METHODS.includes(c.req.method) ? c.req.method : 'OTHER'
    const id = numberOf(c.req.header('x-request-id'))
    const doing: Doing = { id, name: () => `${method} ${routeOf(c)}`, databaseMs: 0 }
    const outgoing = outgoingOf(c)
    const before = outgoing?.socket?.bytesWritten ?? 0
    await during(doing, next)
    c.res.headers.set('x-request-id', id)
    const ms = clock() - begun
    const { status } = c.res
    const route = routeOf(c)
    answered()?.(method, route, status, ms / 1000)
    const write = (bytes: number | null, cut: boolean) =>
      log.write({
        what: 'request',
        id,
        method,
        route,
        status,
        ms: short(ms),
        db_ms: short(doing.databaseMs),
        bytes,
        ...(cut ? { cut } : {}),
      })
    if (!outgoing) return write(Number(c.res.headers.get('content-length')) || null, false)
    const { socket } = outgoing
    const sent = () => write(socket ? socket.bytesWritten - before : null, !outgoing.writableFinished)
    // Whoever went away while the answer was made has closed it already.
    if (outgoing.destroyed) sent()
    else outgoing.once('close', sent)
  }

/** Pages that look the same to many readers, kept as they were sent until something changes. */
import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../house.ts'

/** A page as it is sent: its bytes, squeezed or not, and its own headers. */
export interface SentPage {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

interface Kept extends SentPage {
  /** How much had been written when it was read, and when that was. */
  readonly changes: number
  readonly at: number
}

/** What another process writes is seen after so many milliseconds; what this one writes is seen at once. */
export const KEPT_MS = 3_000

/** So many bytes are kept, the latest. */
const MOST_BYTES = 16 * 1024 * 1024

const alikes = new WeakSet<Context>()
const sent = new WeakMap<Context, SentPage>()

/**
 * Says that this page looks the same to everybody whom `whose` of {@link keptPages} calls the same: it holds no form of
 * its own (their tokens work once), and nothing about who asks.
 */
export const alike = (c: Context): void => void alikes.add(c)

/** Notes what is sent, for keeping it if it was said to be alike. */
export const noteSent = (c: Context, page: SentPage): void => {
  if (alikes.has(c)) sent.set(c, page)
}

/**
 * Answers with a kept page where there is one. A page is kept when nothing was written while it was read, and holds until
 * anything at all is written: so nobody who has changed something is shown what was before.
 * @param whose a text that is the same for readers to whom such pages look the same; nothing when they are nobody else's
 */
export const keptPages = <C extends Context>(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  whose: (c: C) => string | undefined,
): MiddlewareHandler => {
  const pages = new Map<string, Kept>()
  let bytes = 0
  const forget = (key: string) => {
    bytes -= pages.get(key)?.body.length ?? 0
    pages.delete(key)
  }
  const keep = (key: string, page: Kept) => {
    forget(key)
    pages.set(key, page)
    bytes += page.body.length
    for (const oldest of pages.keys()) {
      if (bytes <= MOST_BYTES) break
      forget(oldest)
    }
  }
  return async (c, next) => {
    const reader = c.req.method === 'GET' ? whose(c as C) : undefined
    if (reader === undefined) return next()
    const address = new URL(c.req.url)
    const accepts = c.req.header('accept-encoding') ?? ''
    const key = [reader, accepts, c.req.header('save-data') ?? '', address.pathname + address.search].join('\n')
    const [changes, at] = [db.changes(), clock.now().getTime()]
    const kept = pages.get(key)
    if (kept && kept.changes === changes && Math.abs(at - kept.at) < KEPT_MS)
      return c.body(kept.body, 200, kept.headers)
    await next()
    const page = c.res.status === 200 ? sent.get(c) : undefined
    if (page && changes === db.changes()) keep(key, { ...page, changes, at })
    return undefined
  }
}

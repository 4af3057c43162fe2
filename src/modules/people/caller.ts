/** Where a request comes from, as far as the connection tells. */
import type { Context } from 'hono'

/** The address of whoever is connected; in tests nobody is. */
export const callerAddress = (c: Context): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ??
  'here'

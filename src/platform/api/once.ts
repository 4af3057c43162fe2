/** The Idempotency-Key of a request, as the token by which the database does a thing once. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Asker } from '../db/database.ts'

const hash = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url')

/**
 * The token of a request: who asks and the key; after a dot what was sent, so that the same key with something else is
 * noticed. Nothing without a key; `odd` when the key is none.
 */
export const onceOf = (c: Context, body: string): { once?: string } | 'odd' => {
  const header = c.req.header('idempotency-key')
  if (header === undefined) return {}
  const key = header.replace(/^"(.*)"$/, '$1')
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return 'odd'
  const { personId } = c.get('scope') as Asker
  return { once: `${hash('api', String(personId), key)}.${hash(c.req.method, c.req.path, body)}` }
}

/** Conditions: an answer's tag, and what a caller says about the tag it knows. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** The strong tag of a body: the same bytes, the same tag. */
export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

const names = (header: string, etag: string, weak: boolean): boolean => {
  if (header.trim() === '*') return true
  return header.split(',').some((one) => {
    const tag = one.trim()
    // A weak tag is enough to skip reading again, never to change.
    return tag === etag || (weak && tag === `W/${etag}`)
  })
}

/** Whether the caller has these bytes already. */
export const knows = (c: Context, etag: string): boolean => {
  const header = c.req.header('if-none-match')
  return header !== undefined && names(header, etag, true)
}

/** What a change is told about the thing as it stands: it may go on, it was changed meanwhile, or it did not say. */
export const matches = (c: Context, etag: string): 'yes' | 'changed' | 'unsaid' => {
  const header = c.req.header('if-match')
  if (header === undefined) return 'unsaid'
  return names(header, etag, false) ? 'yes' : 'changed'
}

/** What a browser keeps while its person is at the school, and while somebody known signs in their own way. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Visit } from '../contract.ts'
import { inside } from '../schemas.ts'
import type { Attempt } from './provider.ts'

const QUARTER = 15 * 60
const kept = z.object({
  state: z.string().min(16),
  nonce: z.string().min(16),
  verifier: z.string().min(43),
  next: inside,
})

const https = (c: Context<Visit>): boolean => c.var.house.baseUrl.startsWith('https:')
const nameOf = (c: Context<Visit>, what: string): string => `${https(c) ? '__Host-' : ''}ciranda_school${what}`

const keep = (c: Context<Visit>, what: string, value: string): void =>
  setCookie(c, nameOf(c, what), value, {
    httpOnly: true,
    // Not stricter: the way back begins at the school.
    sameSite: 'Lax',
    secure: https(c),
    path: '/',
    maxAge: QUARTER,
  })

const take = (c: Context<Visit>, what: string): string | undefined => {
  const value = getCookie(c, nameOf(c, what))
  if (value !== undefined) deleteCookie(c, nameOf(c, what), { path: '/', secure: https(c) })
  return value
}

/** Keeps an attempt for a quarter of an hour. */
export const keepAttempt = (c: Context<Visit>, attempt: Attempt): void =>
  keep(c, '', Buffer.from(JSON.stringify(attempt)).toString('base64url'))

/** Takes the attempt that the browser brought; it is good for one way back. */
export const takeAttempt = (c: Context<Visit>): Attempt | undefined => {
  try {
    return kept.safeParse(JSON.parse(Buffer.from(take(c, '') ?? '', 'base64url').toString())).data
  } catch {
    return undefined
  }
}

/** Marks the browser of somebody whose address is known here. */
export const markPending = (c: Context<Visit>, visitor: string): void => keep(c, '_link', visitor)

/** Takes that mark away again. */
export const takePendingMark = (c: Context<Visit>): string => take(c, '_link') ?? ''

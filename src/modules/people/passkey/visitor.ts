/** The browser that asks: whether passkeys work where it is, and the cookie that ties a question to it. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Visit } from '../contract.ts'
import { newToken } from '../secret.ts'
import { CHALLENGE_MS } from './passkey.ts'
import { type PlaceFound, passkeyPlace } from './place.ts'

const https = (c: Context<Visit>): boolean => c.var.house.baseUrl.startsWith('https:')
const nameOf = (c: Context<Visit>): string => (https(c) ? '__Host-ciranda_passkey' : 'ciranda_passkey')

/** Gives the browser a new secret. */
export const markVisitor = (c: Context<Visit>): string => {
  const visitor = newToken()
  setCookie(c, nameOf(c), visitor, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: https(c),
    path: '/',
    maxAge: CHALLENGE_MS / 1000,
  })
  return visitor
}

/** The secret that the browser brought; without one, nothing that fits. */
export const markedVisitor = (c: Context<Visit>): string => getCookie(c, nameOf(c)) ?? ''

/** Where passkeys work, seen from where the browser is. */
export const placeOf = (c: Context<Visit>): PlaceFound => passkeyPlace(c.var.house.baseUrl, new URL(c.req.url).host)

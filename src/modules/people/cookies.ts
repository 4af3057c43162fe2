/** The two cookies: the session, and how this device likes to read. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isLanguage, type Language } from '../../platform/words/words.ts'
import { isShared } from './card/shared.ts'
import type { Reader, Visit } from './contract.ts'

const YEAR = 365 * 24 * 3600

const nameOf = (c: Context<Visit>): string => (https(c) ? '__Host-ciranda' : 'ciranda')
const https = (c: Context<Visit>): boolean => c.var.house.baseUrl.startsWith('https:')

/**
 * Gives a session to the browser; on a shared device it is forgotten with the browser's window. The browser keeps it for a
 * month longer than it is good for: so a form that comes too late is known to be this person's, and no word is lost.
 */
export const carrySession = (c: Context<Visit>, token: string): void =>
  setCookie(c, nameOf(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: https(c),
    path: '/',
    ...(isShared(token) ? {} : { maxAge: 90 * 24 * 3600 }),
  })

/** The session that the browser brought. */
export const carriedSession = (c: Context<Visit>): string | undefined => getCookie(c, nameOf(c))

/** Takes the session from the browser. */
export const dropSession = (c: Context<Visit>): void => {
  deleteCookie(c, nameOf(c), { path: '/', secure: https(c) })
}

/** How this device likes to read; kept on the device alone. */
export interface Reading {
  readonly theme: Reader['theme']
  readonly size: Reader['size']
  readonly spacing: Reader['spacing']
  readonly lang: Language | undefined
}

const oneOf = <T extends string>(value: string | null, all: readonly T[]): T =>
  all.find((one) => one === value) ?? (all[0] as T)

/** The themes, sizes and spacings there are; the first is the usual one. */
export const readingChoices = {
  theme: ['system', 'light', 'dark', 'contrast'],
  size: ['normal', 'large', 'larger'],
  spacing: ['normal', 'wide'],
} as const

/** Reads the reading cookie; anything odd means the usual. */
export const readingOf = (c: Context<Visit>): Reading => {
  const kept = new URLSearchParams(getCookie(c, 'ciranda_reading') ?? '')
  const lang = kept.get('lang')
  return {
    theme: oneOf(kept.get('theme'), readingChoices.theme),
    size: oneOf(kept.get('size'), readingChoices.size),
    spacing: oneOf(kept.get('spacing'), readingChoices.spacing),
    lang: isLanguage(lang) ? lang : undefined,
  }
}

/** Keeps how this device likes to read. */
export const keepReading = (c: Context<Visit>, reading: Reading): void => {
  const kept = new URLSearchParams({ theme: reading.theme, size: reading.size, spacing: reading.spacing })
  if (reading.lang) kept.set('lang', reading.lang)
  setCookie(c, 'ciranda_reading', kept.toString(), {
    sameSite: 'Lax',
    secure: https(c),
    path: '/',
    maxAge: YEAR,
    httpOnly: true,
  })
}

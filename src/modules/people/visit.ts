/** Begins every request: who is it, in which language, with which look. */
import type { Context, MiddlewareHandler } from 'hono'
import { isLanguage, type Language, languages } from '../../platform/words/words.ts'
import type { Visit } from './contract.ts'
import { carriedSession, readingOf } from './cookies.ts'
import { scopeOf, visitorScope } from './scope.ts'
import { tokenHash } from './secret.ts'
import { holderOf } from './store.ts'

/** The first language of ours that a browser asks for. */
export const languageAsked = (header: string | undefined): Language | undefined =>
  (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=')
      return { lang: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) }
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ lang }) => lang)
    .find((lang): lang is Language => languages.includes(lang as Language))

const holder = async (c: Context<Visit>) => {
  const token = carriedSession(c)
  if (!token) return undefined
  const { db, clock } = c.var.house
  const [rows] = await db.read({ personId: null }, holderOf(tokenHash(token), clock.now()))
  return rows[0]
}

/** Sets scope and reader for what follows. */
export const visit: MiddlewareHandler<Visit> = async (c, next) => {
  const settings = await c.var.house.settings.current()
  const held = await holder(c)
  const reading = readingOf(c)
  const own = isLanguage(held?.language) ? held.language : undefined
  const lang = own ?? reading.lang ?? languageAsked(c.req.header('accept-language')) ?? settings.language
  c.set('settings', settings)
  c.set('scope', held ? scopeOf(held) : visitorScope)
  c.set('reader', { lang, zone: settings.timeZone, theme: reading.theme, size: reading.size, spacing: reading.spacing })
  await next()
}

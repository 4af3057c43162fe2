/** Begins every request: who is it, in which language, with which look. */
import { isDeepStrictEqual } from 'node:util'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { Beliefs } from '../../platform/db/beliefs.ts'
import { Remembered } from '../../platform/remembered.ts'
import { isLanguage, type Language, languages } from '../../platform/words/words.ts'
import type { MemberScope, Visit } from './contract.ts'
import { carriedSession, readingOf } from './cookies.ts'
import { type Holder, scopeOf, visitorBelieving, visitorScope } from './scope.ts'
import { tokenHash } from './secret.ts'
import { holderOf, holderWhoAsks } from './store.ts'

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

const remembered = new Remembered<Holder>(5000)
const begunAgain = new WeakSet<Request>()

/** Answers a request once more, believing nothing this time; after an `Outdated` was thrown. */
export const beginAgain = (app: Hono<Visit>, c: Context<Visit>): Response | Promise<Response> => {
  begunAgain.add(c.req.raw)
  return app.fetch(c.req.raw, c.env)
}

const sameHolder = (one: Holder, other: Holder | undefined) => isDeepStrictEqual({ ...one }, { ...other })

/** Who holds the session that the browser brought. With `beliefs`, as it was when it was last asked. */
const holder = async (c: Context<Visit>, beliefs: Beliefs | undefined): Promise<Holder | undefined> => {
  const token = carriedSession(c)
  if (!token) return undefined
  const { house } = c.var
  const hash = tokenHash(token)
  const key = hash.toString('base64')
  const known = beliefs && remembered.of(house, key)
  if (beliefs && known) {
    beliefs.believe(holderWhoAsks(hash, house.clock.now()), ([row]) => sameHolder(known, row), true)
    return known
  }
  const [[found]] = await house.db.read({ personId: null }, holderOf(hash, house.clock.now()))
  if (found) remembered.keep(house, key, found)
  return found
}

const scopeFor = (held: Holder | undefined, beliefs: Beliefs | undefined): MemberScope => {
  if (held) return scopeOf(held, beliefs)
  return beliefs ? visitorBelieving(beliefs) : visitorScope
}

/** Sets scope and reader for what follows. Only a page that is read believes; whatever changes something asks first. */
export const visit: MiddlewareHandler<Visit> = async (c, next) => {
  const { house } = c.var
  const settings = await house.settings.current()
  const beliefs = c.req.method === 'GET' && !begunAgain.has(c.req.raw) ? new Beliefs() : undefined
  const held = await holder(c, beliefs)
  const scope = scopeFor(held, beliefs)
  const reading = readingOf(c)
  const own = isLanguage(held?.language) ? held.language : undefined
  const lang = own ?? reading.lang ?? languageAsked(c.req.header('accept-language')) ?? settings.language
  c.set('settings', settings)
  c.set('scope', scope)
  c.set('reader', { lang, zone: settings.timeZone, theme: reading.theme, size: reading.size, spacing: reading.spacing })
  await next()
  // A page that asked nothing has proven nothing yet.
  if (beliefs?.open.length) await house.db.read(scope)
}

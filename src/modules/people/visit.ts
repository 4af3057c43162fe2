/** Begins every request: who is it, in which language, with which look. */
import { isDeepStrictEqual } from 'node:util'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { Beliefs } from '../../platform/db/beliefs.ts'
import { Remembered } from '../../platform/remembered.ts'
import { isLanguage, type Language, languages } from '../../platform/words/words.ts'
import { isShared, stay } from './card/shared.ts'
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

/** The same request once more; a form that was read is written again, because a body can be read only once. */
const sameAgain = async ({ req }: Context<Visit>): Promise<Request> => {
  if (!req.raw.bodyUsed) return req.raw
  const headers = new Headers(req.raw.headers)
  headers.delete('content-type')
  headers.delete('content-length')
  return new Request(req.url, { method: req.method, headers, body: await req.formData() })
}

/** Answers a request once more, believing nothing this time; after an `Outdated` was thrown. */
export const beginAgain = async (app: Hono<Visit>, c: Context<Visit>): Promise<Response> => {
  const again = await sameAgain(c)
  begunAgain.add(again)
  return app.fetch(again, c.env)
}

/** Proves now what is believed of the caller. */
export const prove = async ({ var: { house, scope } }: Context<Visit>): Promise<void> => {
  if (scope.beliefs?.open.length) await house.db.read(scope)
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

/** Sets scope and reader for what follows. What is believed is proven before anything is changed or answered. */
export const visit: MiddlewareHandler<Visit> = async (c, next) => {
  const { house } = c.var
  const settings = await house.settings.current()
  const beliefs = begunAgain.has(c.req.raw) ? undefined : new Beliefs()
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
  await prove(c)
  const token = carriedSession(c)
  if (token && scope.personId !== null && isShared(token) && !c.get('unattended')) await stay(house, token)
}

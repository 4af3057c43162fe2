/** Begins every request of a program: whose token it brings, what the token may, how much is left this minute. */
import type { MiddlewareHandler } from 'hono'
import { countedTogether } from '../../../platform/api/counting-together.ts'
import { callLimits, leftHeaders, perMinute } from '../../../platform/api/limits.ts'
import { problem } from '../../../platform/api/problem.ts'
import type { House } from '../../../platform/house.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import { isLanguage } from '../../../platform/words/words.ts'
import { callerAddress } from '../caller.ts'
import type { Visit } from '../contract.ts'
import { scopeOf, visitorScope } from '../scope.ts'
import { tokenHash } from '../secret.ts'
import { languageAsked } from '../visit.ts'
import { noteUse, type TokenHolder, tokenHolder } from './store.ts'
import { isSecret } from './token.ts'

const holderOf = async (house: House, secret: string): Promise<TokenHolder | undefined> => {
  if (!isSecret(secret)) return undefined
  const [[held]] = await house.db.read({ personId: null }, tokenHolder(tokenHash(secret), house.clock.now()))
  return held
}

/** Sets scope, reader and program for what follows; turns away a token that does not work, and a caller in a hurry. */
export const programVisit = (house: House): MiddlewareHandler<Visit> => {
  const limits = countedTogether(house.db, callLimits(house.clock))
  return async (c, next) => {
    const settings = await house.settings.current()
    const header = c.req.header('authorization')
    const secret = /^bearer +(\S+) *$/i.exec(header ?? '')?.[1]
    const held = secret ? await holderOf(house, secret) : undefined
    const asked = languageAsked(c.req.header('accept-language'))
    const own = isLanguage(held?.language) ? held.language : undefined
    c.set('settings', settings)
    c.set('answers', 'json')
    c.set('scope', held ? scopeOf({ ...held, site_role: null }) : visitorScope)
    c.set('reader', {
      lang: asked ?? own ?? settings.language,
      zone: settings.timeZone,
      theme: 'system',
      size: 'normal',
      spacing: 'normal',
    })
    if (held) c.set('program', { id: held.token_id, rights: held.rights })
    const left = held
      ? limits(`token ${held.token_id}`, perMinute.program)
      : limits(`from ${callerAddress(c)}`, perMinute.visitor)
    const told = leftHeaders(left)
    if (!left.within) return problem(c, 'slow-down', { headers: { ...told, 'retry-after': String(left.reset) } })
    if (header !== undefined && !held)
      return problem(c, 'token', {
        headers: { ...told, 'www-authenticate': 'Bearer realm="ciranda", error="invalid_token"' },
      })
    const today = dayIn(house.clock.now(), settings.timeZone)
    if (held && held.last_used !== today)
      await house.db.write(c.var.scope, (tx) => tx.rows(noteUse(c.var.scope, held.token_id, today)))
    await next()
    for (const [name, value] of Object.entries(told)) c.header(name, value)
  }
}

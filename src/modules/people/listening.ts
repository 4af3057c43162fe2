/** Who listens on a stream: as the request proved it, and asked again whenever something is said. */
import type { Context } from 'hono'
import type { House } from '../../platform/house.ts'
import { callerAddress } from './caller.ts'
import type { MemberScope, Visit } from './contract.ts'
import { carriedSession } from './cookies.ts'
import { scopeOf, visitorScope } from './scope.ts'
import { tokenHash } from './secret.ts'
import { holdersOf } from './store.ts'

/** Who asks to listen; `session` proves it later, without being the secret itself. Nobody's silence ends by it. */
export const listeningCaller = (c: Context<Visit>) => {
  const { scope, reader } = c.var
  c.set('unattended', true)
  const token = scope.personId === null ? undefined : carriedSession(c)
  return {
    session: token === undefined ? null : tokenHash(token).toString('base64'),
    scope,
    lang: reader.lang,
    zone: reader.zone,
    counted: scope.personId === null ? `at ${callerAddress(c)}` : `person ${scope.personId}`,
  }
}

/** How the house asks again who listens. */
export const listeningPeople = ({ db, clock }: Pick<House, 'db' | 'clock'>) => ({
  /** The scopes of sessions that still hold; those that ended are missing. */
  prove: async (sessions: readonly string[]): Promise<Map<string, MemberScope>> => {
    const [rows] = await db.read({ personId: null }, holdersOf(sessions, clock.now()))
    return new Map(rows.map(({ session, ...holder }) => [session, scopeOf(holder)]))
  },
  visitor: visitorScope,
  personOf: (scope: MemberScope) => scope.personId,
  /** Whom one knows and which circles one hears follows from one's seats alone. */
  alike: ({ personId, reach, administrator }: MemberScope): string =>
    JSON.stringify([personId === null, administrator, reach.filter((one) => !one.startsWith('me:')).sort()]),
})

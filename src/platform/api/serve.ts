/** Serves one route of the API: right, rule, what was sent, the version that was seen, the act, the answer. */
import type { Context, Env } from 'hono'
import type { Asker } from '../db/database.ts'
import { SentBefore } from '../db/once.ts'
import { isRefusal, type Refusal } from '../outcome.ts'
import { answered } from './answer.ts'
import { etagOf, matches } from './condition.ts'
import { langOf, problem, tokenMissing } from './problem.ts'
import { readSent } from './sent.ts'
import type { ApiRoute } from './table.ts'

/** Whether the caller may do this kind of thing at all; a problem when not. */
const barred = <E extends Env>(c: Context<E>, route: ApiRoute<E>): Response | undefined => {
  const program = (c.get('program' as never) as { rights: readonly string[] } | undefined)?.rights
  if (program) return program.includes(route.right) ? undefined : problem(c, 'right')
  const visitor = (c.get('scope' as never) as Asker).personId === null
  return route.right === 'read' && visitor ? undefined : tokenMissing(c)
}

const refused = <E extends Env>(c: Context<E>, route: ApiRoute<E>, refusal: Refusal): Response => {
  const { reason, field } = refusal
  const kind = route.spec.refusals?.[reason] ?? 'refused'
  const detail = route.words?.(langOf(c)).maybe(reason)
  return problem(c, kind, {
    reason,
    ...(detail ? { detail } : {}),
    ...(detail && field ? { errors: [{ pointer: `#/${route.spec.fields?.[field] ?? field}`, detail }] } : {}),
  })
}

/** Looks whether a change names the thing as it stands now. */
const stale = (c: Context, current: unknown): Response | undefined => {
  if (current === undefined) return problem(c, 'not-found')
  const etag = etagOf(JSON.stringify(current))
  const seen = matches(c, etag)
  if (seen === 'yes') return undefined
  return problem(c, seen === 'changed' ? 'changed' : 'if-match', { headers: { etag } })
}

/** The handler of a route. */
export const serve =
  <E extends Env>(route: ApiRoute<E>) =>
  async (c: Context<E>): Promise<Response> => {
    const away = barred(c, route) ?? (await route.rule.admit(c))
    if (away) return away
    const { params, query, body } = route.spec
    const sent = await readSent(c, { params, query, body }, route.words)
    if (sent instanceof Response) return sent
    const current = await route.current?.(c, sent)
    const late = route.current ? stale(c, current) : undefined
    if (late) return late
    try {
      const handled = await route.handle(c, sent, current)
      if (handled instanceof Response) return handled
      return isRefusal(handled) ? refused(c, route, handled) : answered(c, handled)
    } catch (error) {
      if (error instanceof SentBefore) return problem(c, 'key-reused')
      throw error
    }
  }

/** The one guarded door of live pages: a browser says which places it shows, and hears what changes there. */
import type { Context } from 'hono'
import type { Live } from './hub.ts'
import type { Caller } from './listener.ts'
import { MOST_PLACES, type Shown, shownFrom } from './place.ts'

/** Lets a browser listen. What it names is asked for through its scope, now and whenever something is said. */
export const answerLive = async <Scope>(c: Context, live: Live<Scope>, caller: Caller<Scope>): Promise<Response> => {
  const named = (c.req.queries('place') ?? []).slice(0, MOST_PLACES)
  const shown = named.flatMap((text): Shown[] => {
    const one = shownFrom(text)
    return one ? [one] : []
  })
  if (shown.length === 0 || c.req.method === 'HEAD') return c.body(null, 204, { 'cache-control': 'no-store' })
  return live.listen(c, caller, shown, c.req.query('once') !== undefined)
}

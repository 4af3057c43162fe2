/** What every door of safeguarding needs: numbers of the address, the country whose numbers are shown, mistakes given back. */
import type { Context } from 'hono'
import type { Visit } from '../people/contract.ts'
import { type Country, countryOfZone } from './numbers.ts'
import type { Returned } from './pages/returned.ts'
import type { Standing } from './store/adults.ts'

export type Here = Context<Visit>

/** A number of the address; 0, which is nobody's, when it is none. */
export const numbered = (c: Here, name: 'id' | 'person' | 'thing' = 'id'): number => {
  const text = c.req.param(name) ?? ''
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0
}

/** The status of a page that gives a form back. */
export const statusOf = (returned: Returned) => (returned.errors ? { status: 422 as const } : {})

/** The country chosen here; otherwise the one that the site's time zone lies in. */
export const countryHere = (c: Here, standing: Standing | undefined): Country =>
  standing?.country ?? countryOfZone(c.var.settings.timeZone)

/** What was refused, as a mistake of a form. */
export const mistaken = (refused: { readonly reason: string; readonly field?: string }, typed?: Returned['typed']) => ({
  ...(typed ? { typed } : {}),
  errors: [{ field: refused.field ?? '', reason: refused.reason }],
})

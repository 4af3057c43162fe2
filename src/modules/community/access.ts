/** Who may come into a community, and who may tend it. */

import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import type { AccessRule } from '../../platform/http/routes.ts'
import { Remembered } from '../../platform/remembered.ts'
import type { MemberScope, Place, Visit } from '../people/contract.ts'
import { notFound, signedIn } from '../people/public.ts'
import { belongsTo, facilitates } from './audience.ts'
import { placeBySlug } from './store.ts'

const remembered = new Remembered<Place>(5000)

const find = async (c: Context<Visit>): Promise<Place | undefined> => {
  const slug = c.req.param('slug')
  if (!slug) return undefined
  const { scope, house } = c.var
  const query = placeBySlug(scope, slug)
  const known = scope.beliefs && remembered.of(house, slug)
  if (known) {
    scope.beliefs?.believe(query, ([row]) => isDeepStrictEqual({ ...known }, { ...row }))
    return known
  }
  const [[found]] = await house.db.read(scope, query)
  if (found) remembered.keep(house, slug, found)
  return found
}

const admitWhere = (name: string, may: (scope: MemberScope, place: Place) => boolean): AccessRule<Visit> => ({
  name,
  admit: async (c) => {
    const place = await find(c)
    if (place && may(c.var.scope, place)) {
      c.set('place', place)
      return undefined
    }
    // A stranger is asked to sign in, whether the community exists or not.
    return c.var.scope.personId === null ? signedIn.admit(c) : notFound(c)
  },
})

/** Those who belong to the community. */
export const members = admitWhere('members', (scope, place) => belongsTo(scope, place.id))

/** Those who belong, and everybody where the community is open. */
export const readers = admitWhere('readers', (scope, place) => place.open || belongsTo(scope, place.id))

/** The community's facilitators. */
export const facilitators = admitWhere('facilitators', (scope, place) => facilitates(scope, place.id))

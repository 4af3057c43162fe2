/** The door that tells a field whose names may be called: those who will hear what is said there, and nobody else. */
import type { RouteTable } from '../../../platform/http/routes.ts'
import { audienceOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { numbered } from '../door.ts'
import { chosen } from '../forms.ts'
import { hearersOf } from './store.ts'
import { urls } from './urls.ts'

export const mountMentioning = (routes: RouteTable<Visit>): void => {
  routes.get(urls.names, members, async (c) => {
    const { house, scope, place } = c.var
    const circle = chosen.safeParse(c.req.query('audience'))
    c.header('cache-control', 'private, no-store')
    if (!circle.success || circle.data === 'me') return c.json([])
    const audience = audienceOf(circle.data, scope, place.id)
    const [hearers] = await house.db.read(scope, hearersOf(scope, numbered(c), place.id, audience))
    const others = hearers.filter((one) => one.person_id !== scope.personId)
    return c.json([...new Set(others.map((one) => one.name))].toSorted((one, other) => one.localeCompare(other)))
  })
}

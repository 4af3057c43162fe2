/** Who may come into the library: everybody; members find their community around it. */
import type { AccessRule } from '../../platform/http/routes.ts'
import type { Visit } from '../people/contract.ts'
import { myPlaces } from './store.ts'

/** Everybody. Who belongs to one community reads with that community's places beside the page. */
export const everybody: AccessRule<Visit> = {
  name: 'everybody',
  admit: async (c) => {
    const { scope, house } = c.var
    if (scope.personId === null) return undefined
    const [places] = await house.db.read(scope, myPlaces(scope))
    if (places.length === 1 && places[0]) c.set('place', places[0])
    return undefined
  },
}

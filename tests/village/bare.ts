/** A village with the doors of people and community alone, for tests of what stands below everything else. */
import { routes as communityRoutes } from '../../src/modules/community/routes.ts'
import { cardRoutes } from '../../src/modules/people/card/routes.ts'
import { routes as peopleRoutes } from '../../src/modules/people/routes.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { openVillage, type Village } from './village.ts'

/** Opens it. */
export const openBareVillage = (): Promise<Village> =>
  openVillage({
    tables: [peopleRoutes, cardRoutes, ...communityRoutes],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook: new AddressBook(),
  })

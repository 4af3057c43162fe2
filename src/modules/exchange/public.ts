/** What other modules and app.ts may use of what a community lends and finds. */
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { urls as needsUrls } from './needs/urls.ts'
import { words as needsWords } from './needs/words.ts'
import { urls as thingsUrls } from './things/urls.ts'
import { words as thingsWords } from './things/words.ts'

export { needsApi } from './needs/api.ts'
export { describeNeeds } from './needs/describe.ts'
export { NeedsOnHome } from './needs/pages/on-home.tsx'
export { newestOpen as newestNeeds } from './needs/store/need.ts'
export { exchangeWalls, foundInExchange } from './store/found.ts'
export { reportedNeed, reportedThing } from './store/reported.ts'
export { thingsApi } from './things/api.ts'
export { describeThings } from './things/describe.ts'
export { thingFiles } from './things/jobs.ts'
export { ThingsOnHome } from './things/pages/on-home.tsx'
export { newestThings } from './things/store.ts'
export { bringsFile } from './things/urls.ts'

/** What a community lends and finds, in its navigation. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'needs',
    order: 55,
    icon: 'hand',
    stands: 'more',
    forMembers: true,
    label: (lang) => needsWords(lang)('nav'),
    href: (slug) => needsUrls.needs({ slug }),
  },
  {
    key: 'things',
    order: 56,
    icon: 'library',
    stands: 'more',
    forMembers: true,
    label: (lang) => thingsWords(lang)('nav'),
    href: (slug) => thingsUrls.things({ slug }),
  },
]

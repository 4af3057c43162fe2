/** What other modules may use of a community. */
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { codeUrls } from './code/urls.ts'
import { groupUrls } from './group/urls.ts'
import { rhythmUrls } from './rhythm/urls.ts'
import { words as rhythmWords } from './rhythm/words.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { facilitators, members, readers } from './access.ts'
export { addLine, addLineIn } from './actions/charter.ts'
export {
  audienceOf,
  belongsTo,
  circleOf,
  facilitates,
  heardBy,
  hears,
  isGroup,
  narrows,
  placesOfMine,
} from './audience.ts'
export { settledNow } from './charter.ts'
export { myWaits, waitingIn } from './code/store.ts'
export { type HeldAct, heldAct, heldKind, orWait } from './held/act.ts'
export * as heldStore from './held/store.ts'
export { heldAnchor, heldUrls } from './held/urls.ts'
export { atTheDoorSince, forgetAsking, leftWithout } from './own-data/store.ts'
export { MeetingLine } from './pages/meeting-fields.tsx'
export { QrCode } from './pages/poster.tsx'
export { type QrSquares, qrSquares } from './qr.ts'
export { RhythmOnHome } from './rhythm/pages/on-home.tsx'
export { quietAtRest } from './rhythm/resting.ts'
export { type OnHome, rhythmAtHome } from './rhythm/store.ts'
export { linesOf, versionsOf } from './store/charter.ts'
export { communityById, membersOf, myCommunities, someMembers } from './store.ts'

/** A community's own entries of the navigation. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'people',
    order: 60,
    icon: 'people',
    stands: 'main',
    label: (lang) => words(lang)('nav.people'),
    href: (slug) => urls.people({ slug }),
  },
  {
    key: 'charter',
    order: 10,
    icon: 'people',
    stands: 'more',
    label: (lang) => words(lang)('nav.charter'),
    href: (slug) => urls.charter({ slug }),
  },
  {
    key: 'agreement',
    order: 20,
    icon: 'hand',
    stands: 'more',
    label: (lang) => words(lang)('nav.agreement'),
    href: (slug) => urls.agreement({ slug }),
  },
  {
    key: 'rhythm',
    order: 70,
    icon: 'calendar',
    stands: 'more',
    forMembers: true,
    label: (lang) => rhythmWords(lang)('nav'),
    href: (slug) => rhythmUrls.rhythm({ slug }),
  },
]

/** Where pages of other modules lead into this one. */
export const communityUrls = {
  begin: () => urls.begin(),
  typeCode: () => codeUrls.type(),
  waiting: () => codeUrls.waiting(),
  invite: (slug: string) => urls.invite({ slug }),
  meeting: (slug: string) => urls.meeting({ slug }),
  charter: (slug: string) => urls.charter({ slug }),
  agreement: (slug: string) => urls.agreement({ slug }),
  people: (slug: string) => urls.people({ slug }),
  groups: (slug: string) => groupUrls.groups({ slug }),
  tend: (slug: string) => urls.tend({ slug }),
  handOver: (slug: string) => rhythmUrls.rhythm({ slug }),
}

/** The words for perspectives, roles and circles, which every module shares. */
export { words as communityWords } from './words.ts'

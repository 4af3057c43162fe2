/** What the application needs of notices: their reader of facts, their places, and the shape of what modules tell. */
import type { AdministrationRoom, NavigationEntry, OwnRoom } from '../../platform/http/navigation.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { noticeReader, type Sources } from './notices.ts'
export { daysOff } from './store/days-off.ts'

/** Where a person finds what is for them. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'for-you',
    order: 15,
    icon: 'hand',
    stands: 'site',
    forMembers: true,
    label: (lang) => words(lang)('forYou.title'),
    href: () => urls.forYou(),
  },
]

/** A person's own rooms: what is for them, and when letters come. */
export const ownRooms: readonly OwnRoom[] = [
  { key: 'for-you', label: (lang) => words(lang)('forYou.title'), href: () => urls.forYou() },
  { key: 'letters', label: (lang) => words(lang)('letters.title'), href: () => urls.letters() },
]

/** The room of mail and holidays. */
export const administrationRooms: readonly AdministrationRoom[] = [
  {
    key: 'mail',
    label: (lang) => words(lang)('mail.nav'),
    says: (lang) => words(lang)('mail.navSays'),
    href: () => urls.mail(),
  },
]

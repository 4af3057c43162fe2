/** What the application needs of home: its entries of the navigation. */
import type { Navigation } from '../../platform/http/navigation.ts'
import { challengeUrls } from '../challenge/public.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { type SearchKind, searchAsked, searchKinds } from './asked-for.ts'
export { type FoundPage, findEverything } from './finding.ts'

/** Home's part of the navigation, and where marks, search and the one button lead. */
export const homeNavigation: Navigation = {
  entries: [
    {
      key: 'home',
      order: 10,
      icon: 'home',
      stands: 'main',
      label: (lang) => words(lang)('nav.home'),
      href: (slug) => urls.community({ slug }),
    },
    {
      key: 'today',
      order: 10,
      icon: 'home',
      stands: 'site',
      forMembers: true,
      label: (lang) => words(lang)('nav.today'),
      href: () => urls.today(),
    },
    {
      key: 'desk',
      order: 5,
      icon: 'hand',
      stands: 'more',
      forFacilitators: true,
      label: (lang) => words(lang)('desk.title'),
      href: (slug) => urls.desk({ slug }),
    },
  ],
  own: [
    { key: 'words', label: (lang) => words(lang)('mine.title'), href: () => urls.myWords() },
    { key: 'came-of-it', label: (lang) => words(lang)('today.came'), href: () => challengeUrls.cameOfIt() },
  ],
  add: { label: (lang) => words(lang)('nav.add'), href: (slug) => challengeUrls.raise({ slug }) },
  communityHome: (slug) => urls.community({ slug }),
  siteHome: () => urls.today(),
  search: () => urls.search(),
}

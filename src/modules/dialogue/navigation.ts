/** The entry of open conversations, in a community's quieter navigation. */
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Dialogue's places. */
export const navigation: NavigationEntry[] = [
  {
    key: 'threads',
    order: 60,
    icon: 'people',
    stands: 'more',
    label: (lang) => words(lang)('threads.title'),
    href: (slug) => urls.threads({ slug }),
  },
]

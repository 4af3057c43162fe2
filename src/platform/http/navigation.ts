/** The places of the navigation; each entry comes with its module and is registered at the top. */
import type { Language } from '../words/words.ts'

/** One entry: where it stands, what it says, where it leads. */
export interface NavigationEntry {
  readonly key: string
  readonly order: number
  readonly icon: 'home' | 'question' | 'library' | 'people' | 'calendar' | 'hand'
  /** In a community's main navigation, in its quieter second one, or on the site's own pages. */
  readonly stands: 'main' | 'more' | 'site'
  /** Left out for visitors. */
  readonly forMembers?: boolean
  /** Left out for all but the community's facilitators. */
  readonly forFacilitators?: boolean
  readonly label: (lang: Language) => string
  /** Site entries are built without a community. */
  readonly href: (slug: string) => string
}

/** A room for those who look after the site, as their page lists it. */
export interface AdministrationRoom {
  readonly key: string
  readonly label: (lang: Language) => string
  readonly says: (lang: Language) => string
  readonly href: () => string
}

/** A page of one's own, as Me lists it. */
export type OwnRoom = Pick<AdministrationRoom, 'key' | 'label' | 'href'>

/** The navigation that pages draw. */
export interface Navigation {
  readonly entries: readonly NavigationEntry[]
  /** What those who look after the site find on their page. */
  readonly administration?: readonly AdministrationRoom[]
  /** What a person finds under Me. */
  readonly own?: readonly OwnRoom[]
  /** The one button that begins something in a community. */
  readonly add?: { readonly label: (lang: Language) => string; readonly href: (slug: string) => string }
  /** Where a community's mark leads, where the site's mark leads, and where one searches. */
  readonly communityHome: (slug: string) => string
  readonly siteHome: () => string
  /** Where a code is typed, and where a community says which adults look after its students. */
  readonly typeCode?: () => string
  readonly lookedAfter?: (slug: string) => string
  readonly search?: (slug: string | undefined) => string
  /** Where everybody reads what happens with their data. */
  readonly privacy?: () => string
  /** In the foot of every page of a community, for those who belong. */
  readonly askForHelp?: { readonly label: (lang: Language) => string; readonly href: (slug: string) => string }
}

/** The entries of one stand in their order. */
export const entriesOf = (navigation: Navigation, stands: NavigationEntry['stands']): NavigationEntry[] =>
  navigation.entries.filter((entry) => entry.stands === stands).sort((one, other) => one.order - other.order)

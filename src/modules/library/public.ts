/** What other modules may use of the library. */

import type { House } from '../../platform/house.ts'
import type { Describe } from '../../platform/http/address-book.ts'
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { entriesOfStories, titlesOf } from './store.ts'
import { apiUrls, urls } from './urls.ts'
import { words } from './words.ts'

export { loadShelf } from './load-shelf.ts'
export { entryWalls, foundInLibrary, storiesAwaiting } from './store/anywhere.ts'
export { beginStory } from './story/actions/writing.ts'
export { followAnswers } from './story/linked.ts'
export { storiesFrom } from './story/store.ts'

/** The address of an entry. */
export const entryUrl = (slug: string): string => urls.entry({ slug })

/** The address of a story's workshop in its community. */
export const storyUrl = (community: string, id: number): string => urls.story({ slug: community, id })

/** The address of a story for programs. */
export const storyApiUrl = (community: string, id: number): string => apiUrls.story({ slug: community, story: id })

/** The library in a community's navigation, and on the site's own pages. */
export const navigation: readonly NavigationEntry[] = (
  [
    { stands: 'main', order: 40 },
    { stands: 'site', order: 20 },
  ] as const
).map((stand) => ({
  ...stand,
  key: 'library',
  icon: 'library',
  label: (lang) => words(lang)('library'),
  href: () => urls.library(),
}))

/** Titles and addresses of published stories, for the address book. */
export const describeStories =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, entriesOfStories(ids))
    return new Map(rows.map((row) => [row.story_id, { title: row.title, href: urls.entry({ slug: row.slug }) }]))
  }

/** Titles and addresses of entries, for the address book. */
export const describeEntries =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, titlesOf(ids))
    return new Map(rows.map((row) => [row.id, { title: row.title, href: urls.entry({ slug: row.slug }) }]))
  }

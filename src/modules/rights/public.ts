/** What the application needs of rights: where one finds one's data, and what rights itself keeps of a person. */
import type { OwnRoom } from '../../platform/http/navigation.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { rightsOwnData } from './own-data.ts'

/** A person's own rooms: what is kept of them. */
export const ownRooms: readonly OwnRoom[] = [
  { key: 'my-data', label: (lang) => words(lang)('mine.title'), href: () => urls.mine() },
]

/** What the application needs of rights: where one finds one's data, and what rights itself keeps of a person. */
import type { AdministrationRoom, OwnRoom } from '../../platform/http/navigation.ts'
import { words as assessmentWords } from './record/assessment/words.ts'
import { words as recordWords } from './record/words.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { erasePerson } from './erasing.ts'
export { rightsOwnData } from './own-data.ts'
export { erasures, hereAgain } from './store/own-data.ts'

/** A person's own rooms: what is kept of them. */
export const ownRooms: readonly OwnRoom[] = [
  { key: 'my-data', label: (lang) => words(lang)('mine.title'), href: () => urls.mine() },
]

/** Where everybody reads what happens with their data. */
export const privacyHref = (): string => urls.privacy()

/** The rooms of those who answer for the site: how long things are kept, and the record of processing. */
export const administrationRooms: readonly AdministrationRoom[] = [
  {
    key: 'retention',
    label: (lang) => recordWords(lang)('retention.title'),
    says: (lang) => recordWords(lang)('retention.says'),
    href: () => urls.retention(),
  },
  {
    key: 'processing',
    label: (lang) => recordWords(lang)('record.title'),
    says: (lang) => recordWords(lang)('record.nav'),
    href: () => urls.processing(),
  },
  {
    key: 'assessment',
    label: (lang) => assessmentWords(lang)('title'),
    says: (lang) => assessmentWords(lang)('says'),
    href: () => urls.assessment(),
  },
]

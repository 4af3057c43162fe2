/** What rights itself keeps of a person: the reminder of a quiet account, and what they signed for the controller. */
import type { OwnDataPart } from '../../platform/own-data/part.ts'
import * as store from './store/own-data.ts'
import { words } from './words.ts'

export const rightsOwnData: OwnDataPart = {
  name: 'rights',
  title: (lang) => words(lang)('mine.title'),
  copies: ['rights.reminder', 'rights.basis'],
  erases: ['rights.reminder'],
  copy: async (tx, person) => [
    { table: 'rights.reminder', rows: await tx.rows(store.ownReminder(person)) },
    { table: 'rights.basis', rows: await tx.rows(store.ownSignatures(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveRights(leaving)) await tx.rows(step)
  },
}

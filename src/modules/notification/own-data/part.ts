/** What belongs to a person among notices and letters, and that all of it goes when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as store from './store.ts'

export const notificationOwnData: OwnDataPart = {
  name: 'notification',
  title: (lang) => words(lang)('letters.title'),
  copies: ['notification.notice', 'notification.rhythm', 'notification.topic_off'],
  erases: [
    'notification.notice',
    'notification.letter',
    'notification.rhythm',
    'notification.topic_off',
    'notification.stop',
  ],
  copy: async (tx, person) => [
    { table: 'notification.notice', rows: await tx.rows(store.ownNotices(person)) },
    { table: 'notification.rhythm', rows: await tx.rows(store.ownRhythm(person)) },
    { table: 'notification.topic_off', rows: await tx.rows(store.ownTopicsOff(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveNotification(leaving)) await tx.rows(step)
  },
}

/** What belongs to a person in meetings, and what becomes of it when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as store from './store.ts'

const tables = [
  'meeting.meeting',
  'meeting.coming',
  'meeting.present',
  'meeting.entry',
  'meeting.next_step',
  'meeting.moved',
  'meeting.calendar_address',
]

export const meetingOwnData: OwnDataPart = {
  name: 'meeting',
  title: (lang) => words(lang)('nav'),
  copies: tables,
  erases: tables,
  copy: async (tx, person) => [
    { table: 'meeting.meeting', words: ['question'], rows: await tx.rows(store.ownMeetings(person)) },
    { table: 'meeting.coming', rows: await tx.rows(store.ownComings(person)) },
    { table: 'meeting.present', rows: await tx.rows(store.ownPresences(person)) },
    { table: 'meeting.entry', words: ['words'], rows: await tx.rows(store.ownEntries(person)) },
    { table: 'meeting.next_step', words: ['words', 'told'], rows: await tx.rows(store.ownSteps(person)) },
    { table: 'meeting.moved', words: ['words'], rows: await tx.rows(store.ownMoves(person)) },
    { table: 'meeting.calendar_address', rows: await tx.rows(store.ownCalendars(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveMeetings(leaving)) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of store.waneMeetings(waning)) await tx.rows(step)
  },
}

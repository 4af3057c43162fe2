/** What belongs to a person as such, and the end of it: with the person's row goes all that hangs on it. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as store from './store.ts'

const copies = [
  'people.person',
  'people.account',
  'people.session',
  'people.token',
  'people.passkey',
  'people.school_link',
  'people.begun',
]

export const peopleOwnData: OwnDataPart = {
  name: 'people',
  title: (lang) => words(lang)('me.title'),
  copies,
  erases: [
    ...copies,
    'people.sign_in_letter',
    'people.passkey_challenge',
    'people.card',
    'people.address_letter',
    'people.school_pending',
    'platform.bounced_address',
  ],
  copy: async (tx, person) => [
    { table: 'people.person', words: ['name', 'school'], rows: await tx.rows(store.ownPerson(person)) },
    { table: 'people.account', words: ['email'], rows: await tx.rows(store.ownAccount(person)) },
    { table: 'people.session', rows: await tx.rows(store.ownSessions(person)) },
    { table: 'people.token', rows: await tx.rows(store.ownTokens(person)) },
    { table: 'people.passkey', rows: await tx.rows(store.ownPasskeys(person)) },
    { table: 'people.school_link', rows: await tx.rows(store.ownSchoolLinks(person)) },
    { table: 'people.begun', words: ['title', 'words'], rows: await tx.rows(store.ownBegun(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leavePeople(leaving)) await tx.rows(step)
  },
}

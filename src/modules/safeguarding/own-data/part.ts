/** Nothing of asking for help goes into a copy, which others at home may read, and no guardian's name; all of it goes when the person leaves. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import { consentsAboutMe, leaveSafeguarding, ownAge, ownAssents, waneSafeguarding } from './store.ts'

export const safeguardingOwnData: OwnDataPart = {
  name: 'safeguarding',
  title: (lang) => words(lang)('nav.who'),
  copies: ['safeguarding.age', 'safeguarding.consent', 'safeguarding.assent'],
  erases: [
    'safeguarding.help',
    'safeguarding.help_adult',
    'safeguarding.own_hiding',
    'safeguarding.vetted',
    'safeguarding.lead',
    'safeguarding.age',
    'safeguarding.asks_guardians',
    'safeguarding.guardian',
    'safeguarding.consent',
    'safeguarding.assent',
  ],
  copy: async (tx, person) => [
    { table: 'safeguarding.age', rows: await tx.rows(ownAge(person)) },
    { table: 'safeguarding.consent', rows: await tx.rows(consentsAboutMe(person)) },
    { table: 'safeguarding.assent', rows: await tx.rows(ownAssents(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of leaveSafeguarding(leaving)) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of waneSafeguarding(waning)) await tx.rows(step)
  },
}

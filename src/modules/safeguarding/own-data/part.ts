/** Nothing of asking for help goes into a copy, which others at home may read; all of it goes when the person leaves. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import { leaveSafeguarding } from './store.ts'

export const safeguardingOwnData: OwnDataPart = {
  name: 'safeguarding',
  title: (lang) => words(lang)('nav.who'),
  copies: [],
  erases: [
    'safeguarding.help',
    'safeguarding.help_adult',
    'safeguarding.own_hiding',
    'safeguarding.vetted',
    'safeguarding.lead',
  ],
  copy: async () => [],
  erase: async (tx, leaving) => {
    for (const step of leaveSafeguarding(leaving)) await tx.rows(step)
  },
}

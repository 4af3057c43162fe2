/** What belongs to a person in what a community lends each other, and that it goes along when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../needs/words.ts'
import * as store from './store.ts'

const tables = ['exchange.need', 'exchange.need_answer']

export const exchangeOwnData: OwnDataPart = {
  name: 'exchange',
  title: (lang) => words(lang)('nav'),
  copies: tables,
  erases: tables,
  copy: async (tx, person) => [
    { table: 'exchange.need', words: ['words', 'thanks'], rows: await tx.rows(store.ownNeeds(person)) },
    { table: 'exchange.need_answer', words: ['words'], rows: await tx.rows(store.ownNeedAnswers(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveNeeds(leaving)) await tx.rows(step)
  },
}

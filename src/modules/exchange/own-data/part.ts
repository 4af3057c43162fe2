/** What belongs to a person in what a community lends each other, and that it goes along when they leave. */

import { fileKinds } from '../../../platform/files/kind.ts'
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../needs/words.ts'
import * as store from './store.ts'

const tables = ['exchange.need', 'exchange.need_answer', 'exchange.thing']

export const exchangeOwnData: OwnDataPart = {
  name: 'exchange',
  title: (lang) => words(lang)('nav'),
  copies: tables,
  erases: tables,
  copy: async (tx, person) => [
    { table: 'exchange.need', words: ['words', 'thanks'], rows: await tx.rows(store.ownNeeds(person)) },
    { table: 'exchange.need_answer', words: ['words'], rows: await tx.rows(store.ownNeedAnswers(person)) },
    { table: 'exchange.thing', words: ['title', 'why', 'alt'], rows: await tx.rows(store.ownThings(person)) },
  ],
  files: async (tx, person) =>
    (await tx.rows(store.ownFiles(person))).map(({ id, file_kind, file_key }) => ({
      name: `media/${id}.${fileKinds[file_kind].ends}`,
      key: file_key,
    })),
  erase: async (tx, leaving) => {
    for (const step of [...store.leaveNeeds(leaving), ...store.leaveThings(leaving)]) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of store.waneExchange(waning)) await tx.rows(step)
  },
}

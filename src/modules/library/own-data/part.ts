/** What belongs to a person among stories, and what becomes of it when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as store from './store.ts'

const STORY_WORDS = ['title', 'summary', 'mattered', 'did', 'unsure', 'whose', 'possible'] as const

export const libraryOwnData: OwnDataPart = {
  name: 'library',
  title: (lang) => words(lang)('front.title'),
  copies: [
    'library.story',
    'library.entry',
    'library.entry_text',
    'library.maker',
    'library.story_person',
    'library.story_consent',
  ],
  erases: [
    'library.story',
    'library.entry',
    'library.entry_text',
    'library.maker',
    'library.story_person',
    'library.story_depicted',
    'library.story_consent',
  ],
  copy: async (tx, person) => [
    { table: 'library.story', words: STORY_WORDS, rows: await tx.rows(store.ownStories(person)) },
    { table: 'library.entry', rows: await tx.rows(store.ownEntries(person)) },
    { table: 'library.entry_text', words: ['title', 'summary'], rows: await tx.rows(store.ownTexts(person)) },
    { table: 'library.maker', rows: await tx.rows(store.ownNames(person)) },
    { table: 'library.story_person', rows: await tx.rows(store.ownParts(person)) },
    { table: 'library.story_consent', words: ['reason'], rows: await tx.rows(store.ownConsents(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveLibrary(leaving, tx.now)) await tx.rows(step)
  },
}

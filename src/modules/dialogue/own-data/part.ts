/** What belongs to a person in conversations, and what becomes of it when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as rounds from './store/rounds.ts'
import { waneDialogue } from './store/waning.ts'
import * as store from './store.ts'

export const dialogueOwnData: OwnDataPart = {
  name: 'dialogue',
  title: (lang) => words(lang)('threads.title'),
  copies: [
    'dialogue.thread',
    'dialogue.contribution',
    'dialogue.nameless_author',
    'dialogue.earlier_words',
    'dialogue.quote',
    'dialogue.learned',
    'dialogue.carried',
    'dialogue.summary',
    'dialogue.mention',
    'dialogue.visit',
    'dialogue.reading',
    'dialogue.ask',
    'dialogue.round',
    'dialogue.round_seat',
    'dialogue.round_entry',
  ],
  erases: [
    'dialogue.thread',
    'dialogue.contribution',
    'dialogue.nameless_author',
    'dialogue.earlier_words',
    'dialogue.quote',
    'dialogue.learned',
    'dialogue.carried',
    'dialogue.summary',
    'dialogue.mention',
    'dialogue.visit',
    'dialogue.reading',
    'dialogue.ask',
    'dialogue.answer_link',
    'dialogue.round',
    'dialogue.round_seat',
    'dialogue.round_entry',
    'dialogue.round_link',
    'dialogue.look_question',
    'dialogue.widening',
  ],
  copy: async (tx, person) => [
    { table: 'dialogue.thread', words: ['title'], rows: await tx.rows(store.ownThreads(person)) },
    { table: 'dialogue.contribution', words: ['text'], rows: await tx.rows(store.ownContributions(person)) },
    { table: 'dialogue.nameless_author', rows: await tx.rows(store.ownWithoutName(person)) },
    { table: 'dialogue.earlier_words', words: ['text'], rows: await tx.rows(store.ownEarlierWords(person)) },
    { table: 'dialogue.quote', rows: await tx.rows(store.ownQuotes(person)) },
    { table: 'dialogue.learned', rows: await tx.rows(store.ownLearned(person)) },
    { table: 'dialogue.carried', words: ['text', 'answer'], rows: await tx.rows(store.ownCarried(person)) },
    { table: 'dialogue.summary', words: ['text'], rows: await tx.rows(store.ownSummaries(person)) },
    { table: 'dialogue.mention', rows: await tx.rows(store.ownMentions(person)) },
    { table: 'dialogue.visit', rows: await tx.rows(store.ownVisits(person)) },
    { table: 'dialogue.reading', rows: await tx.rows(store.ownReadings(person)) },
    { table: 'dialogue.ask', words: ['question'], rows: await tx.rows(store.ownAsks(person)) },
    {
      table: 'dialogue.round',
      words: ['question', 'harvest', 'question_to_them'],
      rows: await tx.rows(rounds.ownRounds(person)),
    },
    { table: 'dialogue.round_seat', rows: await tx.rows(rounds.ownSeats(person)) },
    { table: 'dialogue.round_entry', words: ['text'], rows: await tx.rows(rounds.ownTurns(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of [...rounds.leaveRounds(leaving), ...store.leaveDialogue(leaving, tx.now)]) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of waneDialogue(waning)) await tx.rows(step)
  },
}

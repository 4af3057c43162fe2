/** What belongs to a person in questions, try-outs and reflections, and what becomes of it when they leave. */
import type { OwnDataPart, OwnTable } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import { leaveChallenges, ownEvidence, ownRows, told, waneChallenges } from './store.ts'

const tables = told.map(({ table }) => `challenge.${table}`)

export const challengeOwnData: OwnDataPart = {
  name: 'challenge',
  title: (lang) => words(lang)('nav'),
  copies: tables,
  erases: tables,
  copy: async (tx, person) => {
    const copied: OwnTable[] = []
    for (const one of told)
      copied.push({ table: `challenge.${one.table}`, words: one.words, rows: await tx.rows(ownRows(person, one)) })
    copied.push({ table: 'challenge.unknown', words: ['evidence'], rows: await tx.rows(ownEvidence(person)) })
    return copied
  },
  erase: async (tx, leaving) => {
    for (const step of leaveChallenges(leaving)) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of waneChallenges(waning)) await tx.rows(step)
  },
}

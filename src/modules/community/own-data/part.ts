/** What belongs to a person in communities, and what becomes of it when they leave. */
import type { OwnDataPart } from '../../../platform/own-data/part.ts'
import { words } from '../words.ts'
import * as store from './store.ts'

const copies = [
  'community.membership',
  'platform.seat',
  'community.charter_line',
  'community.charter_version',
  'community.stage_proposal',
  'community.stage_answer',
  'community.handover',
  'community.newcomer',
  'community.group_member',
  'community.held',
]

export const communityOwnData: OwnDataPart = {
  name: 'community',
  title: (lang) => words(lang)('nav.charter'),
  copies,
  erases: [
    ...copies,
    'community.invitation',
    'community.join_code',
    'community.chosen_group',
    'community.left_out',
    'community.left_as_student',
  ],
  copy: async (tx, person) => [
    { table: 'community.membership', rows: await tx.rows(store.ownMemberships(person)) },
    { table: 'platform.seat', rows: await tx.rows(store.ownSeats(person)) },
    { table: 'community.charter_line', words: ['words'], rows: await tx.rows(store.ownLines(person)) },
    { table: 'community.charter_version', words: ['changed', 'why'], rows: await tx.rows(store.ownVersions(person)) },
    {
      table: 'community.stage_proposal',
      words: ['why', 'farewell', 'learned'],
      rows: await tx.rows(store.ownProposals(person)),
    },
    { table: 'community.stage_answer', words: ['words'], rows: await tx.rows(store.ownAnswers(person)) },
    { table: 'community.handover', rows: await tx.rows(store.ownHandovers(person)) },
    { table: 'community.newcomer', rows: await tx.rows(store.ownArrivals(person)) },
    { table: 'community.group_member', rows: await tx.rows(store.ownGroups(person)) },
    { table: 'community.held', words: ['words'], rows: await tx.rows(store.ownHeld(person)) },
  ],
  erase: async (tx, leaving) => {
    for (const step of store.leaveCommunities(leaving)) await tx.rows(step)
  },
  wane: async (tx, waning) => {
    for (const step of store.waneCommunities(waning)) await tx.rows(step)
  },
}

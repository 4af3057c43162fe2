/** Marks gates that time has opened, and records it; nobody publishes but a person. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import { gateOf } from './gate.ts'
import { followAnswers } from './linked.ts'
import * as those from './store/depicted.ts'
import * as store from './store.ts'
import { gateViewOf } from './workshop.ts'

/** As the owner; safe to run twice. */
export const openGates = async (tx: Tx): Promise<void> => {
  // A guardian's yes may have ended with its day.
  for (const linked of await tx.rows(those.linkedPeople())) await followAnswers(tx, linked)
  for (const story of await tx.rows(store.storiesInCircle())) {
    const depicted = await tx.rows(those.depictedForGate(story.id))
    const answers = await tx.rows(store.answersForGate(story.id))
    const company = await tx.rows(store.companyOf(story.community_id))
    const view = gateViewOf({ story, depicted, answers, company }, story.entry_licence ?? 'read-and-print')
    if (!gateOf(view, tx.now).every((one) => one.met || one.name === 'licence')) continue
    const opened = await tx.one(store.setOpen(story.id, tx.now))
    const subject = { kind: 'story', id: story.id }
    if (opened) await record(tx, { kind: 'story.opened', actor: null, subject, community: story.community_id })
  }
}

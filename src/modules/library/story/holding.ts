/** Holds a story still while somebody acts on it, and writes down what happened. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import type { StoryId } from '../contract.ts'
import { gateOf } from './gate.ts'
import * as those from './store/depicted.ts'
import * as store from './store.ts'
import { gateViewOf, type Workshop } from './workshop.ts'

/** A story held still for one act, with its people. */
export interface Held extends Workshop {
  readonly people: readonly store.StoryPersonRow[]
}

/** Reads a story and what stands around it, held until the transaction ends; nothing when it is out of reach. */
export const hold = async (tx: Tx, scope: MemberScope, place: Place, id: StoryId): Promise<Held | undefined> => {
  const story = await tx.one(store.lockStory(scope, place.id, id))
  if (!story) return undefined
  return {
    story,
    people: await tx.rows(store.peopleOf(scope, id)),
    depicted: await tx.rows(those.depictedOf(scope, id)),
    answers: await tx.rows(store.answersOf(scope, id)),
    company: await tx.rows(store.companyOf(place.id)),
  }
}

/** Records what happened to a story. */
export const storyFact = (
  tx: Tx,
  kind: `story.${string}`,
  scope: MemberScope,
  story: { id: StoryId; community_id: number },
) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'story', id: story.id }, community: story.community_id })

/** Marks the gate open when nothing holds it any more. */
export const markIfOpen = async (tx: Tx, scope: MemberScope, held: Held | undefined): Promise<void> => {
  if (!held) return
  const conditions = gateOf(gateViewOf(held, held.story.entry_licence ?? 'read-and-print'), tx.now)
  if (!conditions.every((one) => one.met || one.name === 'licence')) return
  const opened = await tx.one(store.setOpen(held.story.id, tx.now))
  if (opened) await storyFact(tx, 'story.opened', scope, held.story)
}

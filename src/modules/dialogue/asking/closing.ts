/** Closing a question inside a transaction: held still, closed once, told; by the person asked, or by who wrote it down for them. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import type { Ask, AskId, Pass } from './ask.ts'
import { undoEnds } from './link.ts'
import * as store from './store.ts'

/** By which form it was sent, and the hash of what may undo it for ten minutes without signing in. */
export interface Sending {
  readonly once?: string | undefined
  readonly undo?: Buffer | undefined
}

/** Writes down what happened to a question. */
export const askFact = (tx: Tx, scope: MemberScope, kind: `ask.${string}`, id: AskId, community: number) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'ask', id }, community })

/** Holds a question still and reads it: two who close it at once wait for each other. */
export const heldAsk = async (tx: Tx, scope: MemberScope, id: AskId): Promise<Ask | undefined> => {
  await tx.rows(store.holdAsk(scope, id))
  return tx.one(store.askById(scope, id))
}

/** Closes a question that is held, with what undoes it. Refuses with `answer.closed`. */
export const closeHeld = async (
  tx: Tx,
  scope: MemberScope,
  ask: Ask,
  how: 'answered' | Pass,
  { undo }: Sending,
  said: ContributionId | null = null,
): Promise<Outcome<null>> => {
  if (!(await tx.one(store.closeAsk(ask.id, how, tx.now, said)))) return refuse('answer.closed')
  if (undo)
    await tx.rows(
      store.insertLink(scope, { hash: undo, ask: ask.id, purpose: 'undo', at: tx.now, ends: undoEnds(tx.now) }),
    )
  // Rather not is told to nobody but the asker: outside it is a pass like any other.
  await askFact(tx, scope, how === 'answered' ? 'ask.answered' : 'ask.passed', ask.id, ask.community_id)
  return done(null)
}

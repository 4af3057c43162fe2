/** Saying that a wondering is answered, by which words; or that it is open after all. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { contributionById, type Found } from '../store/contributions.ts'
import { mayResolve } from './resolving.ts'
import * as store from './store.ts'

const wonderingHere = async (tx: Tx, scope: MemberScope, id: ContributionId): Promise<Outcome<Found>> => {
  const said = await tx.one(contributionById(scope, id))
  if (!said) return refuse('change.gone')
  const may = mayResolve(scope, said)
  return may.ok ? done(said) : may
}

const tell = (tx: Tx, scope: MemberScope, kind: 'resolved' | 'unresolved', said: Found) =>
  record(tx, {
    kind: `contribution.${kind}`,
    actor: said.nameless && isMine(scope, said) ? null : scope.personId,
    subject: contribution(said.id),
    community: said.community_id,
  })

/** Points to what answered a wondering; later it may be pointed elsewhere. */
export const resolve = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  answer: ContributionId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await wonderingHere(tx, scope, id)
    if (!said.ok) return said
    const pointed = await tx.one(contributionById(scope, answer))
    if (!pointed || pointed.thread_id !== said.value.thread_id || pointed.withdrawn || pointed.id === id)
      return refuse('resolve.gone', 'answer')
    if (pointed.waits) return refuse('say.waits', 'answer')
    if (said.value.resolved?.id === answer) return done({ id })
    if (!(await tx.one(store.insertResolved(id, answer)))) return refuse('resolve.gone', 'answer')
    await tell(tx, scope, 'resolved', said.value)
    return done({ id })
  })

/** It is open after all. */
export const unresolve = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await wonderingHere(tx, scope, id)
    if (!said.ok) return said
    if (await tx.one(store.deleteResolved(id))) await tell(tx, scope, 'unresolved', said.value)
    return done({ id })
  })

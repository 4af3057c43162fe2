/** Opening to the community what was said to a few: the author asks, a facilitator opens it or leaves it. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { facilitates } from '../../community/public.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import * as store from './store.ts'

type At = Pick<Place, 'id'>
type Done = Promise<Outcome<{ id: ContributionId }>>

const fact = (scope: MemberScope, place: At, id: ContributionId) => ({
  actor: scope.personId,
  subject: contribution(id),
  community: place.id,
})

/** Asks for it. The facilitators will read the words. */
export const askWider = (house: House, scope: MemberScope, place: At, id: ContributionId): Done =>
  house.db.write(scope, async (tx) => {
    if (!(await tx.one(store.askWider(id, tx.now)))?.id) return refuse('cannot')
    await record(tx, { kind: 'contribution.asked-wider', ...fact(scope, place, id) })
    return done({ id })
  })

/** Takes the wish back, or as a facilitator leaves the words with those who heard them; twice is once. */
export const letBe = (house: House, scope: MemberScope, place: At, id: ContributionId): Done =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.letBe(id, place.id))
    return done({ id })
  })

/** Opens exactly the words that were seen. Nobody opens their own. */
export const openWider = (house: House, scope: MemberScope, place: At, id: ContributionId, version: number): Done =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('cannot')
    if (!(await tx.one(store.openWider(id, version)))?.id) return refuse('meanwhile')
    await record(tx, { kind: 'contribution.opened', ...fact(scope, place, id) })
    return done({ id })
  })

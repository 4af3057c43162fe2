/** Making a calendar address, and ending it. */
import { createHash } from 'node:crypto'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import * as store from './store.ts'

/** What is kept of an address. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Whether a text looks like a secret of ours: nothing else needs to be looked up. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)

/**
 * Makes an address for the asking person, of one community or of all; the one before it ends at once. Answers its secret,
 * which is shown now and never again. Refuses `away` to somebody who does not belong.
 */
export const makeAddress = async (
  house: House,
  scope: MemberScope,
  community: number | null,
): Promise<Outcome<string>> => {
  if (scope.personId === null || (community !== null && !belongsTo(scope, community))) return refuse('away')
  const secret = house.secret(32)
  return house.db.write(scope, async (tx) => {
    await tx.rows(store.keepAddress(scope, community, secretHash(secret), tx.now))
    return done(secret)
  })
}

/** Switches an address of the asking person off, at once; one that is off already stays so. */
export const endAddress = (house: House, scope: MemberScope, community: number | null): Promise<unknown> =>
  house.db.write(scope, (tx) => tx.rows(store.removeAddress(scope, community)))

/** Mints the scope: the one place where who asks becomes what may be reached. */
import type { Beliefs } from '../../platform/db/beliefs.ts'
import type { MemberScope, PersonId } from './contract.ts'

/** What a session's holder is known by. */
export interface Holder {
  readonly person_id: PersonId
  readonly name: string
  readonly language: string
  readonly site_role: string | null
  readonly reach: string[]
}

// A reach never changes, so that statements need to tell it once.
const visitor = { personId: null, name: '', reach: Object.freeze(['public']), administrator: false }

/** The scope of a visitor: what is public, and nothing else. */
export const visitorScope = visitor as unknown as MemberScope

/** The same for a page that may believe something before it asks. */
export const visitorBelieving = (beliefs: Beliefs): MemberScope => ({ ...visitor, beliefs }) as unknown as MemberScope

/** The scope of a session's holder. `beliefs` where the holder was remembered and is still to be proven. */
export const scopeOf = (holder: Holder, beliefs?: Beliefs): MemberScope =>
  ({
    ...(beliefs ? { beliefs } : {}),
    personId: holder.person_id,
    name: holder.name,
    reach: Object.freeze(holder.reach),
    administrator: holder.site_role === 'administrator',
  }) as unknown as MemberScope

/** Mints the scope: the one place where who asks becomes what may be reached. */
import type { MemberScope, PersonId } from './contract.ts'

/** What a session's holder is known by. */
export interface Holder {
  readonly person_id: PersonId
  readonly name: string
  readonly language: string
  readonly site_role: string | null
  readonly reach: string[]
}

/** The scope of a visitor: what is public, and nothing else. */
export const visitorScope = {
  personId: null,
  name: '',
  reach: ['public'],
  administrator: false,
} as unknown as MemberScope

/** The scope of a session's holder. */
export const scopeOf = (holder: Holder): MemberScope =>
  ({
    personId: holder.person_id,
    name: holder.name,
    reach: holder.reach,
    administrator: holder.site_role === 'administrator',
  }) as unknown as MemberScope

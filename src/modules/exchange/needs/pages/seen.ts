/** Everything that the page of one need shows. */
import type { Perspective, Role } from '../../../community/contract.ts'
import type { MemberScope, Place, Reader } from '../../../people/contract.ts'
import type { Need, NeedAnswer, NeedLine } from '../contract.ts'
import type { Returned } from './mistakes.ts'

/** A need as its page shows it. */
export interface Seen extends Returned {
  readonly reader: Reader
  readonly place: Place
  readonly scope: MemberScope
  readonly me: number | null
  readonly now: Date
  readonly need: Need
  readonly answers: readonly NeedAnswer[]
  /** Offers that share words with what is needed, or the other way round. */
  readonly speaking: readonly NeedLine[]
  readonly people: readonly {
    readonly person_id: number
    readonly name: string
    readonly role: Role
    readonly perspectives: readonly Perspective[]
  }[]
  readonly once: string
}

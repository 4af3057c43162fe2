/** What others know of rights: how somebody leaves, and what the list of those who left holds. */
import type { LeavingChoice } from '../../platform/own-data/part.ts'
import type { PersonId } from '../people/contract.ts'

/** Somebody who was erased. A number may be given out again after a restore: `came` tells who is meant. */
export interface Erasure {
  readonly person: PersonId
  readonly came: Date
  readonly choice: LeavingChoice
  readonly at: Date
}

/** Everything that the page of a planned meeting shows, and what came back of a form with mistakes. */
import type { OpenMatter, RunningTryout } from '../../challenge/public.ts'
import type { Role } from '../../community/contract.ts'
import type { Reader } from '../../people/contract.ts'
import type { NextStep } from '../running/store/step.ts'
import type { ComingRow, PlannedMeeting } from '../store.ts'
import type { Returned } from './mistakes.ts'

/** A meeting as its page shows it. */
export interface Seen extends Returned {
  readonly reader: Reader
  readonly me: number | null
  /** The calendar day there. */
  readonly today: string
  readonly meeting: PlannedMeeting
  readonly coming: readonly ComingRow[]
  readonly people: readonly { readonly person_id: number; readonly name: string; readonly role: Role }[]
  readonly tryouts: readonly RunningTryout[]
  readonly matters: readonly OpenMatter[]
  /** Steps of earlier meetings that are still open. */
  readonly steps: readonly NextStep[]
  /** May change and cancel it. */
  readonly mayChange: boolean
  /** May note for others whether they come. */
  readonly mayNote: boolean
  readonly once: string
}

/** A scribe holds the pen for somebody: who may, for which circles, and what may be said of it afterwards. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Circle, Perspective, Role } from '../../community/contract.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import { circlesWithin } from '../circles.ts'

/** Whether somebody may write down what others say: facilitators, and whoever is there as no student. */
export const mayHoldThePen = (seat: { readonly role: Role; readonly perspectives: readonly Perspective[] }): boolean =>
  seat.role === 'facilitator' || !seat.perspectives.includes('student')

/** The circles in which one may write down what another said; nobody is made to say something to themselves alone. */
export const circlesToWriteIn = (limit: string): readonly Circle[] =>
  circlesWithin(limit).filter((circle) => circle !== 'me')

/** Whether the asking person may say “yes, these are my words”. */
export const mayConfirm = (
  scope: MemberScope,
  said: {
    readonly author_id: number
    readonly withdrawn: boolean
    readonly written_by: number | null
    readonly confirmed: boolean
  },
): Outcome<null> => {
  if (!isMine(scope, said) || said.written_by === null) return refuse('change.notYoursToConfirm')
  return said.withdrawn ? refuse('change.withdrawn') : done(null)
}

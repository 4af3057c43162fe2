/** A wondering that something said in its conversation has answered; who may say so. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'

/** What the rule needs to know of a wondering. */
export interface Wondering {
  readonly author_id: number
  readonly withdrawn: boolean
  readonly waits: boolean
  readonly manner: string
  /** Whether the asking person facilitates where it was said. */
  readonly tended: boolean
}

/** Whether the asking person may say that this wondering is answered, or is not: who wondered, and a facilitator. */
export const mayResolve = (scope: MemberScope, said: Wondering): Outcome<null> => {
  if (said.manner !== 'wonder' || said.withdrawn || said.waits) return refuse('resolve.none')
  return isMine(scope, said) || said.tended ? done(null) : refuse('resolve.notYours')
}

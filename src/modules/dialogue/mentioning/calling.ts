/** Whom one's words call, asked of those who will hear them; a name of nobody among them is told before anything is said. */
import type { Tx } from '../../../platform/db/database.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ThreadId } from '../contract.ts'
import { calledIn, callsAnybody } from './mentioning.ts'
import { hearersOf } from './store.ts'

/** Words about to be said, and to whom. */
export interface Calling {
  readonly thread: ThreadId
  readonly community: number
  readonly audience: string
  readonly text: string
  /** Whether a name of nobody is refused, so that its writer mends it; otherwise it calls nobody. */
  readonly strict: boolean
}

/** The people called. Somebody who will not hear it and somebody who is not there are refused alike. */
export const whomItCalls = async (
  tx: Tx,
  scope: MemberScope,
  calling: Calling,
): Promise<Outcome<readonly PersonId[]>> => {
  if (!callsAnybody(calling.text) || calling.audience.startsWith('me:')) return done([])
  const hearers = await tx.rows(hearersOf(scope, calling.thread, calling.community, calling.audience))
  const called = calledIn(calling.text, hearers)
  if (calling.strict && called.nobody.length > 0) return refuse('mention.nobody', 'text')
  return done(called.people.filter((one) => one !== scope.personId))
}

/** The one thing to do next on a question, for whoever reads it; everything else is quiet. */
import type { MemberScope } from '../people/contract.ts'
import { isAsker, mayMove } from './access.ts'
import type { Challenge } from './contract.ts'
import { mayAgree, mayCarry, type Seated } from './tryout/access.ts'
import type { Tryout } from './tryout/store.ts'

/** What may be done next; the acts of a try-out stand on its slip. */
export type Next =
  | 'open'
  | 'choose'
  | 'explore'
  | 'propose'
  | 'answer'
  | 'story'
  | 'agree'
  | 'start'
  | 'tell'
  | 'conclude'

/** The next thing, or nothing when others are to act. `tryout` is the one that is shown first. */
export const nextFor = (
  scope: MemberScope,
  challenge: Challenge,
  tryout: Tryout | undefined,
  members: readonly Seated[],
): Next | undefined => {
  const moves = mayMove(scope, challenge)
  const { state } = challenge
  if (state === 'parked') return undefined
  if (state === 'answered') return 'story'
  if (tryout?.state === 'running') return 'tell'
  if (tryout?.state === 'reviewed') return mayCarry(scope, tryout) ? 'conclude' : 'tell'
  if (tryout?.state === 'safe') return mayCarry(scope, tryout) ? 'start' : undefined
  if (tryout?.state === 'proposed') return mayAgree(scope, tryout, members) ? 'agree' : undefined
  if (isAsker(scope, challenge) && challenge.audience.startsWith('me:')) return 'open'
  if (state === 'raised') return moves ? 'choose' : undefined
  if (state === 'chosen') return moves ? 'explore' : undefined
  if (!tryout) return 'propose'
  return moves ? 'answer' : 'propose'
}

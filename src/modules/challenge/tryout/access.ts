/** Who may do what with a try-out: pure, each rule by name. */
import { circleOf, facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** What the rules need of a try-out. */
export interface Guarded {
  readonly community_id: number
  readonly author_id: number | null
  readonly asker_id: number | null
  readonly owner_id: number | null
  readonly audience: string
}

/** Somebody of the community, with their role. */
export interface Seated {
  readonly person_id: number
  readonly role: string
}

/** Who hears the try-out of those who belong. */
export const hearersOf = (tryout: Pick<Guarded, 'audience' | 'asker_id'>, members: readonly Seated[]): number[] => {
  const circle = circleOf(tryout.audience)
  return members
    .filter(({ person_id, role }) => {
      if (person_id === tryout.asker_id) return true
      return circle === 'facilitators' ? role === 'facilitator' : circle !== 'me'
    })
    .map(({ person_id }) => person_id)
}

/** “It is safe to try” is said by somebody other than the owner; by the owner only where nobody else hears it. */
export const mayAgree = (scope: MemberScope, tryout: Guarded, members: readonly Seated[]): boolean => {
  const hearers = hearersOf(tryout, members)
  if (scope.personId === null || !hearers.includes(scope.personId)) return false
  return scope.personId !== tryout.owner_id || !hearers.some((one) => one !== tryout.owner_id)
}

/** The owner, the asker and the facilitators begin it, look back and end it. */
export const mayCarry = (scope: MemberScope, tryout: Guarded): boolean =>
  scope.personId !== null &&
  ([tryout.owner_id, tryout.asker_id].includes(scope.personId) || facilitates(scope, tryout.community_id))

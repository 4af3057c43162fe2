/** Who may do what with a question: pure, each rule by name. */

import { circleOf, facilitates, hears, narrows } from '../community/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { Challenge } from './contract.ts'

type Asked = Pick<Challenge, 'author_id' | 'community_id' | 'audience'>

/** Whoever raised the question. */
export const isAsker = (scope: MemberScope, asked: Asked): boolean =>
  scope.personId !== null && scope.personId === asked.author_id

/** Everybody who hears it adds to it: what we don't know, where we differ, a try-out, what they saw. */
export const mayAdd = (scope: MemberScope, asked: Asked): boolean => scope.personId !== null && hears(scope, asked)

/** The asker and the facilitators carry it on: choose, explore, answer for now, park, take up again. */
export const mayMove = (scope: MemberScope, asked: Asked): boolean =>
  mayAdd(scope, asked) && (isAsker(scope, asked) || facilitates(scope, asked.community_id))

/** The words stay the asker's: nobody else changes them, or who hears them. */
export const mayWord = isAsker

/** What one wrote oneself one may take back. */
export const mayTakeBack = (scope: MemberScope, thing: { readonly author_id: number | null }): boolean =>
  scope.personId !== null && scope.personId === thing.author_id

/**
 * Whether a question may go to another circle. Narrower always; wider only while nobody else has written there,
 * so that no word travels further than its writer meant.
 */
export const mayReach = (asked: Asked, audience: string, othersWrote: boolean): boolean =>
  narrows(asked.audience, audience) || !othersWrote || circleOf(asked.audience) === 'me'

/** Who may do what in the workshop of a story: pure rules. */
import { belongsTo, facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { StoryPersonRow, StoryRow } from './store.ts'

type Owned = Pick<StoryRow, 'author_id' | 'community_id'>
type Writers = readonly Pick<StoryPersonRow, 'person_id' | 'writes'>[]

/** Whether the asking person is one of those who write the story. */
export const isAuthor = (scope: MemberScope, story: Owned, people: Writers): boolean =>
  scope.personId !== null &&
  belongsTo(scope, story.community_id) &&
  (story.author_id === scope.personId || people.some((one) => one.writes && one.person_id === scope.personId))

/** Its authors and the facilitators look after a story: who is depicted, the check, publishing, taking it down. */
export const mayTend = (scope: MemberScope, story: Owned, people: Writers): boolean =>
  isAuthor(scope, story, people) || facilitates(scope, story.community_id)

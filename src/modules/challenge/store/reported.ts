/** SQL of a question as it is taken into a case. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Reported } from '../../safeguarding/contract.ts'
import type { ChallengeId } from '../contract.ts'

/** What it asks, and whose it is. */
export const reportedChallenge = (scope: MemberScope, id: ChallengeId) => sql<Reported>`
  select c.community_id, to_jsonb(array_remove(array[c.author_id], null)) as people, c.question as words, c.language
  from challenge.challenge c where c.id = ${id} and ${heardBy(scope, 'c')}`

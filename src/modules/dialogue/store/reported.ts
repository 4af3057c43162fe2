/** SQL of a contribution as it is taken into a case. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Reported } from '../../safeguarding/contract.ts'
import type { ContributionId } from '../contract.ts'

/** What it says to whoever hears it, and whose it is: also who wrote it down. */
export const reportedVoice = (scope: MemberScope, id: ContributionId) => sql<Reported>`
  select c.community_id, to_jsonb(array_remove(array[nullif(c.author_id, 0), c.written_by], null)) as people, c.text as words, c.language
  from dialogue.contribution c where c.id = ${id} and c.withdrawn_at is null and ${heardBy(scope, 'c')}`

/** SQL of the names of a community, as far as the asking person knows them. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { Named } from './asking.ts'

/** Everybody of a community by name, and who is a student. */
export const namedHere = (scope: MemberScope, community: number) => sql<Named>`
  select p.name, 'student' = any(m.perspectives) as student, m.person_id = ${scope.personId} as me
  from community.member m join people.named p on p.id = m.person_id
  where m.community_id = ${community} and 'community:' || m.community_id = any(${[...scope.reach]}::text[])`

/** SQL of the names of a community, as far as the asking person knows them. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { Named } from './asking.ts'

// One look at who belongs, instead of one for each name; whether the asking person hears them is asked once, too.
const known = (scope: MemberScope, community: number) => sql`
  select k.name, 'student' = any(k.perspectives) as student, k.person_id = ${scope.personId} as me
  from community.known k
  where k.community_id = ${community} and ${`community:${community}`}::text = any(${scope.reach}::text[])`

/** Everybody of a community by name, and who is a student. */
export const namedHere = (scope: MemberScope, community: number) => sql<Named>`${known(scope, community)}`

/** The students of a community by name. */
export const studentsNamed = (scope: MemberScope, community: number) => sql<Named>`
  ${known(scope, community)} and 'student' = any(k.perspectives)`

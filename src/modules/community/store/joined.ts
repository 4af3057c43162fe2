/** SQL of who came into a community, for those who tend it. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { CommunityId } from '../contract.ts'

/** The facilitators, without the one who came. As the owner only. */
export const whoTends = (id: CommunityId, newcomer: PersonId) => sql<{ person_id: PersonId }>`
  select m.person_id from community.membership m
  where m.community_id = ${id} and m.role = 'facilitator' and m.person_id <> ${newcomer}`

/** Whether somebody still waits to be let in; for facilitators. */
export const atTheDoor = (scope: MemberScope, id: CommunityId, person: PersonId) => sql<{
  name: string
  community: string
  slug: string
}>`
  select w.name, c.name as community, c.slug
  from community.waiting w join community.community c on c.id = w.community_id
  where w.community_id = ${id} and w.person_id = ${person}
    and 'facilitators:' || w.community_id = any(${scope.reach}::text[])`

/** Somebody who came in, as long as they are here; for facilitators. */
export const newcomer = (scope: MemberScope, id: CommunityId, person: PersonId) => sql<{
  name: string
  community: string
  slug: string
}>`
  select k.name, c.name as community, c.slug
  from community.known k join community.community c on c.id = k.community_id
  where k.community_id = ${id} and k.person_id = ${person}
    and 'facilitators:' || k.community_id = any(${scope.reach}::text[])`

/** SQL of chosen groups: those in it and the facilitators know of one. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { CommunityId, HeardGroup } from '../contract.ts'
import type { Counted } from './group.ts'

/** A group as its page shows it. */
export interface GroupRow {
  readonly id: number
  readonly kind: 'chosen' | 'without-leaders'
  readonly name: string | null
  readonly made_by: PersonId | null
  readonly ended_at: Date | null
  /** Whether the asking person is in it, and whether it is heard at all. */
  readonly mine: boolean
  readonly people: number
  readonly names: string[] | null
}

/** The groups that the asking person knows of, the one that makes itself first. */
export const groupsOf = (scope: MemberScope, community: CommunityId) => sql<GroupRow>`
  select g.id, g.kind, g.name, g.made_by, g.ended_at, 'group:' || g.id = any(${scope.reach}::text[]) as mine,
    (select count(*) from community.group_member m where m.group_id = g.id)::int as people,
    (select array_agg(p.name order by lower(p.name)) from community.group_member m
      join people.named p on p.id = m.person_id where m.group_id = g.id) as names
  from community.chosen_group g where g.community_id = ${community} and 'community:' || g.community_id = any(${scope.reach}::text[])
  order by g.kind desc, g.ended_at is not null, lower(g.name), g.id`

/** The groups that the asking person hears and may speak to. */
export const heardGroups = (community: CommunityId) => sql<HeardGroup>`
  select id, kind, name, people from community.heard_group where community_id = ${community}
  order by kind desc, lower(name), id`

/** How many of these people belong, and who among them are students and vetted adults. */
export const countedHere = (community: CommunityId, people: readonly PersonId[]) => sql<Counted>`
  select * from community.counted(${community}, ${[...people]}::bigint[])`

export const insertGroup = (scope: MemberScope, community: CommunityId, name: string, at: Date) => sql<{ id: number }>`
  insert into community.chosen_group (community_id, name, made_by, made_at)
  values (${community}, ${name}, ${scope.personId}, ${at}) returning id`

/** Puts people in, once and for all. */
export const fillGroup = (id: number, people: readonly PersonId[]) =>
  sql`select community.fill_group(${id}, ${[...people]}::bigint[])`

/** Leaves; what was said there is not heard any more. */
export const leaveGroup = (scope: MemberScope, community: CommunityId, id: number) => sql<{ group_id: number }>`
  delete from community.group_member
  where group_id = ${id} and community_id = ${community} and person_id = ${scope.personId} returning group_id`

/** Ends it: nothing more is said to it. */
export const endGroup = (community: CommunityId, id: number, at: Date) => sql<{ id: number }>`
  update community.chosen_group set ended_at = ${at}
  where id = ${id} and community_id = ${community} and kind = 'chosen' and ended_at is null returning id`

/** All SQL of communities, memberships and invitations. */
import { sql } from 'kysely'
import type { MemberScope, Place } from '../people/contract.ts'
import type { CommunityId, Member, Perspective, Role } from './contract.ts'

/** A community as its own pages show it. */
export interface CommunityRow {
  readonly id: CommunityId
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly language: string
  readonly stage: string
  readonly invented: boolean
  readonly meets_on: string | null
  readonly meets_at: string | null
  readonly meets_where: string | null
  readonly began_at: Date
  readonly members: number
  readonly facilitators: number
}

const within = (scope: MemberScope) => sql`(c.open or 'community:' || c.id = any(${scope.reach}::text[]))`
const here = (scope: MemberScope, column: string) =>
  sql`'community:' || ${sql.ref(column)} = any(${scope.reach}::text[])`

// The same of one community: asked once, and not of each row.
const hereAt = (scope: MemberScope, id: CommunityId) =>
  sql<boolean>`${`community:${id}`}::text = any(${scope.reach}::text[])`

/** A community by its address, within reach. */
export const placeBySlug = (scope: MemberScope, slug: string) => sql<Place>`
  select id, slug, name, language, invented, open, stage = 'closed' as closed
  from community.community c where c.slug = ${slug} and ${within(scope)}`

/** A community by its address, whoever asks. As the owner only. */
export const communityBySlug = (slug: string) => sql<{ id: CommunityId; name: string; purpose: string; open: boolean }>`
  select id, name, purpose, open from community.community where slug = ${slug}`

/** A community as its home shows it. */
export const communityById = (scope: MemberScope, id: CommunityId) => sql<CommunityRow>`
  select id, slug, name, purpose, language, stage, invented, meets_on, meets_at, meets_where, began_at, members, facilitators
  from community.community c where c.id = ${id} and ${within(scope)}`

/** The communities the asking person belongs to, oldest membership first. */
export const myCommunities = (scope: MemberScope) => sql<{
  id: CommunityId
  slug: string
  name: string
  purpose: string
  role: Role
  meets_on: string | null
  meets_at: string | null
  meets_where: string | null
}>`
  select c.id, c.slug, c.name, c.purpose, m.role, c.meets_on, c.meets_at, c.meets_where
  from community.membership m join community.community c on c.id = m.community_id
  where m.person_id = ${scope.personId} order by m.joined_at, c.id`

/** Communities within reach by their number, after one of them; those the asking person belongs to with their role. */
export const communitiesAfter = (
  scope: MemberScope,
  wanted: { after: number; limit: number; mine: boolean; slug?: string },
) => sql<CommunityRow & { open: boolean; role: Role | null }>`
  select c.id, c.slug, c.name, c.purpose, c.language, c.stage, c.invented, c.open, c.meets_on, c.meets_at, c.meets_where,
    c.began_at, c.members, c.facilitators, m.role
  from community.community c
  left join community.membership m on m.community_id = c.id and m.person_id = ${scope.personId}
  where c.id > ${wanted.after} and ${within(scope)} and (not ${wanted.mine}::boolean or m.role is not null)
    and (${wanted.slug ?? null}::text is null or c.slug = ${wanted.slug ?? null})
  order by c.id limit ${wanted.limit}`

/** Who belongs, by their number, after one of them. */
export const membersAfter = (scope: MemberScope, id: CommunityId, after: number, limit: number) => sql<Member>`
  select m.person_id, p.name, m.role, m.perspectives
  from community.membership m join people.named p on p.id = m.person_id
  where m.community_id = ${id} and ${here(scope, 'm.community_id')} and m.person_id > ${after}
  order by m.person_id limit ${limit}`

/** A few of those who belong: facilitators first, then who came first. */
export const someMembers = (scope: MemberScope, id: CommunityId, most: number) => sql<{
  person_id: number
  name: string
  avatar: string | null
}>`
  select m.person_id, p.name, p.avatar from (
    select m.person_id, m.role, m.joined_at from community.membership m
    where m.community_id = ${id} and ${hereAt(scope, id)}
    order by m.role <> 'facilitator', m.joined_at, m.person_id limit ${most}
  ) m join people.named p on p.id = m.person_id
  order by m.role <> 'facilitator', m.joined_at, m.person_id`

/** Who belongs, facilitators first, then by name. */
export const membersOf = (scope: MemberScope, id: CommunityId) => sql<Member & { in_version: number | null }>`
  select m.person_id, p.name, p.avatar, m.role, m.perspectives, m.in_version
  from community.membership m join people.named p on p.id = m.person_id
  where m.community_id = ${id} and ${here(scope, 'm.community_id')}
  order by m.role <> 'facilitator', lower(p.name), m.person_id`

/** Whether an address is taken, be it by a community out of reach. */
export const slugTaken = (slug: string) => sql<{ taken: boolean }>`select community.slug_taken(${slug}) as taken`

/** The next community's number, so that its row need not be read before anybody sits there. */
export const nextCommunityId = () =>
  sql<{ id: CommunityId }>`select nextval(pg_get_serial_sequence('community.community', 'id')) as id`

/** A new community. */
export const insertCommunity = (row: {
  id: CommunityId
  slug: string
  name: string
  purpose: string
  language: string
  at: Date
  invented?: boolean
  open?: boolean
}) => sql`
  insert into community.community (id, slug, name, purpose, language, began_at, invented, open) overriding system value
  values (${row.id}, ${row.slug}, ${row.name}, ${row.purpose}, ${row.language}, ${row.at}, ${row.invented ?? false}, ${row.open ?? false})`

/** Marks every community as invented: they are the demonstration's. As the owner only. */
export const markAllInvented = () => sql`update community.community set invented = true`

/** A new membership; joining twice changes nothing and answers nothing. */
export const insertMembership = (row: {
  communityId: CommunityId
  personId: number
  role: Role
  perspectives: readonly Perspective[]
  at: Date
}) => sql<{ person_id: number }>`
  insert into community.membership (community_id, person_id, role, perspectives, joined_at)
  values (${row.communityId}, ${row.personId}, ${row.role}, ${[...row.perspectives]}, ${row.at})
  on conflict do nothing returning person_id`

/** The day, time and place of the first meeting. */
export const setMeeting = (
  id: CommunityId,
  meeting: { on: string | null; at: string | null; where: string | null },
) => sql`
  update community.community set meets_on = ${meeting.on}, meets_at = ${meeting.at}, meets_where = ${meeting.where} where id = ${id}`

/** Name and purpose, mended. */
export const setPurpose = (id: CommunityId, name: string, purpose: string) => sql`
  update community.community set name = ${name}, purpose = ${purpose} where id = ${id}`

/** One's own perspectives. */
export const setPerspectives = (scope: MemberScope, id: CommunityId, chosen: readonly Perspective[]) => sql`
  update community.membership set perspectives = ${[...chosen]} where community_id = ${id} and person_id = ${scope.personId}`

/** Somebody's role. */
export const setRole = (id: CommunityId, personId: number, role: Role) => sql<{ person_id: number }>`
  update community.membership set role = ${role} where community_id = ${id} and person_id = ${personId} returning person_id`

/** How many facilitators there are besides somebody. */
export const otherFacilitators = (id: CommunityId, personId: number) => sql<{ others: number }>`
  select count(*) as others from community.membership
  where community_id = ${id} and role = 'facilitator' and person_id <> ${personId}`

/** Ends a membership. */
export const deleteMembership = (id: CommunityId, personId: number) => sql`
  delete from community.membership where community_id = ${id} and person_id = ${personId}`

/** Says “I'm in” to a version of the agreement. */
export const setInVersion = (scope: MemberScope, id: CommunityId, version: number) => sql`
  update community.membership set in_version = ${version} where community_id = ${id} and person_id = ${scope.personId}`

/** The invitation that is open now. */
export const openInvitation = (scope: MemberScope, id: CommunityId) => sql<{ token: string }>`
  select token from community.invitation
  where community_id = ${id} and ended_at is null and 'facilitators:' || community_id = any(${scope.reach}::text[])
  order by made_at desc limit 1`

/** A new invitation. */
export const insertInvitation = (token: string, id: CommunityId, personId: number, at: Date) => sql`
  insert into community.invitation (token, community_id, person_id, made_at) values (${token}, ${id}, ${personId}, ${at})`

/** Ends every open invitation of a community. */
export const endInvitations = (id: CommunityId, at: Date) => sql`
  update community.invitation set ended_at = ${at} where community_id = ${id} and ended_at is null`

/** What an invitation says of itself. As the owner only: whoever holds it belongs nowhere yet. */
export const invitationByToken = (token: string) => sql<Place & { purpose: string; invited_by: string }>`
  select c.id, c.slug, c.name, c.language, c.invented, c.open, c.stage = 'closed' as closed, c.purpose, p.name as invited_by
  from community.invitation i join community.community c on c.id = i.community_id
  join people.named p on p.id = i.person_id
  where i.token = ${token} and i.ended_at is null`

/** Holds a community still while its roles change. */
export const lockCommunity = (id: CommunityId) => sql`select pg_advisory_xact_lock(3001, ${id}::int)`

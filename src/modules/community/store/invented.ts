/** SQL of many memberships at once, for communities that were invented to be measured. As the owner only. */
import { sql } from 'kysely'
import type { CommunityId, Perspective, Role } from '../contract.ts'

/** One person in one community, with one perspective. */
export interface Seat {
  readonly community: CommunityId
  readonly person: number
  readonly role: Role
  readonly perspective: Perspective
  readonly at: Date
}

/** The communities of these addresses, whoever asks. */
export const communitiesBySlug = (slugs: readonly string[]) =>
  sql<{
    id: CommunityId
    slug: string
    invented: boolean
    open: boolean
  }>`select id, slug, invented, open from community.community where slug = any(${[...slugs]}::text[])`

/** New memberships; who belongs already stays as they are. Answers a row for each that is new. */
export const insertSeats = (seats: readonly Seat[]) => sql<{ person_id: number }>`
  insert into community.membership (community_id, person_id, role, perspectives, joined_at)
  select a.community, a.person, a.role, array[a.perspective], a.at
  from unnest(${seats.map(({ community }) => community)}::bigint[], ${seats.map(({ person }) => person)}::bigint[],
    ${seats.map(({ role }) => role)}::text[], ${seats.map(({ perspective }) => perspective)}::text[],
    ${seats.map(({ at }) => at.toISOString())}::timestamptz[]) a (community, person, role, perspective, at)
  on conflict do nothing returning person_id`

/** Lets the database see how many sit where, so that it finds them by their index. */
export const lookAtSeats = sql`analyze community.membership, community.left_out, community.chosen_group, platform.seat`

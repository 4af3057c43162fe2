/** SQL of the communities in which a school's own groups give seats. */
import { sql } from 'kysely'
import type { CommunityId } from '../contract.ts'

/** Those of these names in addresses that are communities, and not closed. As the owner only. */
export const openPlaces = (slugs: readonly string[]) => sql<{ id: CommunityId; slug: string }>`
  select id, slug from community.community where slug = any(${[...slugs]}::text[]) and stage <> 'closed'`

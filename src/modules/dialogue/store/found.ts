/** SQL of finding: search hits joined to what the asking person hears, and one's own contributions. */
import { type RawBuilder, sql } from 'kysely'
import type { Hit } from '../../../platform/search/hits.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { dayAlone, heardOrMine, saidByMe } from '../nameless/store.ts'
import { plain } from './latest.ts'

/** Something found: `text` is plain and shortened; `title` is the thread's, or the writer's name. */
export interface FoundRow {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly rank: number
  readonly at: Date
  readonly slug: string
}

/**
 * Contributions and open threads among the hits of a search (kinds `contribution` and `thread`), as far as heard. The
 * hits are asked for twice, without a name of their own: so who asks for the order alone need not wait for the texts.
 */
export const foundContributions = (scope: MemberScope, hit: RawBuilder<Hit>) => sql<FoundRow>`
  select hit.kind, c.id, coalesce(t.title, p.name, '') as title, ${plain} as text, c.language,
    hit.rank::float8 as rank, ${dayAlone('c', 'said_at')} as at, place.slug
  from (${hit}) hit join dialogue.contribution c on hit.kind = 'contribution' and c.id = hit.id
  join dialogue.thread t on t.id = c.thread_id
  join community.place place on place.id = t.community_id
  left join people.named p on p.id = c.author_id
  where ${heardOrMine(scope, 'c')} and ${heardBy(scope, 't')} and c.withdrawn_at is null
  union all
  select hit.kind, t.id, t.title, '' as text, t.language, hit.rank::float8, t.begun_at, place.slug
  from (${hit}) hit join dialogue.thread t on hit.kind = 'thread' and t.id = hit.id
  join community.place place on place.id = t.community_id
  where ${heardBy(scope, 't')} and t.subject_kind is null`

/** What the asking person has said anywhere, newest first, twenty a page, for Me. */
export const myContributions = (scope: MemberScope, page: number) => sql<{
  id: ContributionId
  slug: string
  text: string
  language: string
  said_at: Date
  withdrawn: boolean
  total: number
}>`
  select c.id, place.slug, ${plain} as text, c.language, c.said_at, c.withdrawn_at is not null as withdrawn,
    count(*) over ()::int as total
  from dialogue.contribution c join community.place place on place.id = c.community_id
  where ${saidByMe(scope, 'c')} and ${heardOrMine(scope, 'c')}
  order by c.said_at desc, c.id desc limit 20 offset ${(page - 1) * 20}`

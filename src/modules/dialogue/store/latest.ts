/** SQL of what was said lately, and of what a search may reach. */
import { sql } from 'kysely'
import type { Walls } from '../../../platform/search/hits.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { dayAlone, heardOrMine, saidByMe } from '../nameless/store.ts'

/**
 * The first 600 letters of a contribution `c`; only its note, in brackets, where one stands before it. Our sanitiser made the
 * HTML, so without tags it is text with five entities.
 */
export const plain = sql`coalesce('[' || c.note || ']', left(trim(regexp_replace(
  replace(replace(replace(replace(replace(regexp_replace(left(c.html, 6000), '<[^>]*(>|$)', ' ', 'g'),
    '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'), '\\s+', ' ', 'g')), 600))`

/** A contribution as a page of news tells it. */
export interface LatestRow {
  readonly id: ContributionId
  readonly thread_id: ThreadId
  readonly community_id: number
  readonly slug: string
  /** Nothing where it was said without a name, or the name may not be known. */
  readonly author_name: string
  readonly text: string
  readonly language: string
  readonly said_at: Date
  readonly subject_kind: string | null
  readonly subject_id: number | null
  /** Of an open conversation. */
  readonly title: string | null
}

/** What was said last in some communities, newest first, as far as heard; no private notes, nothing withdrawn. */
export const latestContributions = (
  scope: MemberScope,
  communities: readonly number[],
  limit: number,
) => sql<LatestRow>`
  select c.id, c.thread_id, c.community_id, place.slug, coalesce(p.name, '') as author_name, ${plain} as text,
    c.language, ${dayAlone('c', 'said_at')} as said_at, c.subject_kind, c.subject_id, c.title
  from (
    select latest.* from unnest(${[...communities]}::bigint[]) here (id) cross join lateral (
      select c.*, t.subject_kind, t.subject_id, t.title from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
      where c.community_id = here.id and c.withdrawn_at is null and c.audience::text not like 'me:%'
        and ${heardOrMine(scope, 'c')} and ${heardBy(scope, 't')}
      order by c.said_at desc, c.id desc limit ${limit}
    ) latest
    order by latest.said_at desc, latest.id desc limit ${limit}
  ) c
  join community.place place on place.id = c.community_id
  left join people.named p on p.id = c.author_id
  order by c.said_at desc, c.id desc`

/** The first words of some contributions, as far as heard; one's own also where the conversation is out of reach. */
export const excerptsOf = (scope: MemberScope, ids: readonly ContributionId[]) => sql<{
  id: ContributionId
  slug: string
  text: string
  language: string
}>`
  select c.id, place.slug, ${plain} as text, c.language
  from dialogue.contribution c join community.place place on place.id = c.community_id
  left join dialogue.thread t on t.id = c.thread_id and ${heardBy(scope, 't')}
  where c.id = any(${[...ids]}::bigint[]) and c.withdrawn_at is null and ${heardOrMine(scope, 'c')}
    and (t.id is not null or ${saidByMe(scope, 'c')})`

/** The numbers of all contributions and open threads that the asking person hears, for search. */
export const contributionWalls = (scope: MemberScope): Walls => ({
  contribution: sql<{ id: number }>`
    select c.id from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
    where ${heardOrMine(scope, 'c')} and ${heardBy(scope, 't')} and c.withdrawn_at is null`,
  thread: sql<{
    id: number
  }>`select t.id from dialogue.thread t where ${heardBy(scope, 't')} and t.subject_kind is null`,
})

/** SQL of first words that nobody answered: what should never be overlooked. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { plain } from './latest.ts'

/** The first thing that somebody ever said in a community, with no answer yet. */
export interface FirstWords {
  readonly id: ContributionId
  readonly slug: string
  readonly author_name: string
  readonly text: string
  readonly language: string
  readonly said_at: Date
}

/**
 * First words since a moment that nobody answered and that the asking person has not told to have read, the oldest first.
 * An answer is any later voice of somebody else's below the same words, or in one's own conversation. Facilitators do not
 * wait for themselves.
 */
export const firstWordsUnanswered = (
  scope: MemberScope,
  community: number,
  since: Date,
  limit: number,
) => sql<FirstWords>`
  select c.id, place.slug, coalesce(p.name, '') as author_name, ${plain} as text, c.language, c.said_at
  from community.member m
  cross join lateral (
    select c.* from dialogue.contribution c
    where c.community_id = m.community_id and c.author_id = m.person_id and c.withdrawn_at is null and c.opens_to is null
      and ${heardBy(scope, 'c')} and c.audience::text not like 'me:%'
    order by c.said_at, c.id limit 1
  ) c
  join dialogue.thread t on t.id = c.thread_id and ${heardBy(scope, 't')}
  join community.place place on place.id = c.community_id
  left join people.named p on p.id = c.author_id
  where m.community_id = ${community} and m.role <> 'facilitator' and c.said_at >= ${since}
    and not exists (select from dialogue.contribution a
      where a.thread_id = c.thread_id and a.root_id = c.root_id and a.id > c.id and a.author_id <> c.author_id and a.withdrawn_at is null and ${heardBy(scope, 'a')})
    and not (t.author_id = c.author_id and exists (select from dialogue.contribution a
      where a.thread_id = c.thread_id and a.author_id <> c.author_id and a.said_at >= c.said_at
        and a.withdrawn_at is null and ${heardBy(scope, 'a')}))
    and not exists (select from dialogue.reading r
      where r.subject_kind = 'contribution' and r.subject_id = c.id and r.reader_id = ${scope.personId})
  order by c.said_at, c.id limit ${limit}`

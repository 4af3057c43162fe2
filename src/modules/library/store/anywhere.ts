/** SQL of the library for pages elsewhere: a search over everything, and stories that wait for somebody's word. */
import { type RawBuilder, sql } from 'kysely'
import type { Hit, Walls } from '../../../platform/search/hits.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { StoryId } from '../contract.ts'
import { entryWall } from '../store.ts'

/** Something found; `kind` is the entry's own, such as `story` or `concept`. */
export interface FoundInLibrary {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly rank: number
  readonly at: Date
  readonly slug: string
}

/** What a search of the asking person may reach among the entries. */
export const entryWalls = (scope: MemberScope): Walls => ({ entry: entryWall(scope) })

/** Entries among the hits of a search over everything, each once, in the language that fits best. */
export const foundInLibrary = (scope: MemberScope, hit: RawBuilder<Hit>) => sql<FoundInLibrary>`
  with hit as (${hit})
  select distinct on (e.id) e.kind, e.id, t.title, left(t.plain, 2000) as text, t.language, hit.rank::float8 as rank,
    e.published_at as at, e.slug
  from hit join library.entry e on hit.kind = 'entry' and e.id = hit.id
  join library.entry_text t on t.entry_id = e.id and t.language = hit.language
  where e.withdrawn_at is null and ${heardBy(scope, 'e')}
  order by e.id, hit.rank desc`

/** Stories whose circle has not heard the asking person's yes or no; guests and observers are not asked. */
export const storiesAwaiting = (scope: MemberScope) => sql<{ id: StoryId; title: string; slug: string }>`
  select s.id, s.title, place.slug
  from library.story s join community.place place on place.id = s.community_id
  join community.member m on m.community_id = s.community_id and m.person_id = ${scope.personId}
  where s.state = 'circle' and m.role in ('facilitator', 'member') and ${heardBy(scope, 's')}
    and not exists (select from library.story_consent a
      where a.story_id = s.id and a.round = s.round and a.person_id = ${scope.personId})
  order by s.circle_since, s.id`

/** SQL of finding: needs, offers and things among the hits of a search, as far as the asking person sees them. */
import { type RawBuilder, sql } from 'kysely'
import type { Hit, Walls } from '../../../platform/search/hits.ts'
import type { MemberScope } from '../../people/contract.ts'
import { needSubject } from '../needs/contract.ts'
import { heard } from '../needs/store/need.ts'
import { thingSubject } from '../things/contract.ts'
import { seenBy } from '../things/store.ts'

/** Something found, as the search page shows it. */
export interface FoundRow {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly rank: number
}

const standing = (scope: MemberScope) => sql<boolean>`(n.state = 'open' and not n.waits and ${heard(scope)})`
const there = (scope: MemberScope) => sql<boolean>`(t.taken_down_at is null and ${seenBy(scope)})`

/** What stands and may be seen, by number. */
export const exchangeWalls = (scope: MemberScope): Walls => ({
  [needSubject]: sql<{ id: number }>`select n.id from exchange.need n where ${standing(scope)}`,
  [thingSubject]: sql<{ id: number }>`select t.id from exchange.thing t where ${there(scope)}`,
})

/** Needs, offers and things among hits. What is met, rests or was taken down is not found. */
export const foundInExchange = (scope: MemberScope, hit: RawBuilder<Hit>) => sql<FoundRow>`
  select hit.kind, n.id, n.words as title, '' as text, n.language, hit.rank::float8 as rank
  from (${hit}) hit join exchange.need n on hit.kind = ${sql.lit(needSubject)} and n.id = hit.id
  where ${standing(scope)}
  union all
  select hit.kind, t.id, t.title, t.why as text, t.language, hit.rank::float8 as rank
  from (${hit}) hit join exchange.thing t on hit.kind = ${sql.lit(thingSubject)} and t.id = hit.id
  where ${there(scope)}`

/** SQL of needs and things as they are taken into a case. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { Reported } from '../../safeguarding/contract.ts'
import { heard } from '../needs/store/need.ts'
import { seenBy } from '../things/store.ts'

/** A need or an offer, to whoever hears it. */
export const reportedNeed = (scope: MemberScope, id: number) => sql<Reported>`
  select n.community_id, to_jsonb(array[n.author_id]) as people, n.words, n.language
  from exchange.need n where n.id = ${id} and n.state <> 'withdrawn' and ${heard(scope)}`

/** Something that is shared, to whoever sees it. */
export const reportedThing = (scope: MemberScope, id: number) => sql<Reported>`
  select t.community_id, to_jsonb(array[t.author_id]) as people,
    concat_ws(E'\n', t.title, t.why, t.alt, t.address) as words, t.language
  from exchange.thing t where t.id = ${id} and t.taken_down_at is null and ${seenBy(scope)}`

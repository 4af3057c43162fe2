/** All SQL of what belongs to a person in what a community lends each other. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { Leaving, OwnRow, Person } from '../../../platform/own-data/part.ts'

/** What the person needed and could offer. */
export const ownNeeds = (person: Person) => sql<OwnRow>`
  select n.id, p.name as place, n.said_at as at, n.kind, n.state, n.words, n.thanks, n.language, n.audience
  from exchange.need n left join community.place p on p.id = n.community_id
  where n.author_id = ${person} order by n.id`

/** What the person answered. */
export const ownNeedAnswers = (person: Person) => sql<OwnRow>`
  select a.id, p.name as place, a.at, a.words, a.language
  from exchange.need_answer a left join community.place p on p.id = a.community_id
  where a.author_id = ${person} order by a.id`

/** Whoever leaves takes along what they need, offer and answered; whoever helped and left is named no more. */
export const leaveNeeds = ({ person }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from exchange.need_answer where author_id = ${person}`,
  sql`delete from exchange.need where author_id = ${person}`,
  sql`update exchange.need set met_with = null where met_with = ${person}`,
]

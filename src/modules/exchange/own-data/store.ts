/** All SQL of what belongs to a person in what a community lends each other. As the owner only. */
import { type RawBuilder, sql } from 'kysely'
import type { FileKind } from '../../../platform/files/kind.ts'
import type { Leaving, OwnRow, Person, Waning } from '../../../platform/own-data/part.ts'

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

/** What the person shared. */
export const ownThings = (person: Person) => sql<OwnRow>`
  select t.id, p.name as place, t.shared_at as at, t.kind, t.title, t.why, t.alt, t.address, t.language, t.audience,
    t.taken_down_at, t.reason
  from exchange.thing t left join community.place p on p.id = t.community_id
  where t.author_id = ${person} order by t.id`

/** Whoever leaves takes along what they shared, and a sweep its bytes; whoever opened or took down is named no more. */
export const leaveThings = ({ person }: Leaving): RawBuilder<unknown>[] => [
  sql`delete from exchange.thing where author_id = ${person}`,
  sql`update exchange.thing set opened_by = null where opened_by = ${person}`,
  sql`update exchange.thing set taken_down_by = null where taken_down_by = ${person}`,
]

/** The files among it, by the key of their bytes. */
export const ownFiles = (person: Person) => sql<{ id: number; file_kind: FileKind; file_key: string }>`
  select t.id, t.file_kind, t.file_key from exchange.thing t
  where t.author_id = ${person} and t.file_key is not null order by t.id`

/** What students needed, offered, answered and shared before goes, and a sweep takes its bytes. */
export const waneExchange = ({ before }: Waning): RawBuilder<unknown>[] => {
  const theirs = (at: string) => sql`
    ${sql.ref(at)} < ${before}::timestamptz and community.wrote_as_student(author_id, community_id)`
  return [
    sql`delete from exchange.need_answer where ${theirs('at')}`,
    sql`delete from exchange.need where ${theirs('said_at')}`,
    sql`delete from exchange.thing where ${theirs('shared_at')}`,
  ]
}

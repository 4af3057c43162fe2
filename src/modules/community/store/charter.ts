/** All SQL of the charter and the agreement. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import { heardBy } from '../audience.ts'
import type { CharterDocument, Line, LineState, Part, SettledLine } from '../charter.ts'
import type { CommunityId } from '../contract.ts'

/** A settled version. */
export interface Version {
  readonly document: CharterDocument
  readonly number: number
  readonly changed: string
  readonly why: string
  readonly lines: SettledLine[]
  readonly at: Date
}

/** The lines of a community, in the order they came. */
export const linesOf = (scope: MemberScope, id: CommunityId) => sql<Line>`
  select l.id, l.part, l.words, l.state, l.changed_at from community.charter_line l
  where l.community_id = ${id} and ${heardBy(scope, 'l')} order by l.id`

/** One line. */
export const lineById = (scope: MemberScope, id: CommunityId, line: number) => sql<Line>`
  select l.id, l.part, l.words, l.state, l.changed_at from community.charter_line l
  where l.community_id = ${id} and l.id = ${line} and ${heardBy(scope, 'l')}`

/** New lines; answers their numbers. */
export const insertLines = (row: {
  id: CommunityId
  lines: readonly SettledLine[]
  state: LineState
  authorId: number | null
  at: Date
}) => sql<{ id: number }>`
  insert into community.charter_line (community_id, part, words, state, author_id, audience, changed_at)
  select ${row.id}, part, words, ${row.state}, ${row.authorId}, ${`community:${row.id}`}, ${row.at}
  from unnest(${row.lines.map((line) => line.part)}::text[], ${row.lines.map((line) => line.words)}::text[]) as l (part, words)
  returning id`

/** Changes a line, unless somebody else changed it since it was read. */
export const changeLine = (row: {
  line: number
  words: string
  state: LineState
  authorId: number | null
  at: Date
  seen: string
}) => sql<{ id: number; part: Part }>`
  update community.charter_line set words = ${row.words}, state = ${row.state}, author_id = ${row.authorId}, changed_at = ${row.at}
  where id = ${row.line} and words = ${row.seen} returning id, part`

/** The versions of both documents, newest first. */
export const versionsOf = (scope: MemberScope, id: CommunityId) => sql<Version>`
  select v.document, v.number, v.changed, v.why, v.lines, v.at from community.charter_version v
  where v.community_id = ${id} and ${heardBy(scope, 'v')} order by v.document, v.number desc`

/** A new version; two at once cannot bear the same number. */
export const insertVersion = (row: Version & { id: CommunityId; authorId: number | null }) => sql<{ number: number }>`
  insert into community.charter_version (community_id, document, number, changed, why, lines, author_id, audience, at)
  values (${row.id}, ${row.document}, ${row.number}, ${row.changed}, ${row.why}, ${JSON.stringify(row.lines)}::jsonb,
    ${row.authorId}, ${`community:${row.id}`}, ${row.at})
  on conflict do nothing returning number`

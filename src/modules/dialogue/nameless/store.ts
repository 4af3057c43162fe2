/** SQL of what is said without a name: kept with nobody's number, and found again by its author alone. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import type { Words } from '../contribution.ts'

/** Whether a contribution called `alias` was said by the asking person, with a name or without. */
export const saidByMe = (scope: MemberScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.author_id`)} = ${scope.personId} or ${mineUnnamed(scope, alias)})`

/** Whether a contribution called `alias` was said by the asking person without a name. The database shows nobody else's. */
export const mineUnnamed = (scope: MemberScope, alias: string, id = 'id'): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.author_id`)} = 0 and exists (select from dialogue.nameless_author n
    where n.contribution_id = ${sql.ref(`${alias}.${id}`)} and n.author_id = ${scope.personId}))`

/** The first wall of a contribution called `alias`: its circle, and one's own words with a name or without. */
export const heardOrMine = (scope: MemberScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${heardBy(scope, alias)} or ${mineUnnamed(scope, alias)})`

/** Whether nobody stands beside a contribution called `alias`. */
export const unnamed = (alias: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${alias}.author_id`)} = 0`

/** The day of a moment of a contribution `alias` that was said without a name, and the moment of any other. Noon is that day in nearly every zone. */
export const dayAlone = (alias: string, column: string): RawBuilder<Date> => {
  const at = sql.ref(`${alias}.${column}`)
  return sql<Date>`case when ${unnamed(alias)}
    then (date_trunc('day', ${at} at time zone 'UTC') + interval '12 hours') at time zone 'UTC' else ${at} end`
}

/** Keeps words without a name; whose they are stands in a table of its own. */
export const insertUnnamed = (
  said: Words & { thread: ThreadId; replyTo: ContributionId | null; audience: string; at: Date },
) => sql<{ id: ContributionId; waits: boolean }>`
  select id, waits from dialogue.say_without_name(${said.thread}, ${said.replyTo}, ${said.audience}, ${said.language},
    ${said.text}, ${said.html}, ${said.at})`

/** The first wall for what hangs on a question: its circle, its writer, and whoever asked. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** Whether the asking person hears a row called `alias`, or asked the question that it hangs on. */
export const heardOrAsked = (scope: MemberScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${heardBy(scope, alias)} or ${sql.ref(`${alias}.asker_id`)} = ${scope.personId})`

/** Where a thing hangs: its question, with what every thing on it copies. */
export interface Hanging {
  readonly id: number
  readonly community_id: number
  readonly author_id: number | null
  readonly audience: string
}

/** The columns that every thing on a question begins with, for an insert by the asking person. */
export const hangingColumns = sql`challenge_id, community_id, author_id, asker_id, audience`
/** The values for {@link hangingColumns}. */
export const hangingValues = (scope: MemberScope, on: Hanging) =>
  sql`${on.id}, ${on.community_id}, ${scope.personId}, ${on.author_id}, ${on.audience}`

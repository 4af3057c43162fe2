/** SQL of quotes: kept with the version they are of, shown to those who hear both ends. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'

/** Whether a contribution `c` quotes another. */
export const quotes = sql<boolean>`exists (select from dialogue.quote u where u.contribution_id = c.id)`

/** The quote in a contribution `c` as one value; nothing when what it quotes is withdrawn or not heard. */
export const quoteIn = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when ${quotes} then dialogue.quote_in(c.id, ${scope.personId}, ${scope.reach}) end as quote`

/** Keeps a quote in one's own contribution. */
export const insertQuote = (id: ContributionId, quoted: { id: ContributionId; version: number }, words: string) => sql`
  insert into dialogue.quote (contribution_id, quoted_id, quoted_version, words)
  values (${id}, ${quoted.id}, ${quoted.version}, ${words})`

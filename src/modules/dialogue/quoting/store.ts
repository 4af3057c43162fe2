/** SQL of quotes: kept with the version they are of, shown to those who hear both ends. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { heardOrMine } from '../nameless/store.ts'

/** The quote in a contribution `c` as one value; nothing when what it quotes is withdrawn or not heard. */
export const quoteIn = (scope: MemberScope): RawBuilder<unknown> => sql`(
  select json_build_object('id', q.id, 'author', qn.name, 'words', u.words, 'language', q.language,
    'edited', q.version <> u.quoted_version, 'note', q.note)
  from dialogue.quote u
  join dialogue.contribution q on q.id = u.quoted_id and q.withdrawn_at is null and ${heardOrMine(scope, 'q')}
  left join people.named qn on qn.id = q.author_id
  where u.contribution_id = c.id) as quote`

/** Keeps a quote in one's own contribution. */
export const insertQuote = (id: ContributionId, quoted: { id: ContributionId; version: number }, words: string) => sql`
  insert into dialogue.quote (contribution_id, quoted_id, quoted_version, words)
  values (${id}, ${quoted.id}, ${quoted.version}, ${words})`

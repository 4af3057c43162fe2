/** The text of an entry as it was written, for files. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { bestText } from '../store.ts'

/** The Markdown of an entry of the shelf in its best language. A story is no such entry: its parts are apart. */
export const sheetSource = (scope: MemberScope, slug: string, language: string) => sql<{ body: string }>`
  select t.body from library.entry e join lateral (${bestText(language)}) t on true
  where e.slug = ${slug} and e.kind <> 'story' and e.withdrawn_at is null and ${heardBy(scope, 'e')}`

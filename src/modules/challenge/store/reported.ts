/** SQL of a question as it is taken into a case. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Reportable, Reported } from '../../safeguarding/contract.ts'
import type { ChallengeId } from '../contract.ts'

/** What it asks, and whose it is. */
export const reportedChallenge = (scope: MemberScope, id: ChallengeId) => sql<Reported>`
  select c.community_id, to_jsonb(array_remove(array[c.author_id], null)) as people, c.question as words, c.language
  from challenge.challenge c where c.id = ${id} and ${heardBy(scope, 'c')}`

/** What else people write on a question, and which of it are the words. */
const parts = {
  tryout: sql`concat_ws(E'\n', t.title, t.expects, nullif(t.look_for, ''))`,
  unknown: sql`concat_ws(E'\n', t.words, t.evidence)`,
  difference: sql`t.words`,
  sighting: sql`t.words`,
  reflection: sql`concat_ws(E'\n', nullif(t.provisional, ''), nullif(t.meeting, ''), nullif(t.together, ''), nullif(t.change, ''), nullif(t.dare, ''))`,
} as const

/** A kind of what stands on a question. */
export type Part = keyof typeof parts
/** All of them. */
export const reportedParts = Object.keys(parts) as Part[]

const others: Partial<Record<Part, RawBuilder<unknown>>> = { unknown: sql`t.evidence_by` }

/** One of them as it is taken into a case: whoever brought the evidence that closed an open point never sees it either. */
export const reportedPart =
  (part: Part): Reportable =>
  (scope, id) =>
    sql<Reported>`
    select t.community_id, to_jsonb(array_remove(array[t.author_id, ${others[part] ?? sql`null::bigint`}], null)) as people,
      ${parts[part]} as words, t.language
    from ${sql.table(`challenge.${part}`)} t where t.id = ${id} and ${heardBy(scope, 't')}`

/** Where they stand, by number. */
export const partTitles = (scope: { readonly personId: number | null }, part: Part, ids: readonly number[]) => sql<{
  id: number
  title: string
  challenge_id: number
  tryout_id: number | null
  slug: string
}>`
  select t.id, left(${parts[part]}, 120) as title, t.challenge_id, k.slug,
    ${part === 'sighting' ? sql`t.tryout_id` : sql`null::bigint`} as tryout_id
  from ${sql.table(`challenge.${part}`)} t join community.place k on k.id = t.community_id
  where t.id = any(${[...ids]}::bigint[])
    and (t.audience = any((select platform.reach())::text[]) or t.author_id = ${scope.personId})`

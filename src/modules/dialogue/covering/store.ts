/** SQL of content notes: put, changed and taken away by one function of the database, and shown instead of the words. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { saidByMe } from '../nameless/store.ts'

/** Whether the asking person facilitates where a contribution `c` was said. */
export const tended = (scope: MemberScope): RawBuilder<boolean> =>
  sql<boolean>`'facilitators:' || c.community_id = any(${scope.reach}::text[])`

/** Puts a note, or takes it away; says whether it was done, and whether the words wait for a look since. */
export const setNote = (id: ContributionId, note: string | null, at: Date) =>
  sql<{
    state: 'kept' | 'theirs' | 'gone'
    waits: boolean
  }>`select state, waits from dialogue.set_note(${id}, ${note}, ${at})`

/** Whose words a facilitator put a note before. As the owner only. */
export const whoseNoted = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select coalesce(n.author_id, c.author_id) as person_id from dialogue.contribution c
  left join dialogue.nameless_author n on n.contribution_id = c.id
  where c.id = ${id} and c.withdrawn_at is null and c.note_from = 'facilitators'`

/** Where words stand that a facilitator put a note before, for whoever said them. */
export const stillNoted = (scope: MemberScope, id: ContributionId) => sql<{ slug: string; place: string }>`
  select place.slug, place.name as place from dialogue.contribution c
  join community.place place on place.id = c.community_id
  where c.id = ${id} and c.withdrawn_at is null and c.note_from = 'facilitators' and ${saidByMe(scope, 'c')}`

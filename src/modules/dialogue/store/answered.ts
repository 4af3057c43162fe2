/** SQL of whose words were answered: as the reader of facts sees it, and then as the person who spoke. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'
import { saidByMe } from '../nameless/store.ts'

/** Who spoke the words that this contribution answers, unless they answer themselves, wrote the answer down, or would not hear it. As the owner only. */
export const whoseWords = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select spoke.person_id from dialogue.contribution c
  join dialogue.contribution p on p.id = c.reply_to
  left join dialogue.nameless_author answering on answering.contribution_id = c.id
  left join dialogue.nameless_author unnamed on unnamed.contribution_id = p.id
  cross join lateral (select coalesce(unnamed.author_id, p.author_id) as person_id) spoke
  where c.id = ${id} and c.withdrawn_at is null and p.withdrawn_at is null
    and spoke.person_id <> coalesce(answering.author_id, c.author_id) and c.written_by is distinct from spoke.person_id
    and exists (select from platform.seat s where s.person_id = spoke.person_id and s.audience = c.audience)`

/** The same for words that a look has just opened; the adults were told of them before. As the owner only. */
export const whoseWordsOpened = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select w.person_id from (${whoseWords(id)}) w, dialogue.contribution c
  where c.id = ${id} and not exists (
    select from platform.seat s where s.person_id = w.person_id and s.audience = 'adults:' || c.community_id)`

/** An answer to the asking person's own words, while both stand; who spoke is not told. */
export const answerToMine = (scope: MemberScope, id: ContributionId) => sql<{ slug: string; place: string }>`
  select k.slug, k.name as place from dialogue.contribution c
  join dialogue.contribution p on p.id = c.reply_to
  join community.place k on k.id = c.community_id
  where c.id = ${id} and ${saidByMe(scope, 'p')} and c.withdrawn_at is null and p.withdrawn_at is null
    and c.audience = any(${scope.reach}::text[])`

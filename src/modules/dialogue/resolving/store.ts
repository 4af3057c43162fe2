/** SQL of wonderings and what answered them. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { heardOrMine } from '../nameless/store.ts'
import { plain } from '../store/latest.ts'

/** What answered a wondering `c`, as one value; nothing when it is not heard. */
export const resolvedBy = (scope: MemberScope): RawBuilder<unknown> => sql`
  case when c.manner = 'wonder' then dialogue.answer_to(c.id, ${scope.personId}, ${scope.reach}) end as resolved`

/** Something that may have answered a wondering. */
export interface Candidate {
  readonly id: ContributionId
  readonly author: string | null
  readonly text: string
  readonly language: string
}

/** What was said in a conversation after a wondering: answers to it first, then the rest, the newest first. */
export const candidatesFor = (
  scope: MemberScope,
  thread: ThreadId,
  wondering: ContributionId,
  limit: number,
) => sql<Candidate>`
  select c.id, p.name as author, ${plain} as text, c.language
  from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
  left join people.named p on p.id = c.author_id
  where t.id = ${thread} and ${heardBy(scope, 't')} and ${heardOrMine(scope, 'c')} and c.id > ${wondering}
    and c.withdrawn_at is null and c.opens_to is null and c.audience::text not like 'me:%'
  order by c.root_id <> coalesce((select w.root_id from dialogue.contribution w where w.id = ${wondering}), 0), c.id desc
  limit ${limit}`

/** Says what answered it. */
export const insertResolved = (wondering: ContributionId, answer: ContributionId) => sql<{ id: ContributionId }>`
  insert into dialogue.resolved (contribution_id, answer_id) values (${wondering}, ${answer})
  on conflict (contribution_id) do update set answer_id = excluded.answer_id returning contribution_id as id`

/** Says that it is open again. */
export const deleteResolved = (wondering: ContributionId) => sql<{ id: ContributionId }>`
  delete from dialogue.resolved where contribution_id = ${wondering} returning contribution_id as id`

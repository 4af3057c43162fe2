/** SQL of people called by name: who hears what is about to be said, who was called, and where. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { heardOrMine } from '../nameless/store.ts'
import type { Hearer } from './mentioning.ts'

/** Who will hear something that is said in a thread for an audience, by name, the asking person among them. */
export const hearersOf = (scope: MemberScope, thread: ThreadId, community: number, audience: string) => sql<Hearer>`
  select k.person_id, k.name from community.known k
  where k.community_id = ${community} and 'community:' || k.community_id = any(${scope.reach}::text[])
    and k.person_id in (select dialogue.hearing(${thread}, ${audience}))`

/** Keeps who was called; answers those who were not called here before. */
export const insertMentions = (id: ContributionId, people: readonly PersonId[], at: Date) => sql<{
  person_id: PersonId
}>`
  insert into dialogue.mention (contribution_id, person_id, called_at)
  select ${id}, one, ${at} from unnest(${[...people]}::bigint[]) one on conflict do nothing returning person_id`

/** Whether somebody was called in words that have just been opened. */
export const anyMention = (id: ContributionId) => sql<{ calls: boolean }>`select dialogue.calls_anybody(${id}) as calls`

/** Who was called and hears it, told by this fact of calls and by none before it. As the owner only. */
export const whoIsCalled = (id: ContributionId, fact: { readonly id: number; readonly at: Date }) => sql<{
  person_id: PersonId
}>`
  select m.person_id from dialogue.mention m join dialogue.contribution c on c.id = m.contribution_id
  where c.id = ${id} and c.withdrawn_at is null and c.opens_to is null
    and coalesce(m.called_at, '-infinity') <= ${fact.at}
    and not exists (
      select from platform.fact f where f.kind = 'contribution.mentioned' and f.subject_kind = 'contribution'
        and f.subject_id = c.id and f.id < ${fact.id} and f.at >= coalesce(m.called_at, '-infinity'))
    and exists (select from platform.seat s where s.person_id = m.person_id and s.audience = c.audience)
  order by m.person_id`

/** Where the asking person was called, while it stands and they hear it. */
export const calledMe = (scope: MemberScope, id: ContributionId) => sql<{ slug: string; place: string }>`
  select place.slug, place.name as place from dialogue.mention m
  join dialogue.contribution c on c.id = m.contribution_id and c.withdrawn_at is null and ${heardOrMine(scope, 'c')}
  join community.place place on place.id = c.community_id
  where m.contribution_id = ${id} and m.person_id = ${scope.personId}`

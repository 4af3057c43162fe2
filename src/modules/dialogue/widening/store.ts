/** SQL of opening words to the community: the author's wish, and what the facilitators are asked. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'

/** Since when its author asks to open it, if they do, and whether it could be. */
export const wishFor = (scope: MemberScope, id: ContributionId) => sql<{ asked_at: Date | null; could: boolean }>`
  select (select w.asked_at from dialogue.widening w
    where w.contribution_id = ${id} and w.author_id = ${scope.personId}) as asked_at, dialogue.could_widen(${id}) as could`

export const askWider = (id: ContributionId, at: Date) => sql<{ id: ContributionId | null }>`
  select dialogue.ask_wider(${id}, ${at}) as id`

/** Takes the wish back, or leaves the words as they are. */
export const letBe = (id: ContributionId, community: number) => sql<{ contribution_id: ContributionId }>`
  delete from dialogue.widening where contribution_id = ${id} and community_id = ${community} returning contribution_id`

export const openWider = (id: ContributionId, version: number) => sql<{ id: ContributionId | null }>`
  select dialogue.open_wider(${id}, ${version}) as id`

/** Words whose author asks to open them. */
export interface Wished {
  readonly id: ContributionId
  readonly author: string
  readonly html: string
  readonly language: string
  readonly version: number
  readonly asked_at: Date
  readonly mine: boolean
}
export const wishesIn = (community: number) => sql<Wished>`select * from dialogue.asked_wider(${community})`

/** Who is told of a wish: the facilitators, but not its author. As the owner only. */
export const whoOpens = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select s.person_id from dialogue.widening w
  join platform.seat s on s.audience::text = 'facilitators:' || w.community_id and s.person_id <> w.author_id
  where w.contribution_id = ${id}`
export const placeOfWish = (id: ContributionId) => sql<{ slug: string; place: string }>`
  select k.slug, k.name as place from dialogue.widening w join community.place k on k.id = w.community_id
  where w.contribution_id = ${id} and w.author_id <> platform.me()`

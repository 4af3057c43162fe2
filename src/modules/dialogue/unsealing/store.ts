/** SQL of unsealing. The tables answer nobody: functions of the database say who may ask, decide, look and be told. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId } from '../contract.ts'

/** A request to know who said something, as whoever asked and the leads see it. */
export interface Unsealing {
  readonly id: number
  readonly contribution_id: ContributionId
  readonly asker: string | null
  readonly mine: boolean
  readonly reason: string
  readonly language: string
  readonly asked_at: Date
  readonly decided_at: Date | null
  readonly agreed: boolean | null
  readonly decided_by_me: boolean
  readonly risk: string | null
  readonly html: string
  readonly said_in: string
}

/** Those of a community that the asking person may know of, the newest first; on one contribution where it is named. */
export const unsealings = (community: number, contribution: ContributionId | null) => sql<Unsealing>`
  select * from dialogue.unsealings(${community}, ${contribution})`

/** Whether a community has a lead besides the asking person. */
export const hasLead = (scope: MemberScope, community: number) => sql<{ person_id: PersonId }>`
  select person_id from safeguarding.standing_lead
  where community_id = ${community} and person_id <> ${scope.personId} limit 1`

/** Whether the asking person is a lead. */
export const isLead = (scope: MemberScope, community: number) => sql<{ person_id: PersonId }>`
  select person_id from safeguarding.standing_lead
  where community_id = ${community} and person_id = ${scope.personId}`

/** Asks; answers the number, or nothing where one may not, or somebody has asked. */
export const askUnsealing = (id: ContributionId, reason: string, language: string, at: Date) =>
  sql<{
    id: number | null
  }>`select dialogue.ask_unsealing(${id}, ${reason}, ${language}, ${at}) as id`

/** Decides, once; `risk` is why the author is not told. */
export const decideUnsealing = (id: number, agree: boolean, risk: string, at: Date) => sql<{ id: number | null }>`
  select dialogue.decide_unsealing(${id}, ${agree}, ${risk}, ${at}) as id`

/** The name, for the two; the look is written down. */
export const unsealedName = (id: number, at: Date) => sql<{ name: string | null }>`
  select dialogue.unsealed_name(${id}, ${at}) as name`

/** What the author of words without a name is told. */
export interface Told {
  readonly contribution_id: ContributionId
  readonly asker: string | null
  readonly decider: string | null
  readonly reason: string
  readonly language: string
  readonly decided_at: Date
}

/** By the words, or by the number of the request. */
export const toldUnsealing = (of: { words?: ContributionId; request?: number }) => sql<Told>`
  select * from dialogue.told_unsealing(${of.words ?? null}, ${of.request ?? null})`

/** The leads who decide. As the owner only. */
export const whoDecides = (id: number) => sql<{ person_id: PersonId }>`
  select l.person_id from dialogue.unsealing u join safeguarding.standing_lead l on l.community_id = u.community_id
  where u.id = ${id} and u.decided_at is null and l.person_id <> u.asked_by
    and not dialogue.wrote_unnamed(u.contribution_id, l.person_id)`

/** Who asked. As the owner only. */
export const whoAskedUnsealing = (id: number) => sql<{ person_id: PersonId }>`
  select asked_by as person_id from dialogue.unsealing where id = ${id} and decided_at is not null`

/** Whose words they are, if they are told. As the owner only. */
export const whoIsTold = (id: number) => sql<{ person_id: PersonId }>`
  select n.author_id as person_id from dialogue.unsealing u
  join dialogue.nameless_author n on n.contribution_id = u.contribution_id
  where u.id = ${id} and u.agreed and u.risk is null`

/** Where it is, for a letter. As the owner only: the letter says nothing but that. */
export const whereUnsealing = (community: number) => sql<{ slug: string; place: string }>`
  select slug, name as place from community.place where id = ${community}`

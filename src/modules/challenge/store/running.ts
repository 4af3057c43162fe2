/** SQL of the try-outs that run just now, for the places where a day begins. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ChallengeId } from '../contract.ts'
import { heardOrAsked } from './heard.ts'

/** A try-out that runs; `ends_on` is a calendar day. */
export interface RunningTryout {
  readonly id: number
  readonly challenge_id: ChallengeId
  readonly title: string
  readonly language: string
  readonly ends_on: string
  readonly owner_id: number | null
  readonly slug: string
}

/** The running try-outs of some communities, the one that ends first first. */
export const runningTryouts = (scope: MemberScope, communities: readonly number[]) => sql<RunningTryout>`
  select t.id, t.challenge_id, t.title, t.language, t.ends_on, t.owner_id, k.slug
  from challenge.tryout t join community.place k on k.id = t.community_id
  where t.community_id = any(${[...communities]}::bigint[]) and t.state = 'running' and ${heardOrAsked(scope, 't')}
  order by t.ends_on, t.id`

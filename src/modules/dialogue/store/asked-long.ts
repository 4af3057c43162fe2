/** SQL of questions to people that have waited long, for those who guide a community. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'

/** A question to somebody that is still open. */
export interface AskedLong {
  readonly id: number
  readonly slug: string
  readonly asker: string | null
  readonly asked: string | null
  readonly question: string
  readonly language: string
  readonly asked_at: Date
}

/** The open questions of a community that were asked before a moment, the oldest first, in conversations that are heard. */
export const asksOpenSince = (
  scope: MemberScope,
  community: number,
  before: Date,
  now: Date,
  limit: number,
) => sql<AskedLong>`
  select a.id, place.slug, asker.name as asker, asked.name as asked, a.question, a.language, a.asked_at
  from dialogue.ask a
  join dialogue.thread t on t.id = a.thread_id and ${heardBy(scope, 't')}
  join community.place place on place.id = a.community_id
  left join people.named asker on asker.id = a.author_id
  left join people.named asked on asked.id = a.asked_id
  where a.community_id = ${community} and 'facilitators:' || a.community_id = any(${scope.reach}::text[])
    and a.state = 'open' and a.asked_at < ${before} and a.ends_at > ${now} and a.asked_id is distinct from ${scope.personId}
  order by a.asked_at, a.id limit ${limit}`

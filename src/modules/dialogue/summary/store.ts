/** SQL of summaries: the latest beside its thread, all versions, and one more. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { ContributionId, SummaryHere, ThreadId } from '../contract.ts'

/** The latest summary of a thread `t` as one value; an empty one was taken away. */
export const summaryOf = sql`(
  select json_build_object('version', s.version, 'text', s.text, 'html', s.html, 'language', s.language, 'author', people.name_of(s.author_id),
    'at', (extract(epoch from s.written_at) * 1000)::bigint)
  from dialogue.summary s where s.thread_id = t.id order by s.version desc limit 1) as summary`

/** The latest summary of a thread that the asking person hears. */
export const latestSummary = (scope: MemberScope, thread: ThreadId): RawBuilder<{ summary: SummaryHere | null }> =>
  sql<{ summary: SummaryHere | null }>`
    select ${summaryOf} from dialogue.thread t where t.id = ${thread} and ${heardBy(scope, 't')}`

/** A version of a summary. */
export interface SummaryVersion {
  readonly version: number
  readonly author: string | null
  readonly language: string
  readonly html: string
  readonly written_at: Date
}

/** All versions, the newest first. */
export const versionsOfSummary = (scope: MemberScope, thread: ThreadId) => sql<SummaryVersion>`
  select s.version, n.name as author, s.language, s.html, s.written_at
  from dialogue.thread t join dialogue.summary s on s.thread_id = t.id
  left join people.named n on n.id = s.author_id
  where t.id = ${thread} and ${heardBy(scope, 't')} order by s.version desc limit 200`

/** One more version; nothing when somebody was quicker with it. */
export const insertSummary = (
  scope: MemberScope,
  one: {
    thread: ThreadId
    community: number
    audience: string
    version: number
    language: string
    text: string
    html: string
    at: Date
  },
) => sql<{ version: number }>`
  insert into dialogue.summary (thread_id, version, community_id, audience, author_id, language, text, html, written_at)
  values (${one.thread}, ${one.version}, ${one.community}, ${one.audience}, ${scope.personId}, ${one.language}, ${one.text},
    ${one.html}, ${one.at}) on conflict do nothing returning version`

// Whether a thread `t` has a summary that says something.
const summed = sql<boolean>`exists (select from dialogue.summary s where s.thread_id = t.id and s.text <> ''
  and s.version = (select max(l.version) from dialogue.summary l where l.thread_id = t.id))`

/** Who facilitates where something was withdrawn that others heard, beside a summary, themselves left out. As the owner only. */
export const whoTends = (id: ContributionId) => sql<{ person_id: PersonId }>`
  select s.person_id from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id and ${summed}
  join platform.seat s on s.audience = 'facilitators:' || c.community_id and s.person_id <> c.author_id
  where c.id = ${id} and c.withdrawn_at is not null and c.audience::text not like 'me:%'
    and (t.audience = 'public' or exists (select from platform.seat h where h.person_id = s.person_id and h.audience = t.audience))`

/** The conversation in which something was withdrawn, for whoever hears it, while it has a summary. */
export const summedAround = (scope: MemberScope, id: ContributionId) => sql<{
  thread_id: ThreadId
  slug: string
  place: string
}>`
  select t.id as thread_id, place.slug, place.name as place
  from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id and ${heardBy(scope, 't')} and ${summed}
  join community.place place on place.id = t.community_id
  where c.id = ${id} and c.withdrawn_at is not null and ${heardBy(scope, 'c')}`

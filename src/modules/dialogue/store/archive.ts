/** SQL of archives: many threads and contributions at once; what is known already stays as it is. As the owner only. */
import { sql } from 'kysely'
import type { CommunityId } from '../../community/contract.ts'
import type { ArchivedContribution, ArchivedThread, ContributionId, ThreadId } from '../contract.ts'
import type { Words } from '../contribution.ts'

const times = (dates: readonly Date[]) => dates.map((at) => at.toISOString())

/** A thread of an archive, and where it goes. */
export interface PlacedThread extends ArchivedThread {
  readonly community: CommunityId
}

const communities = (threads: readonly PlacedThread[]) => threads.map(({ community }) => community)
const keysOf = (things: readonly { readonly key: string }[]) => things.map(({ key }) => key)

/** New public threads; answers a row for each that was not known. */
export const insertArchivedThreads = (threads: readonly PlacedThread[]) => sql<{ id: ThreadId }>`
  insert into dialogue.thread (community_id, title, language, author_id, audience, source_key, begun_at)
  select a.community_id, a.title, a.language, a.author_id, 'public', a.source_key, a.begun_at
  from unnest(${communities(threads)}::bigint[], ${threads.map(({ title }) => title)}::text[],
    ${threads.map(({ language }) => language)}::text[], ${threads.map(({ authorId }) => authorId)}::bigint[],
    ${keysOf(threads)}::text[], ${times(threads.map(({ at }) => at))}::timestamptz[])
    a (community_id, title, language, author_id, source_key, begun_at)
  on conflict (community_id, source_key) do nothing returning id`

/** The numbers of threads that came with an archive. */
export const archivedThreads = (threads: readonly PlacedThread[]) => sql<{
  id: ThreadId
  community_id: CommunityId
  source_key: string
}>`
  select t.id, t.community_id, t.source_key
  from unnest(${communities(threads)}::bigint[], ${keysOf(threads)}::text[]) a (community_id, source_key)
  join dialogue.thread t on t.community_id = a.community_id and t.source_key = a.source_key`

/** Which of these contributions are there already. */
export const archivedContributions = (said: readonly { readonly thread: ThreadId; readonly key: string }[]) => sql<{
  thread_id: ThreadId
  source_key: string
}>`
  select c.thread_id, c.source_key
  from unnest(${said.map(({ thread }) => thread)}::bigint[], ${keysOf(said)}::text[]) a (thread_id, source_key)
  join dialogue.contribution c on c.thread_id = a.thread_id and c.source_key = a.source_key`

/** A contribution of an archive with its words ready to keep. */
export interface KeptContribution extends Omit<ArchivedContribution, 'answers'> {
  readonly answers: string | undefined
  readonly thread: ThreadId
  readonly kept: Words
}

/** New public contributions, in the order given; answers find what they answer by its key. */
export const insertArchivedContributions = (said: readonly KeptContribution[]) => sql<{
  id: ContributionId
  thread_id: ThreadId
  source_key: string
}>`
  insert into dialogue.contribution
    (thread_id, reply_to, place_at, author_id, audience, language, text, html, source_key, said_at)
  select a.thread_id, root.id, coalesce(root.place_at, a.said_at), a.author_id, 'public', a.language, a.text, a.html, a.source_key, a.said_at
  from unnest(${said.map(({ thread }) => thread)}::bigint[], ${said.map(({ answers }) => answers ?? null)}::text[],
    ${said.map(({ authorId }) => authorId)}::bigint[], ${said.map(({ kept }) => kept.language)}::text[],
    ${said.map(({ kept }) => kept.text)}::text[], ${said.map(({ kept }) => kept.html)}::text[],
    ${said.map(({ key }) => key)}::text[], ${times(said.map(({ at }) => at))}::timestamptz[])
    with ordinality a (thread_id, answers, author_id, language, text, html, source_key, said_at, number)
  left join dialogue.contribution answered on answered.thread_id = a.thread_id and answered.source_key = a.answers
  left join dialogue.contribution root on root.id = answered.root_id
  order by a.number
  on conflict (thread_id, source_key) do nothing returning id, thread_id, source_key`

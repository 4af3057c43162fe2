/** SQL of archives: many threads and contributions at once; what is known already stays as it is. As the owner only. */
import { sql } from 'kysely'
import type { ArchivedContribution, ArchivedThread, ContributionId, ThreadId } from '../contract.ts'
import type { Words } from '../contribution.ts'

const times = (dates: readonly Date[]) => dates.map((at) => at.toISOString())

/** New public threads; answers a row for each that was not known. */
export const insertArchivedThreads = (community: number, threads: readonly ArchivedThread[]) => sql<{
  id: ThreadId
  source_key: string
}>`
  insert into dialogue.thread (community_id, title, language, author_id, audience, source_key, begun_at)
  select ${community}, a.title, a.language, a.author_id, 'public', a.source_key, a.begun_at
  from unnest(${threads.map(({ title }) => title)}::text[], ${threads.map(({ language }) => language)}::text[],
    ${threads.map(({ authorId }) => authorId)}::bigint[], ${threads.map(({ key }) => key)}::text[],
    ${times(threads.map(({ at }) => at))}::timestamptz[]) a (title, language, author_id, source_key, begun_at)
  on conflict (community_id, source_key) do nothing returning id, source_key`

/** The numbers of threads that came with an archive. */
export const archivedThreads = (community: number, keys: readonly string[]) => sql<{
  id: ThreadId
  source_key: string
  language: string
}>`
  select id, source_key, language from dialogue.thread where community_id = ${community} and source_key = any(${[...keys]}::text[])`

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

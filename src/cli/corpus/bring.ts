/** Brings a corpus in: proved to its end first, then people, communities, contributions and pages, batch by batch. */
import { sql } from 'kysely'
import { importEntries } from '../../modules/library/archive.ts'
import { entryUrl } from '../../modules/library/public.ts'
import type { ArchivedEntry } from '../../modules/library/store/archive.ts'
import type { Database } from '../../platform/db/database.ts'
import { learnWords } from '../../platform/search/store.ts'
import { batchesInto, type Opening } from '../import/batches.ts'
import type { Heard } from '../import/progress.ts'
import { rowsOf } from './lines.ts'
import { type Settled, settleCommunities, settlePeople, settleSeats } from './people.ts'
import type { Part, Report } from './report.ts'
import { type Files, pageRow, postRow } from './rows.ts'
import { markTest, proveSafe, topicKey } from './safe.ts'
import { type Survey, survey, type Topic } from './survey.ts'

const PAGES_AT_ONCE = 40

/** How the work is watched and stopped; `heard` counts contributions and pages together. */
export interface Watch {
  readonly heard: Heard
  readonly stop: AbortSignal
  /** Milliseconds of a clock that only goes forward. */
  time(): number
}

interface Work {
  readonly db: Database
  readonly files: Files
  readonly found: Survey
  readonly people: Settled
  readonly communities: Settled
  readonly watch: Watch
}

/**
 * Safe to repeat, and to go on after it was cut anywhere.
 * @param yes whether a site with real people may become a test
 * @throws CommandFailed when the corpus or the site cannot be used; nothing is written then
 */
export const bringCorpus = async (db: Database, files: Files, yes: boolean, watch: Watch): Promise<Report> => {
  const begun = watch.time()
  const since = (from: number) => (watch.time() - from) / 1000
  const found = await survey(files, watch.stop)
  const read = since(begun)
  await db.asSystem('import', async (tx) => {
    await proveSafe(tx, found, yes)
    await markTest(tx)
  })
  const people = await settlePeople(db, found)
  const communities = await settleCommunities(db, found)
  const seats = await settleSeats(db, found, people, communities)
  const work: Work = { db, files, found, people, communities, watch }
  const settled = watch.time()
  const said = await bringPosts(work)
  const writing = since(settled)
  const pagesFrom = watch.time()
  const pages = await bringPages(work)
  const reading = since(pagesFrom)
  await db.asSystem('import', async (tx) => {
    await learnWords(tx)
    // What is asked next is planned by what is there now.
    await tx.rows(sql`analyze`)
  })
  const part = (there: number, fresh: number): Part => ({ there, fresh })
  return {
    people: part(found.users.size, people.fresh),
    communities: part(found.communities.size, communities.fresh),
    memberships: part(seats.all, seats.fresh),
    threads: part(found.spoken.size, said.threads),
    contributions: part(found.posts, said.contributions),
    entries: part(found.pages.size, pages),
    emptyTopics: found.topics.size - found.spoken.size,
    seconds: { all: since(begun), proving: read, contributions: writing, entries: reading },
    rate: Math.round(found.posts / Math.max(0.001, writing)),
  }
}

const openingOf = ({ found, people, communities }: Work, topic: Topic): Opening => ({
  community: communities.ids.get(topic.communityId) ?? 0,
  key: topicKey(topic.id),
  title: topic.title,
  language: found.communities.get(topic.communityId)?.language ?? 'en',
  authorId: people.ids.get(topic.userId) ?? 0,
  at: topic.createdAt,
})

const bringPosts = async (work: Work) => {
  const { db, files, found, people, watch } = work
  let done = 0
  const batches = batchesInto(
    db,
    (count) => {
      done += count
      watch.heard(done, found.posts + found.pages.size)
    },
    watch.stop,
    2,
  )
  const threads = new Map<number, Opening>()
  // All threads first: two writers who begin the same one would wait for each other.
  for (const id of found.spoken) {
    const topic = found.topics.get(id)
    if (!topic) continue
    const thread = openingOf(work, topic)
    threads.set(id, thread)
    await batches.add(thread)
  }
  for await (const rows of rowsOf(files.posts, 'posts.jsonl', postRow))
    for (const { row } of rows) {
      const thread = threads.get(row.topicId)
      const authorId = people.ids.get(row.userId) ?? 0
      if (thread)
        await batches.add(thread, { key: `corpus:${row.id}`, authorId, at: row.createdAt, markdown: row.body })
    }
  await batches.end()
  return batches.fresh
}

const bringPages = async (work: Work): Promise<number> => {
  const { db, files, found, watch } = work
  const hrefOf = (address: string): string => {
    const slug = found.pages.get(address.replace(/^\//, ''))
    return slug ? entryUrl(slug) : address
  }
  let [done, fresh] = [0, 0]
  let writing = Promise.resolve()
  const write = async (entries: readonly ArchivedEntry[]) => {
    const added = await db.asSystem('import', (tx) => importEntries(tx, entries, hrefOf))
    fresh += added
    done += entries.length
    watch.heard(found.posts + done, found.posts + found.pages.size)
  }
  const send = async (entries: readonly ArchivedEntry[]) => {
    // While one batch is rendered here, the one before is written there.
    const before = writing
    watch.stop.throwIfAborted()
    writing = write(entries)
    writing.catch(() => undefined)
    await before
  }
  let batch: ArchivedEntry[] = []
  for await (const rows of rowsOf(files.pages, 'pages.jsonl', pageRow))
    for (const { row } of rows) {
      batch.push(entryOf(work, row))
      if (batch.length < PAGES_AT_ONCE) continue
      await send(batch)
      batch = []
    }
  await send(batch)
  await writing
  return fresh
}

const entryOf = ({ found, people, communities }: Work, row: ReturnType<typeof pageRow.parse>): ArchivedEntry => ({
  slug: found.pages.get(row.path) ?? '',
  language: found.communities.get(row.communityId)?.language ?? 'en',
  title: row.title,
  summary: row.description,
  markdown: row.body,
  community: communities.ids.get(row.communityId) ?? 0,
  communityName: found.communities.get(row.communityId)?.name ?? '',
  authorId: people.ids.get(row.userId) ?? 0,
  authorName: found.users.get(row.userId)?.displayName ?? '',
  at: row.createdAt,
})

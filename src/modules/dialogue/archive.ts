/** Brings threads of an archive in: public, with their dates and authors, once and never twice. */
import type { Tx } from '../../platform/db/database.ts'
import { cleanText } from '../../platform/http/form.ts'
import { indexTexts } from '../../platform/search/store.ts'
import type { CommunityId } from '../community/contract.ts'
import type { ArchivedThread, ThreadId } from './contract.ts'
import { heardText, wordsOf } from './contribution.ts'
import * as store from './store/archive.ts'

/** The longest text kept of an archive, in characters. */
export const LONGEST_ARCHIVED = 60_000

/** How much of a batch was new; the rest was there already. */
export interface Imported {
  readonly threads: number
  readonly contributions: number
}

/** Threads of an archive, and the community they come into. */
export interface Archived {
  readonly community: CommunityId
  readonly threads: readonly ArchivedThread[]
}

/**
 * Brings one batch in, in the caller's transaction as the owner (`house.db.asSystem('import', …)`); some hundred
 * contributions a batch is a good size, of one community or of several. Safe to repeat: what a community has by its
 * keys is left alone, also when it was withdrawn since; contributions that an old thread got meanwhile are added.
 *
 * @param archives communities (open ones can be read by visitors) and their threads. Texts are Markdown, between 1 and
 *   `LONGEST_ARCHIVED` characters; titles 1 to 300; keys at most 200. In a thread, what is answered stands before its
 *   answer.
 * @throws when a text, title or key has no allowed length: leave such things out before, and report them.
 */
export const importThreads = async (tx: Tx, ...archives: readonly Archived[]): Promise<Imported> => {
  const threads = archives.flatMap(({ community, threads }) =>
    threads.map((thread) => ({ ...thread, community, title: cleanText(thread.title) })),
  )
  if (threads.length === 0) return { threads: 0, contributions: 0 }
  const added = new Set((await tx.rows(store.insertArchivedThreads(threads))).map(({ id }) => id))
  const known = await tx.rows(store.archivedThreads(threads))
  const ids = new Map(known.map((row) => [`${row.community_id} ${row.source_key}`, row.id]))
  const placed = threads.map((thread) => ({ thread, id: ids.get(`${thread.community} ${thread.key}`) ?? 0 }))
  const said = await stillToSay(tx, placed)
  const [roots, answers] = [said.filter(isRoot), said.filter((each) => !isRoot(each))]
  const fresh = [...(await insert(tx, roots)), ...(await insert(tx, answers))]
  const kept = new Map(said.map((each) => [`${each.thread} ${each.key}`, each.kept]))
  await indexTexts(tx, [
    ...placed.filter(({ id }) => added.has(id)).map(({ thread, id }) => titleText(thread, id)),
    ...fresh.flatMap((row) => {
      const words = kept.get(`${row.thread_id} ${row.source_key}`)
      return words ? heardText(row.id, words) : []
    }),
  ])
  return { threads: added.size, contributions: fresh.length }
}

const isRoot = ({ answers }: store.KeptContribution): boolean => answers === undefined

const titleText = ({ title, language }: ArchivedThread, id: ThreadId) => ({
  kind: 'thread',
  id,
  language,
  title,
  body: '',
})

interface Placed {
  readonly thread: ArchivedThread
  readonly id: ThreadId
}

// What is there already is not rendered again: a second run is a short one.
const stillToSay = async (tx: Tx, placed: readonly Placed[]): Promise<store.KeptContribution[]> => {
  const said = placed.flatMap(({ thread, id }) => {
    const answered = new Map(thread.contributions.map(({ key, answers }) => [key, answers]))
    return thread.contributions.map((each) => ({
      ...each,
      thread: id,
      answers: each.answers === undefined ? undefined : rootOf(each.answers, answered),
      language: thread.language,
    }))
  })
  if (said.length === 0) return []
  const there = new Set(
    (await tx.rows(store.archivedContributions(said))).map((row) => `${row.thread_id} ${row.source_key}`),
  )
  return said
    .filter(({ thread, key }) => !there.has(`${thread} ${key}`))
    .map((each) => ({ ...each, kept: wordsOf({ text: cleanText(each.markdown).trim(), language: each.language }) }))
}

// One level deep: an answer to an answer stands beside it.
const rootOf = (key: string, answered: ReadonlyMap<string, string | undefined>, depth = 0): string => {
  const above = answered.get(key)
  return above === undefined || depth > 100 ? key : rootOf(above, answered, depth + 1)
}

const insert = async (tx: Tx, said: readonly store.KeptContribution[]) =>
  said.length === 0 ? [] : tx.rows(store.insertArchivedContributions(said))

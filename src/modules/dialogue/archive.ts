/** Brings threads of an archive in: public, with their dates and placeholder authors, once and never twice. */
import type { Tx } from '../../platform/db/database.ts'
import { cleanText } from '../../platform/http/form.ts'
import { indexText } from '../../platform/search/store.ts'
import type { ArchivedThread, ContributionId, ThreadId } from './contract.ts'
import { hearIt, wordsOf } from './contribution.ts'
import * as store from './store/archive.ts'

/** The longest text kept of an archive, in characters. */
export const LONGEST_ARCHIVED = 60_000

/** How much of a batch was new; the rest was there already. */
export interface Imported {
  readonly threads: number
  readonly contributions: number
}

/**
 * Brings one batch in, in the caller's transaction as the owner (`house.db.asSystem('import', …)`); a hundred threads
 * a batch is a good size. Safe to repeat: what the community has by its keys is left alone, also when it was withdrawn
 * since; contributions that an old thread got meanwhile are added.
 *
 * @param archive the community (open ones can be read by visitors) and its threads. Authors are persons, usually of the
 *   kind `placeholder`. Texts are Markdown, between 1 and `LONGEST_ARCHIVED` characters; titles 1 to 300; keys at most
 *   200. In a thread, what is answered stands before its answer.
 * @throws when a text, title or key has no allowed length: leave such things out before, and report them.
 */
export const importThreads = async (
  tx: Tx,
  archive: { readonly community: number; readonly threads: readonly ArchivedThread[] },
): Promise<Imported> => {
  const threads = archive.threads.map((thread) => ({ ...thread, title: cleanText(thread.title) }))
  if (threads.length === 0) return { threads: 0, contributions: 0 }
  const added = await tx.rows(store.insertArchivedThreads(archive.community, threads))
  const known = await tx.rows(
    store.archivedThreads(
      archive.community,
      threads.map(({ key }) => key),
    ),
  )
  const ids = new Map(known.map((row) => [row.source_key, row.id]))
  const said = threads.flatMap((thread) => keptOf(thread, ids.get(thread.key)))
  const fresh = [
    ...(await insert(
      tx,
      said.filter(({ answers }) => answers === undefined),
    )),
    ...(await insert(
      tx,
      said.filter(({ answers }) => answers !== undefined),
    )),
  ]
  await index(tx, threads, ids, new Set(added.map(({ source_key }) => source_key)), said, fresh)
  return { threads: added.length, contributions: fresh.length }
}

const keptOf = (thread: ArchivedThread, id: ThreadId | undefined): store.KeptContribution[] => {
  if (id === undefined) throw new Error(`The thread ${thread.key} was not kept`)
  const answered = new Map(thread.contributions.map(({ key, answers }) => [key, answers]))
  return thread.contributions.map((each) => ({
    ...each,
    thread: id,
    answers: each.answers === undefined ? undefined : rootOf(each.answers, answered),
    kept: wordsOf({ text: cleanText(each.markdown).trim(), language: thread.language }),
  }))
}

// One level deep: an answer to an answer stands beside it.
const rootOf = (key: string, answered: ReadonlyMap<string, string | undefined>, depth = 0): string => {
  const above = answered.get(key)
  return above === undefined || depth > 100 ? key : rootOf(above, answered, depth + 1)
}

interface Fresh {
  readonly id: ContributionId
  readonly thread_id: ThreadId
  readonly source_key: string
}

const insert = async (tx: Tx, said: readonly store.KeptContribution[]): Promise<Fresh[]> =>
  said.length === 0 ? [] : tx.rows(store.insertArchivedContributions(said))

// Sent together and answered together: the wire is not waited for between two texts.
const index = async (
  tx: Tx,
  threads: readonly ArchivedThread[],
  ids: ReadonlyMap<string, ThreadId>,
  addedKeys: ReadonlySet<string>,
  said: readonly store.KeptContribution[],
  fresh: readonly Fresh[],
): Promise<void> => {
  const byKey = new Map(said.map((each) => [`${each.thread} ${each.key}`, each]))
  const titles = threads.filter(({ key }) => addedKeys.has(key))
  await Promise.all([
    ...titles.map((thread) =>
      indexText(tx, {
        kind: 'thread',
        id: ids.get(thread.key) ?? 0,
        language: thread.language,
        title: thread.title,
        body: '',
      }),
    ),
    ...fresh.map((row) => {
      const each = byKey.get(`${row.thread_id} ${row.source_key}`)
      return each ? hearIt(tx, row.id, each.kept) : Promise.resolve()
    }),
  ])
}

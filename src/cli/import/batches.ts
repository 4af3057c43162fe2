/** Brings contributions in by batches, each in one transaction. */
import type { CommunityId } from '../../modules/community/contract.ts'
import type { ArchivedContribution, ArchivedThread } from '../../modules/dialogue/contract.ts'
import { type Archived, importThreads } from '../../modules/dialogue/public.ts'
import type { Database } from '../../platform/db/database.ts'
import { learnWords } from '../../platform/search/store.ts'

const AT_ONCE = 400
const LEARN_EVERY = 8

/** A thread without what is said in it, and where it goes. */
export type Opening = Omit<ArchivedThread, 'contributions'> & { readonly community: CommunityId }

/** Takes threads and contributions; `end` waits until the last is written. */
export interface Batches {
  add(thread: Opening, said?: ArchivedContribution): Promise<void>
  end(): Promise<void>
  readonly fresh: { readonly threads: number; readonly contributions: number }
}

interface Batch {
  readonly threads: Map<string, Opening & { contributions: ArchivedContribution[] }>
  count: number
}

/**
 * @param written told after each batch how many contributions it held
 * @param stop between two batches the work ends when this is aborted
 * @param writers how many batches are on their way at once: while one is rendered here, another is written there.
 *   Answers need one writer, for those to the same voice stand in the order in which they are written.
 */
export const batchesInto = (
  db: Database,
  written: (count: number) => void,
  stop: AbortSignal,
  writers: number,
): Batches => {
  const fresh = { threads: 0, contributions: 0 }
  const writing: Promise<void>[] = []
  let batch: Batch = { threads: new Map(), count: 0 }
  let sent = 0

  const write = async ({ threads, count }: Batch, learn: boolean) => {
    const added = await db.asSystem('import', async (tx) => {
      const imported = await importThreads(tx, ...archivesOf([...threads.values()]))
      if (learn) await learnWords(tx)
      return imported
    })
    fresh.threads += added.threads
    fresh.contributions += added.contributions
    written(count)
  }
  const send = async () => {
    if (writing.length >= writers) await writing.shift()
    stop.throwIfAborted()
    sent += 1
    // Words that are known need not be noted again.
    const writes = write(batch, sent % LEARN_EVERY === 0)
    // A failure is told by the await above or in `end`, and must not end the process before.
    writes.catch(() => undefined)
    writing.push(writes)
    batch = { threads: new Map(), count: 0 }
  }
  return {
    fresh,
    add: async (thread, said) => {
      const name = `${thread.community} ${thread.key}`
      const kept = batch.threads.get(name) ?? { ...thread, contributions: [] }
      batch.threads.set(name, kept)
      if (said) kept.contributions.push(said)
      batch.count += said ? 1 : 0
      if (batch.count >= AT_ONCE || batch.threads.size >= AT_ONCE) await send()
    },
    end: async () => {
      await send()
      await Promise.all(writing)
    },
  }
}

// In one order everywhere: two writers who meet in the same threads then wait for each other, and never both.
const archivesOf = (threads: readonly (Opening & { contributions: ArchivedContribution[] })[]): Archived[] => {
  const inOrder = threads.toSorted((one, other) =>
    one.community === other.community ? (one.key < other.key ? -1 : 1) : one.community - other.community,
  )
  const byCommunity = Map.groupBy(inOrder, ({ community }) => community)
  return [...byCommunity].map(([community, its]) => ({ community, threads: its }))
}

/** Brings contributions in by batches, each in one transaction; the next is made ready while one is written. */

import type { ArchivedContribution, ArchivedThread } from '../../modules/dialogue/contract.ts'
import { importThreads } from '../../modules/dialogue/public.ts'
import type { Database } from '../../platform/db/database.ts'

const AT_ONCE = 400

/** A thread without what is said in it. */
export type Opening = Omit<ArchivedThread, 'contributions'>

/** Takes threads and contributions; `end` waits until the last is written. */
export interface Batches {
  add(thread: Opening, said?: ArchivedContribution): Promise<void>
  end(): Promise<void>
  readonly fresh: { readonly threads: number; readonly contributions: number }
}

/**
 * @param written told after each batch how many contributions it held
 * @param stop between two batches the work ends when this is aborted
 */
export const batchesInto = (
  db: Database,
  community: number,
  written: (count: number) => void,
  stop: AbortSignal,
): Batches => {
  const fresh = { threads: 0, contributions: 0 }
  let threads = new Map<string, Opening & { contributions: ArchivedContribution[] }>()
  let count = 0
  let writing = Promise.resolve()

  const write = async (batch: readonly ArchivedThread[], held: number) => {
    const added = await db.asSystem('import', (tx) => importThreads(tx, { community, threads: batch }))
    fresh.threads += added.threads
    fresh.contributions += added.contributions
    written(held)
  }
  const send = async () => {
    await writing
    stop.throwIfAborted()
    writing = write([...threads.values()], count)
    // A failure is told by the next `await writing`, and must not end the process before.
    writing.catch(() => undefined)
    threads = new Map()
    count = 0
  }
  return {
    fresh,
    add: async (thread, said) => {
      const kept = threads.get(thread.key) ?? { ...thread, contributions: [] }
      threads.set(thread.key, kept)
      if (said) kept.contributions.push(said)
      count += said ? 1 : 0
      if (count >= AT_ONCE || threads.size >= AT_ONCE) await send()
    },
    end: async () => {
      await send()
      await writing
    },
  }
}

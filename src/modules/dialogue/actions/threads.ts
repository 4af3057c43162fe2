/** What other modules do with threads, inside their own transaction: open one for a thing, move its audience. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { Subject } from '../../../platform/http/address-book.ts'
import { indexText } from '../../../platform/search/store.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ThreadId } from '../contract.ts'
import * as store from '../store/threads.ts'

/**
 * Opens the thread of a subject, or an open thread when `subject` is null; that needs a title.
 * `audience` is the widest circle in which anything here will ever be heard. The asking person is its author.
 */
export const openThread = async (
  tx: Tx,
  scope: MemberScope,
  thread: { community: number; subject: Subject | null; audience: string; language: string; title?: string },
): Promise<ThreadId> => {
  const title = thread.title ?? null
  const row = await tx.one(store.insertThread({ ...thread, title, author: scope.personId, at: tx.now }))
  if (!row) throw new Error('A thread could not be opened')
  if (thread.subject === null && title !== null)
    await indexText(tx, { kind: 'thread', id: row.id, language: thread.language, title, body: '' })
  await record(tx, {
    kind: 'thread.opened',
    actor: scope.personId,
    subject: { kind: 'thread', id: row.id },
    community: thread.community,
  })
  return row.id
}

/**
 * Gives a subject's thread another audience. What was said wider becomes as narrow; what was said narrower stays so,
 * even when the thread becomes wider. May: the thread's author and facilitators; for others nothing happens.
 */
export const moveThread = async (tx: Tx, subject: Subject, audience: string): Promise<void> => {
  const thread = await tx.one(store.setThreadAudience(subject, audience))
  if (thread) await tx.rows(store.narrowToThread(thread.id))
}

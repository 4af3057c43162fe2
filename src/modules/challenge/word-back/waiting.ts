/** Begins the waiting when something ends: in the transaction that ends it. */
import type { Tx } from '../../../platform/db/database.ts'
import { membersOf } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Challenge } from '../contract.ts'
import { type Ends, insertEnding, insertWaiting, wordsOn } from './store/ending.ts'
import { whoWaits } from './word-back.ts'

/** What ended, and who looks after the word; `began` is a try-out's first day. */
export type Over = Ends & { readonly owner: number | null; readonly began?: string | null }

/** Keeps who waits for a word back on it; answers whether anybody does. */
export const beginWaiting = async (tx: Tx, scope: MemberScope, asked: Challenge, over: Over): Promise<boolean> => {
  const tryout = 'tryout' in over ? { tryout: { id: over.tryout, began: over.began ?? '' } } : {}
  const members = await tx.rows(membersOf(scope, asked.community_id))
  const words = await tx.rows(wordsOn(asked.id, tryout.tryout?.id ?? null))
  const ended = { audience: asked.audience, asker_id: asked.author_id, owner_id: over.owner, ...tryout }
  const waiting = whoWaits(words, ended, members)
  if (waiting.length === 0) return false
  const made = await tx.one(insertEnding(scope, asked, over, over.owner, tx.now))
  if (!made) throw new Error('An ending could not be kept')
  await tx.rows(insertWaiting(scope, asked, made.id, over.owner, waiting))
  return true
}

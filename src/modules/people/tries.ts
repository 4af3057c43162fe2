/** Counts tries at a way in, so that nobody guesses on and on. */
import type { Tx } from '../../platform/db/database.ts'
import { tokenHash } from './secret.ts'
import { takeTry } from './store.ts'

/** One more try under a key: whether it is still among the `allowed` ones of so many seconds. As the owner only. */
export const within = async (tx: Tx, key: string, allowed: number, seconds: number): Promise<boolean> =>
  (await tx.one(takeTry(tokenHash(key).toString('base64url'), allowed, seconds, tx.now)))?.within ?? false

/** Opens sessions: one function for every way in. */
import type { Tx } from '../../platform/db/database.ts'
import type { PersonId } from './contract.ts'
import { newToken, tokenHash } from './secret.ts'
import { insertSession } from './store.ts'

/** How a person came in. */
export type WayIn = 'password' | 'letter' | 'joined' | 'card' | 'first-run' | 'passkey' | 'school' | 'demonstration'

const DAYS = 60

/** Opens a session and answers its token, which is kept nowhere but in the person's browser. */
export const openSession = async (tx: Tx, personId: PersonId, way: WayIn): Promise<string> => {
  const token = newToken()
  const expires = new Date(tx.now.getTime() + DAYS * 24 * 3600 * 1000)
  await tx.rows(insertSession({ hash: tokenHash(token), personId, way, now: tx.now, expires }))
  return token
}

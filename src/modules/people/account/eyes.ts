/** With whose eyes a command sees: the scope of a person by e-mail address, as a session of theirs would give it. */
import type { Database } from '../../../platform/db/database.ts'
import type { MemberScope } from '../contract.ts'
import { scopeOf } from '../scope.ts'
import { holderByEmail } from './store.ts'

/** The scope and the language of whoever has this address, or nothing. For the command line only. */
export const eyesOf = async (
  db: Database,
  email: string,
): Promise<{ readonly scope: MemberScope; readonly language: string } | undefined> => {
  const holder = await db.asSystem('command-line', (tx) => tx.one(holderByEmail(email)))
  return holder && { scope: scopeOf(holder), language: holder.language }
}

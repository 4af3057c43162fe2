/** Somebody to whom letters are written: their scope, their language, and where letters reach them. */
import type { Tx } from '../../../platform/db/database.ts'
import { isLanguage, type Language } from '../../../platform/words/words.ts'
import type { MemberScope, PersonId } from '../contract.ts'
import { scopeOf } from '../scope.ts'
import { recipientById } from './store.ts'

/** Somebody who is told. */
export interface Recipient {
  readonly scope: MemberScope
  readonly lang: Language
  /** Nothing for people without e-mail. */
  readonly email: string | null
  /** Whether a letter has reached the address; until then anybody may have typed it. */
  readonly proved: boolean
}

/** Mints the scope of somebody who is not asking anything now; for letters, and as the owner only. */
export const recipientOf = async (tx: Tx, personId: PersonId): Promise<Recipient | undefined> => {
  const found = await tx.one(recipientById(personId))
  if (!found) return undefined
  const { email, proved, ...holder } = found
  return { scope: scopeOf(holder), lang: isLanguage(holder.language) ? holder.language : 'en', email, proved }
}

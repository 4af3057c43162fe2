/** Erases somebody: every module's part in one transaction, from the top floor down, and a line on the list. */
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/facts/record.ts'
import type { LeavingChoice, OwnDataPart } from '../../platform/own-data/part.ts'
import type { Language } from '../../platform/words/words.ts'
import { formerPerson, holdPerson } from '../people/public.ts'
import { noteErasure } from './store/own-data.ts'
import { words } from './words.ts'

/** Who is erased, how, and in which language the site names people without a name. */
export interface Erasing {
  readonly person: number
  readonly choice: LeavingChoice
  readonly lang: Language
  /** From a list: nobody else who has the same number now. */
  readonly came?: Date
}

/**
 * Does it, or answers false when there is nobody (any more). Two at once: the second waits for the first and finds
 * nobody. Cut off half-way nothing has happened, since all of it is one transaction. As the owner.
 */
export const erasePerson = async (tx: Tx, parts: readonly OwnDataPart[], erasing: Erasing): Promise<boolean> => {
  const { person, choice, lang, came } = erasing
  const held = await tx.one(holdPerson(person))
  if (!held || (came && came.getTime() !== held.created_at.getTime())) return false
  const t = words(lang)
  const formerName = t('former')
  const former = await tx.one(formerPerson('ciranda:former', formerName, lang, tx.now))
  const formerWriter = await tx.one(formerPerson('ciranda:former-writer', formerName, lang, tx.now))
  if (!former || !formerWriter) throw new Error('Nobody stands for those who left')
  const leaving = {
    person,
    choice,
    former: former.id,
    formerWriter: formerWriter.id,
    formerName,
    withdrawn: t('withdrawn'),
  }
  for (const part of parts) await part.erase(tx, leaving)
  await tx.rows(noteErasure({ person, came: held.created_at, choice, at: tx.now }))
  await record(tx, { kind: 'person.erased', actor: null, subject: { kind: 'person', id: person }, community: null })
  return true
}

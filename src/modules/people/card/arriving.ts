/** Arriving without an address: a nickname, a picture, a session; and the secret of a card. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { PersonId } from '../contract.ts'
import { tokenHash } from '../secret.ts'
import { openSession } from '../session.ts'
import { arrivedByForm, claimForm, noteArrival } from '../store.ts'
import { CARD_SIGNS, newSigns } from './letters.ts'
import { openSharedSession } from './shared.ts'
import { insertNickname } from './store.ts'

const sessionFor = (tx: Tx, personId: PersonId, shared: boolean): Promise<string> =>
  shared ? openSharedSession(tx, personId) : openSession(tx, personId, 'joined')

/** Who came by a form that was sent before, with a new session: the first answer may be lost. As the owner only. */
export const cameBefore = async (
  tx: Tx,
  once: string | undefined,
  shared: boolean,
): Promise<{ personId: PersonId; token: string } | undefined> => {
  const arrived = once ? await tx.one(arrivedByForm(once)) : undefined
  return arrived && { personId: arrived.person_id, token: await sessionFor(tx, arrived.person_id, shared) }
}

/** Somebody new without an address: a nickname and a picture. Whoever calls has judged the code. As the owner only. */
export const comeByCode = async (
  tx: Tx,
  input: { name: string; avatar: string; language: Language; shared: boolean },
  once?: string,
): Promise<{ personId: PersonId; token: string }> => {
  const person = await tx.one(insertNickname(input.name, input.language, input.avatar, tx.now))
  if (!person) throw new Error('A person could not be made')
  if (once) {
    await tx.rows(claimForm(once, tx.now))
    await tx.rows(noteArrival(once, person.id))
  }
  await record(tx, {
    kind: 'person.arrived',
    actor: person.id,
    subject: { kind: 'person', id: person.id },
    community: null,
  })
  return { personId: person.id, token: await sessionFor(tx, person.id, input.shared) }
}

/** The secret of a new card, as it stands on paper, and what is kept of it. */
export const newCardSecret = (house: Pick<House, 'secret'>): { signs: string; hash: Buffer } => {
  const signs = newSigns(house, CARD_SIGNS)
  return { signs, hash: tokenHash(signs) }
}

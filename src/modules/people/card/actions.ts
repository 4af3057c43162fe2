/** Coming in by a card, and adding an address later. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { enqueue } from '../../../platform/jobs/enqueue.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { insertOnlyAccount } from '../account/store.ts'
import type { MemberScope, PersonId } from '../contract.ts'
import { tokenHash } from '../secret.ts'
import { endSession } from '../store.ts'
import { within } from '../tries.ts'
import { isShared, openSharedSession } from './shared.ts'
import * as store from './store.ts'
import { lookUp } from './wrong-tries.ts'

const personFact = (tx: Tx, kind: `${string}.${string}`, id: PersonId) =>
  record(tx, { kind, actor: id, subject: { kind: 'person', id }, community: null })

/** Comes in by a card. `before` is the session that the device carried, which ends if it was somebody's card. */
export const enterByCard = async (
  house: House,
  input: { signs: string; from: string; before: string | undefined },
): Promise<Outcome<{ token: string; returnTo: string }>> => {
  const card = await lookUp(house, 'cards', input.from, (tx) => tx.one(store.cardBySecret(tokenHash(input.signs))))
  if (card === 'tooMany') return refuse('tooMany')
  if (!card) return refuse('unknown')
  return house.db.asSystem('sign-in', async (tx) => {
    if (!(await within(tx, `card ${card.id}`, 60, 900))) return refuse('tooMany')
    // It may have ended between the two looks.
    if (!(await tx.one(store.cardBySecret(tokenHash(input.signs))))) return refuse('unknown')
    if (input.before && isShared(input.before)) await tx.rows(endSession(tokenHash(input.before)))
    await personFact(tx, 'session.opened', card.person_id)
    return done({ token: await openSharedSession(tx, card.person_id), returnTo: card.return_to })
  })
}

/** Ends one's own card. */
export const endCard = (house: House, scope: MemberScope): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.endMyCard(tx.now))
    return done(null)
  })

const FRESH_MS = 5 * 60_000

/**
 * Asks for a letter to an address that one adds. On a shared device only just after coming in, so that nobody gives an
 * address of theirs to whoever sat there before. Whether somebody has the address is told to its owner alone.
 */
export const addAddress = (
  house: House,
  scope: MemberScope,
  input: { email: string; session: string | undefined; from: string },
): Promise<Outcome<null>> =>
  house.db.asSystem('sign-in', async (tx) => {
    const { personId } = scope
    if (personId === null) return refuse('fresh')
    const session = await tx.one(store.sessionOpened(tokenHash(input.session ?? ''), tx.now))
    const fresh = session && tx.now.getTime() - session.opened_at.getTime() <= FRESH_MS
    if (session?.person_id !== personId || (isShared(input.session) && !fresh)) return refuse('fresh')
    if (!(await within(tx, `address ${personId}`, 5, 3600))) return refuse('tooMany')
    if (!(await within(tx, `addresses ${input.from}`, 200, 3600))) return refuse('tooMany')
    await enqueue(tx, 'people:send-address-letter', { personId, email: input.email })
    return done(null)
  })

/** Proves the added address; only for whoever asked for the letter, so that a mistyped address gives nobody an account. */
export const proveAddress = (house: House, scope: MemberScope, token: string): Promise<Outcome<null>> =>
  house.db.asSystem('sign-in', async (tx) => {
    const { personId } = scope
    if (personId === null) return refuse('gone')
    const letter = await tx.one(store.useAddressLetter(tokenHash(token), personId, tx.now))
    if (!letter) return refuse('gone')
    // Somebody has the address, or this person has one already, perhaps since a moment ago.
    const added = await tx.rows(insertOnlyAccount(personId, letter.email, null, tx.now))
    if (added.length === 0) return refuse('taken')
    await personFact(tx, 'address.added', personId)
    return done(null)
  })

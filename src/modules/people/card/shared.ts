/** Sessions on a device that many use: they end when their person has been silent for 20 minutes. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { Remembered } from '../../../platform/remembered.ts'
import type { PersonId } from '../contract.ts'
import { newToken, tokenHash } from '../secret.ts'
import { insertSession } from '../store.ts'
import { prolong } from './store.ts'

/** So long may a person be silent. */
export const SILENCE_MS = 20 * 60_000
const PREFIX = 'card.'

/** Whether a session's token belongs to a shared device. The mark is part of what is hashed: nobody takes it off. */
export const isShared = (token: string | undefined): boolean => token?.startsWith(PREFIX) === true

/** Opens such a session and answers its token. */
export const openSharedSession = async (tx: Tx, personId: PersonId): Promise<string> => {
  const token = PREFIX + newToken()
  const expires = new Date(tx.now.getTime() + SILENCE_MS)
  await tx.rows(insertSession({ hash: tokenHash(token), personId, way: 'card', now: tx.now, expires }))
  return token
}

const heardAt = new Remembered<Date>(5000)
const OFTEN_MS = 60_000

/** Notes that the person of a shared session is still there; written once a minute at most. */
export const stay = async (house: House, token: string): Promise<void> => {
  const hash = tokenHash(token)
  const key = hash.toString('base64')
  const now = house.clock.now()
  const before = heardAt.of(house, key)
  if (before && now.getTime() - before.getTime() < OFTEN_MS) return
  heardAt.keep(house, key, now)
  await house.db.asSystem('sign-in', (tx) => tx.rows(prolong(hash, now, new Date(now.getTime() + SILENCE_MS))))
}

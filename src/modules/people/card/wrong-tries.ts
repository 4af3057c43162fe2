/** Looks up a secret that somebody brought; only wrong ones count, so that a class behind one address is never shut out. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { tokenHash } from '../secret.ts'
import { within } from '../tries.ts'
import { triesSince } from './store.ts'

/** So many wrong ones from one address in a quarter of an hour; the codes are far too many for that. */
const WRONG = 300
const SECONDS = 900

/** What was found, or nothing, or `tooMany` wrong ones came from there. */
export const lookUp = <T>(
  house: Pick<House, 'db'>,
  kind: 'cards' | 'codes',
  from: string,
  find: (tx: Tx) => Promise<T | undefined>,
): Promise<T | 'tooMany' | undefined> =>
  house.db.asSystem('sign-in', async (tx) => {
    const key = `wrong ${kind} ${from}`
    const since = new Date(tx.now.getTime() - SECONDS * 1000)
    const tried = await tx.one(triesSince(tokenHash(key).toString('base64url'), since))
    if ((tried?.count ?? 0) >= WRONG) return 'tooMany'
    const found = await find(tx)
    if (found === undefined) await within(tx, key, WRONG, SECONDS)
    return found
  })

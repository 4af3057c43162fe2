/** Keeping words that somebody has begun, and throwing them away. No fact tells of it: nobody but they should know. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, PersonId } from '../contract.ts'
import { tokenHash } from '../secret.ts'
import { type Begun, lettersIn, MOST_BEGUN, MOST_LETTERS } from './begun.ts'
import * as store from './store.ts'

const full = async (tx: Tx, personId: PersonId): Promise<boolean> =>
  ((await tx.one(store.countBegun(personId)))?.many ?? 0) >= MOST_BEGUN

/**
 * Keeps what the asking person has begun. `was` is the version that their page knows, 0 for something new.
 * Refuses `tooLong`, `tooMany`, and `elsewhere` when another page has kept, sent or thrown it away since.
 */
export const keepBegun = (
  house: House,
  scope: MemberScope,
  { was, ...begun }: Begun & { readonly was: number },
): Promise<Outcome<{ version: number }>> =>
  house.db.write(scope, async (tx) => {
    if (scope.personId === null) return refuse('elsewhere')
    if (lettersIn(begun.fields) > MOST_LETTERS) return refuse('tooLong')
    if (was === 0 && (await full(tx, scope.personId))) return refuse('tooMany')
    const kept = await tx.one(
      was === 0
        ? store.insertBegun(scope.personId, begun, tx.now)
        : store.updateBegun(scope.personId, begun, was, tx.now),
    )
    return kept ? done({ version: kept.version }) : refuse('elsewhere')
  })

/** Throws away what the asking person has begun; nothing happens when it is gone already. */
export const throwAway = (house: House, scope: MemberScope, id: string): Promise<unknown> =>
  house.db.write(scope, (tx) => tx.rows(store.deleteBegun(scope, id)))

/**
 * Keeps a form that came when its session was over, for the person whose session it was. Answers whether it is kept: not
 * when nobody knows the session any more, or when its person has begun too much.
 */
export const keepUnsent = (house: House, session: string, begun: Begun): Promise<boolean> =>
  house.db.asSystem('sign-in', async (tx) => {
    const whose = await tx.one(store.whoseSession(tokenHash(session)))
    if (!whose || lettersIn(begun.fields) > MOST_LETTERS) return false
    if (await tx.one(store.replaceBegun(whose.person_id, begun, tx.now))) return true
    if (await full(tx, whose.person_id)) return false
    return (await tx.one(store.insertBegun(whose.person_id, begun, tx.now))) !== undefined
  })

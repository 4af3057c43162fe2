/** The reads of a question's page, in the same flights as the page makes them. */

import { challengeById, wordingsOf } from '../src/modules/challenge/store/challenge.ts'
import { involvedIn } from '../src/modules/challenge/store/involved.ts'
import { differencesOf, outcomesOf, unknownsOf } from '../src/modules/challenge/store/unknown.ts'
import { changesOf, sightingsOf, tryoutsOf } from '../src/modules/challenge/tryout/store.ts'
import { membersOf } from '../src/modules/community/public.ts'
import { placeBySlug } from '../src/modules/community/store.ts'
import { contributionsOf, participantsOf, readersOfMine, threadOf } from '../src/modules/dialogue/public.ts'
import { storiesFrom } from '../src/modules/library/public.ts'
import { scopeOf } from '../src/modules/people/scope.ts'
import { tokenHash } from '../src/modules/people/secret.ts'
import { holderOf } from '../src/modules/people/store.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openDatabase } from '../src/platform/db/database.ts'

/** Opens the database of the site; each call reads all that one page reads. */
export const wholeReads = async (url: string, token: string, slug: string, id: number) => {
  const db = openDatabase(url, systemClock)
  const subject = { kind: 'challenge', id }
  return async (): Promise<unknown> => {
    const [[holder]] = await db.read({ personId: null }, holderOf(tokenHash(token), systemClock.now()))
    if (!holder) throw new Error('The session is gone')
    const scope = scopeOf(holder)
    const [[place]] = await db.read(scope, placeBySlug(scope, slug))
    if (!place) throw new Error('The community is gone')
    return db.read(
      scope,
      challengeById(scope, id),
      unknownsOf(scope, id),
      differencesOf(scope, id),
      outcomesOf(scope, id),
      tryoutsOf(scope, id),
      changesOf(scope, id),
      sightingsOf(scope, id),
      wordingsOf(scope, id),
      membersOf(scope, place.id),
      involvedIn(scope, place.id),
      threadOf(scope, subject),
      contributionsOf(scope, subject, 1),
      participantsOf(scope, subject),
      readersOfMine(scope, subject),
      storiesFrom(scope, subject),
    )
  }
}

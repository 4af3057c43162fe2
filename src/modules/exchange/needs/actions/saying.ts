/** Saying what one needs or can offer; later that it is met, that it still stands, or taking it back. */
import type { Tx } from '../../../../platform/db/database.ts'
import { forgetFacts, record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { indexText } from '../../../../platform/search/store.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { audienceOf, membersOf } from '../../../community/public.ts'
import type { MemberScope, PersonId, Place } from '../../../people/contract.ts'
import { mayTakePart } from '../../../safeguarding/public.ts'
import { isMine, maySay } from '../access.ts'
import { type Need, type NeedId, type NeedKind, type needCircles, needSubject } from '../contract.ts'
import { canBeMet, canStand, goesWithoutTrace, thankable } from '../need.ts'
import { eraseAnswers } from '../store/answer.ts'
import * as store from '../store/need.ts'

/** What somebody says. */
export interface Saying {
  readonly kind: NeedKind
  readonly text: string
  readonly audience: (typeof needCircles)[number]
  readonly language: Language
}

type At = Pick<Place, 'id'>

const subject = (id: NeedId) => ({ kind: needSubject, id })
const tell = (
  tx: Tx,
  scope: MemberScope,
  place: At,
  id: NeedId,
  what: 'said' | 'waits' | 'met' | 'stands' | 'withdrawn',
) => record(tx, { kind: `need.${what}`, actor: scope.personId, subject: subject(id), community: place.id })

/** Says it; the same form sent twice says it once. */
export const sayNeed = (
  house: House,
  scope: MemberScope,
  place: At,
  saying: Saying,
  once?: string,
): Promise<Outcome<{ id: NeedId }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!maySay(scope, place.id)) return refuse('gone')
      const heard = await mayTakePart(tx, scope.personId, place.id)
      if (!heard.ok) return heard
      const { kind, text: words, language } = saying
      const audience = audienceOf(saying.audience, scope, place.id)
      const row = { community: place.id, audience, kind, words, language, at: tx.now }
      const made = await tx.one(store.insertNeed(scope, row))
      if (!made) throw new Error('A need could not be kept')
      // What is offered finds what is needed by its words; the database forgets them with the row's.
      await indexText(tx, { kind: needSubject, id: made.id, language, body: words })
      await tell(tx, scope, place, made.id, made.waits ? 'waits' : 'said')
      return done({ id: made.id })
    },
    { once },
  )

/** One's own need, as it stands now. */
const own = async (tx: Tx, scope: MemberScope, place: At, id: NeedId): Promise<Outcome<Need>> => {
  const need = await tx.one(store.needById(scope, place.id, id))
  if (!need || need.state === 'withdrawn') return refuse('gone')
  return isMine(scope, need) ? done(need) : refuse('notYours')
}

/** “This is met – thank you”: with whom, if that is to be said, and a line of thanks. Twice is once. */
export const meet = (
  house: House,
  scope: MemberScope,
  place: At,
  id: NeedId,
  met: { readonly with: PersonId | null; readonly thanks: string; readonly language: Language },
  once?: string,
): Promise<Outcome<{ id: NeedId }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const found = await own(tx, scope, place, id)
      if (!found.ok) return found
      if (!canBeMet(found.value.state)) return done({ id })
      if (met.with !== null) {
        const { answered, others } = thankable(found.value, await tx.rows(membersOf(scope, place.id)))
        if (![...answered, ...others].some((one) => one.person_id === met.with)) return refuse('met.who', 'with')
      }
      const kept = await tx.one(store.meetNeed(scope, id, { ...met, at: tx.now }))
      if (kept) await tell(tx, scope, place, id, kept.waits ? 'waits' : 'met')
      return done({ id })
    },
    { once },
  )

/** It still stands: asked whether it does, woken from its rest, or “met” was pressed too soon. */
export const stand = (house: House, scope: MemberScope, place: At, id: NeedId): Promise<Outcome<{ id: NeedId }>> =>
  house.db.write(scope, async (tx) => {
    const found = await own(tx, scope, place, id)
    if (!found.ok) return found
    const need = found.value
    if (!canStand(need, tx.now)) return need.state === 'open' ? done({ id }) : refuse('stand.late')
    if (await tx.one(store.standAgain(scope, id, tx.now))) await tell(tx, scope, place, id, 'stands')
    return done({ id })
  })

/** Takes it back without a reason: in its first minutes without a trace, later its words are erased with its answers'. */
export const takeBackNeed = (
  house: House,
  scope: MemberScope,
  place: At,
  id: NeedId,
): Promise<Outcome<{ gone: boolean }>> =>
  house.db.write(scope, async (tx) => {
    const found = await own(tx, scope, place, id)
    // Twice is once: whoever presses again wanted it gone, and it is.
    if (!found.ok) return found.reason === 'gone' ? done({ gone: true }) : found
    const { said_at, answered } = found.value
    if (goesWithoutTrace(said_at, answered.length > 0, tx.now)) {
      await tx.rows(store.deleteNeed(scope, id))
      await forgetFacts(tx, subject(id))
      return done({ gone: true })
    }
    if (!(await tx.one(store.withdrawNeed(scope, id)))) return done({ gone: false })
    await tx.rows(eraseAnswers(scope, id))
    await tell(tx, scope, place, id, 'withdrawn')
    return done({ gone: false })
  })

/** Asking for help, reading it, one line of answer, taking it back. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import { askedOf, offered } from '../adults.ts'
import { helpSubject } from '../contract.ts'
import { carersOf } from '../store/adults.ts'
import * as store from '../store/help.ts'

type At = Pick<Place, 'id'>

/** Whom somebody picks, and what they say, if anything. */
export interface Asking {
  readonly adults: readonly PersonId[]
  readonly words: string
  readonly language: Language
}

// Neither who asks nor where stands in the fact: it is nobody's business but theirs. A closed community asks, too.
const fact = (id: number) => ({ actor: null, subject: { kind: helpSubject, id }, community: null })

/** Asks; the same form sent twice asks once. */
export const askForHelp = (
  house: House,
  scope: MemberScope,
  place: At,
  asking: Asking,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!belongsTo(scope, place.id)) return refuse('gone')
      const adults = askedOf(offered(await tx.rows(carersOf(scope, place.id)), scope.personId), asking.adults)
      if (adults.length === 0) return refuse('ask.choose', 'adults')
      const { words, language } = asking
      const made = await tx.one(store.insertHelp(scope, { community: place.id, words, language, at: tx.now }))
      if (!made) throw new Error('A request for help could not be kept')
      for (const adult of adults) await tx.rows(store.insertAsked(made.id, adult, asking.adults.includes(adult)))
      await record(tx, { kind: 'help.asked', ...fact(made.id) })
      return done({ id: made.id })
    },
    { once },
  )

/** An adult opens it: whoever asked sees that, and when. */
export const readHelp = (house: House, scope: MemberScope, id: number): Promise<Outcome<{ id: number }>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.noteRead(scope, id, tx.now))
    return done({ id })
  })

/** One line of an adult, which everybody who was asked sees as well. */
export const answerHelp = (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
  line: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(scope, async (tx) => {
    const help = await tx.one(store.helpById(scope, place.id, id))
    if (!help || help.taken_back_at !== null) return refuse('gone')
    if (!(await tx.one(store.setAnswer(scope, id, line, tx.now)))) return refuse('gone')
    await record(tx, { kind: 'help.answered', ...fact(id) })
    return done({ id })
  })

/** Takes it back: unread, it leaves no trace; read, its words are erased. Twice is once. */
export const takeHelpBack = (
  house: House,
  scope: MemberScope,
  place: At,
  id: number,
): Promise<Outcome<{ gone: boolean }>> =>
  house.db.write(scope, async (tx) => {
    const help = await tx.one(store.helpById(scope, place.id, id))
    if (!help) return done({ gone: true })
    if (help.author_id !== scope.personId) return refuse('gone')
    if (await tx.one(store.forgetUnread(scope, id))) return done({ gone: true })
    await tx.rows(store.eraseHelp(scope, id, tx.now))
    return done({ gone: false })
  })

/** Answering what somebody needs or offers: one press and, if wished, a short sentence; and taking that back. */
import { forgetFacts, record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { Language } from '../../../../platform/words/words.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { isMine, maySay } from '../access.ts'
import { answerSubject, type NeedId } from '../contract.ts'
import { goesWithoutTrace } from '../need.ts'
import * as store from '../store/answer.ts'
import { needById } from '../store/need.ts'

/** Says “I can help”, or “I would like that”. Of several people who say so at once, all do. */
export const answerNeed = (
  house: House,
  scope: MemberScope,
  place: Pick<Place, 'id'>,
  id: NeedId,
  said: { readonly words: string; readonly language: Language },
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const need = maySay(scope, place.id) ? await tx.one(needById(scope, place.id, id)) : undefined
      if (!need || need.state === 'withdrawn') return refuse('gone')
      if (isMine(scope, need)) return refuse('answer.own')
      if (need.waits) return refuse('answer.waits')
      if (need.state !== 'open') return refuse(need.state === 'met' ? 'answer.met' : 'answer.rests')
      if (need.answered.some((one) => one.person_id === scope.personId)) return refuse('answer.already')
      const kept = await tx.one(store.insertAnswer(scope, need, { ...said, at: tx.now }))
      // Met, taken back or answered in this very moment.
      if (!kept) return refuse('answer.late')
      const subject = { kind: answerSubject, id: kept.id }
      const kind = kept.waits ? 'need-answer.waits' : 'need-answer.said'
      await record(tx, { kind, actor: scope.personId, subject, community: place.id })
      return done({ id: kept.id })
    },
    { once },
  )

/** Takes one's own answer back at any time, without a reason. */
export const takeAnswerBack = (
  house: House,
  scope: MemberScope,
  place: Pick<Place, 'id'>,
  need: NeedId,
  id: number,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const mine = await tx.one(store.myAnswerTo(scope, need, id))
    if (!mine || !(await tx.one(store.deleteAnswer(scope, id)))) return done(null)
    const subject = { kind: answerSubject, id }
    if (goesWithoutTrace(mine.at, false, tx.now)) await forgetFacts(tx, subject)
    else await record(tx, { kind: 'need-answer.withdrawn', actor: scope.personId, subject, community: place.id })
    return done(null)
  })

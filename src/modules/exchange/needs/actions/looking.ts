/** One adult's look at a student's words: opening a need, its thanks, or an answer for everybody it is for. */
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { mayLook } from '../access.ts'
import { answerSubject, type NeedId, needSubject } from '../contract.ts'
import { answerById } from '../store/answer.ts'
import * as store from '../store/look.ts'
import { needById } from '../store/need.ts'

/** Opens a need. Where another adult was quicker, it is done all the same. */
export const openForAll = (
  house: House,
  scope: MemberScope,
  place: Pick<Place, 'id'>,
  id: NeedId,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const need = await tx.one(needById(scope, place.id, id))
    if (!need) return refuse('gone')
    if (!need.waits) return done(null)
    if (!mayLook(scope, need)) return refuse('look.notYours')
    if (!(await tx.one(store.openNeed(id)))?.id) return done(null)
    // With its thanks opened, whoever answered hears that it is met only now.
    const kind = need.state === 'met' ? 'need.met' : 'need.opened'
    await record(tx, { kind, actor: scope.personId, subject: { kind: needSubject, id }, community: place.id })
    return done(null)
  })

/** Opens an answer. */
export const openAnswerForAll = (
  house: House,
  scope: MemberScope,
  place: Pick<Place, 'id'>,
  need: NeedId,
  id: number,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const [on, answer] = [await tx.one(needById(scope, place.id, need)), await tx.one(answerById(scope, id))]
    if (!on || answer?.need_id !== need) return refuse('gone')
    if (!answer.waits) return done(null)
    if (!mayLook(scope, { ...answer, community_id: place.id })) return refuse('look.notYours')
    if (!(await tx.one(store.openAnswer(id)))?.id) return done(null)
    const subject = { kind: answerSubject, id }
    await record(tx, { kind: 'need-answer.opened', actor: scope.personId, subject, community: place.id })
    return done(null)
  })

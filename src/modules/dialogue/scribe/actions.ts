/** Writing down what somebody said aloud or on paper, and their yes to it. The words are theirs from the first moment. */

import type { Tx } from '../../../platform/db/database.ts'
import { Declined } from '../../../platform/db/declined.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Circle } from '../../community/contract.ts'
import { audienceOf, belongsTo } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import { isAsker } from '../asking/access.ts'
import { type Ask, type AskId, answerCircles, standing } from '../asking/ask.ts'
import { closeHeld, heldAsk } from '../asking/closing.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { type Saying, sayWithin } from '../saying.ts'
import { contributionById } from '../store/contributions.ts'
import { roomById } from '../store/threads.ts'
import { circlesToWriteIn, mayConfirm, mayHoldThePen } from './scribe.ts'
import * as store from './store.ts'

/** What somebody said, as it is written down for them. */
export interface Writing extends Pick<Saying, 'thread' | 'community' | 'text' | 'language'> {
  readonly circle: Circle
  readonly who: PersonId
  /** The open question of the writer's own that it answers. */
  readonly ask?: AskId | undefined
}

/** The question that somebody answered aloud: the writer's own to them, in this conversation, and still open. */
const ownQuestion = async (tx: Tx, scope: MemberScope, writing: Writing, id: AskId): Promise<Outcome<Ask>> => {
  const ask = await heldAsk(tx, scope, id)
  if (!ask || !isAsker(scope, ask) || ask.asked_id !== writing.who || ask.thread_id !== writing.thread)
    return refuse('write.noAsk', 'who')
  if (standing(ask, tx.now) !== 'open') return refuse('write.askClosed')
  return answerCircles(ask).includes(writing.circle) ? done(ask) : refuse('say.tooWide', 'audience')
}

/**
 * Writes down what somebody said: heard at once, under their name, with the writer's beside it. They are told.
 * Refuses with the keys of `write.…` and `say.…`.
 */
export const writeDown = (
  house: House,
  scope: MemberScope,
  writing: Writing,
  once?: string,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db
    .write(
      scope,
      async (tx) => {
        const room = await tx.one(roomById(scope, writing.thread))
        if (!room || room.community_id !== writing.community || !belongsTo(scope, room.community_id))
          return refuse('say.noThread')
        const seat = await tx.one(store.mySeat(scope, room.community_id))
        if (!seat || !mayHoldThePen(seat)) return refuse('write.pen')
        if (writing.who === scope.personId) return refuse('write.self', 'who')
        if (writing.circle === 'me') return refuse('write.alone', 'audience')
        if (!circlesToWriteIn(room.audience).includes(writing.circle)) return refuse('say.tooWide', 'audience')
        const heardIn = audienceOf(writing.circle, scope, room.community_id)
        if (!scope.reach.includes(heardIn)) return refuse('write.notYours', 'audience')
        if (!(await tx.one(store.namedIn(scope, room, heardIn, writing.who)))) return refuse('write.notHere', 'who')
        const asked = writing.ask === undefined ? undefined : await ownQuestion(tx, scope, writing, writing.ask)
        if (asked && !asked.ok) return asked
        const said = await sayWithin(tx, scope, {
          ...writing,
          saidBy: writing.who,
          replyTo: asked?.value.about_id ?? undefined,
          ask: asked && { id: asked.value.id, by: asked.value.author_id },
        })
        if (!said.ok) return said
        if (asked) {
          const closed = await closeHeld(tx, scope, asked.value, 'answered', {}, said.value.id)
          if (!closed.ok) return closed
        }
        await record(tx, {
          kind: 'contribution.written-down',
          actor: scope.personId,
          subject: contribution(said.value.id),
          community: room.community_id,
        })
        return said
      },
      { once },
    )
    // A student's no, and a community's farewell, are kept by the database: said as refusals, so that what was typed comes back.
    .catch((fault: unknown) => {
      if (fault instanceof Declined) return refuse(fault.reason === 'not-heard' ? 'write.notHeard' : 'write.farewell')
      throw fault
    })

/** “Yes, these are my words”, by whoever said them. Said again it changes nothing. */
export const confirm = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(contributionById(scope, id))
    if (!said) return refuse('change.gone')
    const may = mayConfirm(scope, said)
    if (!may.ok) return may
    if (said.confirmed) return done({ id })
    // Whoever wrote it may have taken it away in this very moment.
    if (!(await tx.one(store.confirmWords(scope, id, tx.now)))) return refuse('change.gone')
    await record(tx, {
      kind: 'contribution.confirmed',
      actor: scope.personId,
      subject: contribution(id),
      community: said.community_id,
    })
    return done({ id })
  })

/** Consent: those whom the story shows, the look for a recognisable child, and the circle. */
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { dayIn } from '../../../../platform/words/dates.ts'
import type { MemberScope, PersonId, Place } from '../../../people/contract.ts'
import { openNames } from '../../../safeguarding/public.ts'
import type { StoryId } from '../../contract.ts'
import { mayTend } from '../access.ts'
import { type Consent, mayAskCircle } from '../gate.ts'
import { hold, markIfOpen, storyFact } from '../holding.ts'
import { followAnswers } from '../linked.ts'
import * as those from '../store/depicted.ts'
import * as store from '../store.ts'
import { takeDown } from '../taking-down.ts'
import { gateViewOf, isOut, namesIn, studentsOf } from '../workshop.ts'

/** Somebody whom the story shows, called as the story calls them. */
export interface DepictedInput {
  readonly label: string
  readonly child: boolean
  readonly consent: Consent
  /** A student of the community: then their own answers and their guardians' count, and no consent is written down here. */
  readonly person?: PersonId | undefined
}

/** Adds somebody to the list of those depicted. A yes or a no is recorded with who heard it and when. */
export const addDepicted = async (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  zone: string,
  input: DepictedInput,
  once?: string,
): Promise<Outcome<{ id: number }>> => {
  const { person } = input
  const added = await house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      if (person !== undefined && !studentsOf(held).some((one) => one.id === person))
        return refuse('depicted.notHere', 'person')
      const asked = person === undefined && input.consent !== 'not-asked'
      const heard = { by: asked ? scope.personId : null, on: asked ? dayIn(tx.now, zone) : null }
      const added = await tx.one(
        those.insertDepicted(id, {
          ...input,
          ...heard,
          consent: person === undefined ? input.consent : 'not-asked',
          community: place.id,
          person: person ?? null,
        }),
      )
      if (!added) throw new Error('Somebody depicted could not be kept')
      if (asked && input.consent === 'no' && isOut(held.story)) await takeDown(tx, scope, held.story)
      return done({ id: added.id })
    },
    { once },
  )
  if (added.ok && person !== undefined)
    await house.db.asSystem('own-data', (tx) => followAnswers(tx, { person, community: place.id }))
  return added
}

/**
 * What somebody depicted says now, or that the story shows them no more. A no takes a published story down at once.
 * Who names the consent they have `seen` is refused when it is another by now.
 */
export const changeDepicted = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  zone: string,
  input: { depicted: number; consent: Consent | 'strike'; seen?: Consent },
  once?: string,
): Promise<Outcome<{ withdrawn: boolean }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      const { depicted, consent, seen } = input
      if (seen && held.depicted.find((one) => one.id === depicted)?.consent !== seen) return refuse('check.changed')
      if (consent === 'strike') {
        await tx.rows(those.deleteDepicted(id, depicted))
        return done({ withdrawn: false })
      }
      if (held.depicted.some((one) => one.id === depicted && one.person_id !== null)) return refuse('depicted.isLinked')
      const changed = await tx.one(those.setConsent(id, depicted, consent, scope.personId, dayIn(tx.now, zone)))
      if (!changed) return refuse('story.notYours')
      const withdrawn = consent === 'no' && isOut(held.story)
      if (withdrawn) await takeDown(tx, scope, held.story)
      return done({ withdrawn })
    },
    { once },
  )

/** An author or a facilitator looked at the words found, and says that no child is recognisable. */
export const checkStory = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  input: { revision: number; sure: boolean; kept: readonly string[] },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      if (held.story.revision !== input.revision) return refuse('check.changed')
      if (openNames(namesIn(held), input.kept).length > 0) return refuse('check.names', 'kept')
      if (!input.sure) return refuse('check.notSure', 'sure')
      if (scope.personId !== null) await tx.rows(store.setChecked(id, scope.personId, input.revision, input.kept))
      await storyFact(tx, 'story.checked', scope, held.story)
      return done(null)
    },
    { once },
  )

/** Asks the circle: seven days begin. Whoever asks has said yes, if the story needs that yes. */
export const askCircle = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      if (held.story.state === 'circle') return done(null)
      if (held.story.state !== 'consent') return refuse('circle.notReady')
      if (!mayAskCircle(gateViewOf(held, 'read-and-print'))) return refuse('circle.notReady')
      await tx.rows(store.beginCircle(id, tx.now))
      const core = gateViewOf(held, 'read-and-print').core
      if (scope.personId !== null && core.some((one) => one.id === scope.personId)) {
        const answer = { id, round: held.story.round + 1, personId: scope.personId, answer: 'yes' as const, reason: '' }
        await tx.rows(store.putAnswer({ ...answer, at: tx.now, community: place.id }))
      }
      await storyFact(tx, 'story.asked', scope, held.story)
      await markIfOpen(tx, scope, await hold(tx, scope, place, id))
      return done(null)
    },
    { once },
  )

/** What one of the circle says. `round` is the one that was shown, so that no yes falls on words nobody read. */
export interface AnswerInput {
  readonly round: number
  readonly answer: 'yes' | 'no'
  readonly reason: string
}

/** Says yes or no to a story. A no carries its reason and sends the story back to its authors. */
export const answerCircle = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  input: AnswerInput,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || scope.personId === null) return refuse('story.notYours')
      const core = gateViewOf(held, 'read-and-print').core
      if (!core.some((one) => one.id === scope.personId)) return refuse('circle.notCore')
      if (held.story.state !== 'circle' || held.story.round !== input.round) return refuse('circle.changed')
      if (input.answer === 'no' && input.reason.trim() === '') return refuse('circle.reason', 'reason')
      const answer = {
        id,
        round: held.story.round,
        personId: scope.personId,
        answer: input.answer,
        reason: input.reason,
      }
      await tx.rows(store.putAnswer({ ...answer, at: tx.now, community: place.id }))
      if (input.answer === 'no') {
        await tx.rows(store.backToDraft(id, tx.now))
        await storyFact(tx, 'story.declined', scope, held.story)
        return done(null)
      }
      await storyFact(tx, 'story.consented', scope, held.story)
      await markIfOpen(tx, scope, await hold(tx, scope, place, id))
      return done(null)
    },
    { once },
  )

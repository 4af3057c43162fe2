/** What a meeting decides: the next step and who takes it on, what came of an earlier one, what it moved. */
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { openMatters } from '../../../challenge/public.ts'
import { belongsTo, membersOf, orWait } from '../../../community/public.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { type MeetingId, meetingKind, nextStepKind, type StepOutcome } from '../../contract.ts'
import { inMeeting, isOpen, whyClosed } from '../held.ts'
import { sayNothingMoved } from '../store/run.ts'
import * as store from '../store/step.ts'

/** A next step as the form gives it. */
export interface StepWanted {
  readonly words: string
  readonly language: string
  readonly owner: number
  readonly due: string | null
}

/** Somebody of the community takes on a next step. */
export const takeOn = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  step: StepWanted,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  orWait(
    house,
    scope,
    {
      kind: 'meeting.step',
      given: [place, id, step, once],
      words: [step.words],
      language: step.language,
      on: { kind: meetingKind, id },
    },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (!isOpen(on)) return whyClosed(on)
        const people = await tx.rows(membersOf(scope, place.id))
        if (!people.some(({ person_id }) => person_id === step.owner)) return refuse('step.ownerGone', 'owner')
        if (step.due && step.due < on.day) return refuse('step.duePast', 'due')
        const made = await tx.one(store.insertStep(scope, on, { ...step, at: tx.now }))
        if (!made) throw new Error('A next step could not be kept')
        const subject = { kind: nextStepKind, id: made.id }
        await record(tx, { kind: 'step.taken-on', actor: scope.personId, subject, community: place.id })
        return done({ id: made.id })
      }),
  )

/** Tells what came of a step, in a meeting or between two. Every member may. */
export const tellOfStep = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: number,
  what: { outcome: StepOutcome; told: string },
  once?: string,
): Promise<Outcome<null>> =>
  orWait(house, scope, { kind: 'meeting.step-told', given: [place, id, what, once], words: [what.told] }, () =>
    house.db.write(
      scope,
      async (tx) => {
        const step = await tx.one(store.stepById(scope, place.id, id))
        if (!step || !belongsTo(scope, place.id)) return refuse('gone')
        await tx.rows(store.tellStep(scope, id, { ...what, at: tx.now }))
        const subject = { kind: nextStepKind, id }
        await record(tx, { kind: 'step.told', actor: scope.personId, subject, community: place.id })
        return done(null)
      },
      { once },
    ),
  )

/** Says which open matter a meeting moved, and how. */
export const noteMoved = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  what: { kind: 'challenge' | 'unknown'; subject: number; words: string; language: string },
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    {
      kind: 'meeting.moved',
      given: [place, id, what, once],
      words: [what.words],
      language: what.language,
      on: { kind: meetingKind, id },
    },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (!isOpen(on)) return whyClosed(on)
        const matter = (await tx.rows(openMatters(scope, place.id))).find(
          (one) => one.kind === what.kind && one.id === what.subject,
        )
        if (!matter) return refuse('moved.gone', 'matter')
        const { kind, words, language } = what
        await tx.rows(
          store.insertMoved(scope, on, { kind, id: matter.id, read: matter.words, words, language, at: tx.now }),
        )
        return done(null)
      }),
  )

/** Says in one line why nothing open was moved. */
export const noteNothingMoved = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  why: string,
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    { kind: 'meeting.nothing-moved', given: [place, id, why, once], words: [why], on: { kind: meetingKind, id } },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (!isOpen(on)) return whyClosed(on)
        await tx.rows(sayNothingMoved(id, why))
        return done(null)
      }),
  )

/** Planning, moving and cancelling a meeting, and saying whether one comes: allowed, sound, save, record, return. */
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { dayIn } from '../../platform/words/dates.ts'
import { openMatters } from '../challenge/public.ts'
import { orWait } from '../community/public.ts'
import type { MemberScope, PersonId, Place } from '../people/contract.ts'
import { mayAnswerFor, mayChange, mayPlan } from './access.ts'
import type { Answer } from './coming.ts'
import { type MeetingId, meetingKind } from './contract.ts'
import * as store from './store.ts'

const told = (tx: Tx, scope: MemberScope, community: number, id: MeetingId, kind: `${string}.${string}`) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: meetingKind, id }, community })

/** A plan that falls within a week must reach people before it: they are told at once, not with the rest of the week. */
const WEEK_MS = 7 * 24 * 3600 * 1000
const toldChange = async (
  tx: Tx,
  scope: MemberScope,
  on: store.PlannedMeeting,
  what: 'moved' | 'cancelled',
  day: string,
) => {
  await told(tx, scope, on.community_id, on.id, `meeting.${what}`)
  if (day <= dayIn(new Date(tx.now.getTime() + WEEK_MS), on.zone))
    await told(tx, scope, on.community_id, on.id, `meeting.${what}-soon`)
}

/** A sound plan, with the words of the question it is about; or why it is none. */
const soundPlan = async (
  tx: Tx,
  scope: MemberScope,
  place: Place,
  plan: store.Plan,
  zone: string,
  kept: number | null = null,
): Promise<Outcome<store.Plan>> => {
  if (plan.day < dayIn(tx.now, zone)) return refuse('plan.dayPast', 'on')
  // No group plans years ahead: a year typed wrong is seen here and not in everybody's calendar.
  if (plan.day > dayIn(new Date(tx.now.getTime() + 800 * 24 * 3600 * 1000), zone)) return refuse('plan.dayFar', 'on')
  if (plan.challengeId === null) return done(plan)
  const open = await tx.rows(openMatters(scope, place.id))
  const matter = open.find((one) => one.kind === 'challenge' && one.id === plan.challengeId)
  if (matter) return done({ ...plan, question: plan.question || matter.words.slice(0, 400) })
  return plan.challengeId === kept && plan.question ? done(plan) : refuse('plan.challengeGone', 'challenge')
}

/** Plans a meeting. `zone` is the site's: the meeting keeps it. */
export const plan = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: store.Plan & { readonly zone: string; readonly language: string },
  once?: string,
): Promise<Outcome<{ id: MeetingId }>> =>
  orWait(
    house,
    scope,
    {
      kind: 'meeting.plan',
      given: [place, input, once],
      words: [input.question, input.place],
      language: input.language,
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          if (!mayPlan(scope, place.id)) return refuse('gone')
          const sound = await soundPlan(tx, scope, place, input, input.zone)
          if (!sound.ok) return sound
          const { zone, language } = input
          const made = await tx.one(
            store.insertMeeting(scope, place.id, { ...sound.value, zone, language, now: tx.now }),
          )
          if (!made) throw new Error('A meeting could not be planned')
          await told(tx, scope, place.id, made.id, 'meeting.planned')
          return done({ id: made.id })
        },
        { once },
      ),
  )

/** Why a meeting's plan cannot be changed, if it cannot. The first one is planned with the community itself. */
const whyFixed = (scope: MemberScope, on: store.PlannedMeeting) => {
  if (!mayChange(scope, on)) return refuse('plan.notYours')
  if (on.state === 'cancelled') return refuse('plan.cancelled')
  if (on.state !== 'planned') return refuse('plan.begun')
  return on.kind === 'first' ? refuse('plan.first') : undefined
}

/** Moves a meeting, or says otherwise what it is about. `seen` is the sign of the plan that was on the page. */
export const changePlan = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  input: store.Plan & { readonly seen: string },
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    {
      kind: 'meeting.changed',
      given: [place, id, input, once],
      words: [input.question, input.place],
      on: { kind: meetingKind, id },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const on = await tx.one(store.lockMeeting(scope, place.id, id))
          if (!on) return refuse('gone')
          const fixed = whyFixed(scope, on)
          if (fixed) return fixed
          const sound = await soundPlan(tx, scope, place, input, on.zone, on.challenge_id)
          if (!sound.ok) return sound
          const { day, at, minutes, place: where } = sound.value
          const moved = day !== on.day || at !== on.at || minutes !== on.minutes || where !== on.place
          const row = { ...sound.value, moved, now: tx.now }
          if (!(await tx.one(store.changePlan(scope, id, input.seen, row)))) return refuse('plan.meanwhile')
          // Whoever kept the old day free needs to know as much as whoever must keep the new one.
          if (moved) await toldChange(tx, scope, on, 'moved', [day, on.day].sort()[0] as string)
          return done(null)
        },
        { once },
      ),
  )

/** Cancels a meeting; it stays to be read. Twice is once. */
export const cancel = (
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
    { kind: 'meeting.cancelled', given: [place, id, why, once], words: [why], on: { kind: meetingKind, id } },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const on = await tx.one(store.lockMeeting(scope, place.id, id))
          if (!on) return refuse('gone')
          if (on.state === 'cancelled' && mayChange(scope, on)) return done(null)
          const fixed = whyFixed(scope, on)
          if (fixed) return fixed
          await tx.rows(store.cancelMeeting(scope, id, why, tx.now))
          await toldChange(tx, scope, on, 'cancelled', on.day)
          return done(null)
        },
        { once },
      ),
  )

/** Says whether somebody comes: oneself, or for facilitators whoever told them. A later answer takes the place. */
export const answerComing = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  said: { readonly person: PersonId; readonly answer: Answer },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const on = await tx.one(store.lockMeeting(scope, place.id, id))
      if (!on) return refuse('gone')
      if (!mayAnswerFor(scope, place.id, said.person)) return refuse('coming.notYours')
      if (on.state === 'cancelled') return refuse('plan.cancelled')
      if (on.state !== 'planned') return refuse('coming.over')
      const kept = await tx.one(
        store.keepComing(scope, on, { personId: said.person, answer: said.answer, now: tx.now }),
      )
      return kept ? done(null) : refuse('coming.gone', 'person')
    },
    { once },
  )

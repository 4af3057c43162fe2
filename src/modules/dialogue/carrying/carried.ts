/** Please say it for me: words that one adult says in their own name for somebody; who may do what with them, and how they stand. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Circle } from '../../community/contract.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import { circlesWithin, narrowerOf } from '../circles.ts'
import type { ContributionId, ThreadId } from '../contract.ts'

/** A request's number. */
export type CarriedId = number

/** How it stands. What was said and then taken back within ten minutes is open again. */
export type CarriedState = 'open' | 'said' | 'declined' | 'taken-back'

/** The manner of a contribution that is said for somebody. No form offers it. */
export const CARRIED = 'carried'

/** The longest kind sentence of an adult who does not say it, in characters. */
export const LONGEST_NO = 600

/** So many adults see a request: with one alone it would be a private channel. */
export const LEAST_ADULTS = 2

/** An adult of a conversation. */
export interface Adult {
  readonly person_id: PersonId
  readonly name: string
}

/** A request as those whom it concerns read it: its author, and the adults. */
export interface Carried {
  readonly id: CarriedId
  readonly thread_id: ThreadId
  readonly community_id: number
  readonly slug: string
  readonly place: string
  readonly author_id: PersonId
  readonly author: string | null
  readonly carrier_id: PersonId | null
  readonly carrier: string | null
  readonly text: string
  readonly language: string
  readonly state: CarriedState
  readonly asked_at: Date
  readonly closed_at: Date | null
  readonly answer: string | null
  readonly contribution_id: ContributionId | null
  readonly reply_to: ContributionId | null
  /** The conversation it is for, and what it hangs on; nothing when it is out of reach. */
  readonly audience: string | null
  readonly answered_audience: string | null
  readonly members: number
  readonly facilitators: number
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly title: string | null
}

type Standing = Pick<Carried, 'author_id' | 'carrier_id' | 'state'>

/** Whose words they are. */
export const isAuthor = (scope: MemberScope, one: Pick<Carried, 'author_id'>): boolean =>
  scope.personId !== null && one.author_id === scope.personId

/** Who was asked to say them. */
export const isCarrier = (scope: MemberScope, one: Pick<Carried, 'carrier_id'>): boolean =>
  scope.personId !== null && one.carrier_id === scope.personId

/** Whether the asking person may say them, or not say them, now. */
export const mayCarry = (scope: MemberScope, one: Standing): Outcome<null> => {
  if (!isCarrier(scope, one)) return refuse('carry.notYours')
  return one.state === 'open' ? done(null) : refuse('carry.closed')
}

/** So long they wait for the adult who was asked; then another one may take them over. */
export const WAITS_FOR_MS = 2 * 24 * 3_600_000

/** Whether the asking adult, who sees the request, may take over what another one has not taken; at once when that one has left. */
export const mayTakeOver = (
  scope: MemberScope,
  one: Standing & Pick<Carried, 'asked_at'>,
  now: Date,
): Outcome<null> => {
  if (scope.personId === null || isAuthor(scope, one) || isCarrier(scope, one)) return refuse('carry.notYours')
  if (one.state !== 'open') return refuse('carry.closed')
  const waited = now.getTime() - one.asked_at.getTime() >= WAITS_FOR_MS
  return waited || one.carrier_id === null ? done(null) : refuse('carry.early')
}

/** Whether the asking person may take them back: at any time, also after they were said. */
export const mayTakeDown = (scope: MemberScope, one: Standing): Outcome<null> => {
  if (!isAuthor(scope, one)) return refuse('carry.notYours')
  return one.state === 'taken-back' ? refuse('carry.closed') : done(null)
}

/** Who hears it once it is said: as many as the conversation and what it answers allow; nothing when that is nobody else. */
export const carriedTo = (audience: string, answered: string | null): Circle | undefined => {
  const widest = circlesWithin(answered === null ? audience : narrowerOf(audience, answered))[0]
  return widest === 'me' ? undefined : widest
}

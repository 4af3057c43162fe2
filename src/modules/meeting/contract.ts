/** What others know of meetings: ids, states, the stations of a meeting in their order. */

/** A meeting's number. */
export type MeetingId = number

/** The states of a meeting. */
export const meetingStates = ['planned', 'running', 'closing', 'published', 'cancelled'] as const
/** A state of a meeting. */
export type MeetingState = (typeof meetingStates)[number]

/** The first meeting fills Who we are and How we treat each other. */
export const meetingKinds = ['first', 'usual'] as const
/** The kind of a meeting. */
export type MeetingKind = (typeof meetingKinds)[number]

/** The parts in which everybody present has one entry or one pass. */
export const parts = ['check-in', 'round', 'care', 'who', 'how', 'check-out'] as const
/** A part of a meeting that is a round. */
export type Part = (typeof parts)[number]

/** The stations of a usual meeting and of the first one, in their order. */
export const stations = {
  usual: ['check-in', 'last', 'round', 'next', 'check-out', 'minutes'],
  first: ['check-in', 'care', 'who', 'how', 'next', 'check-out', 'minutes'],
} as const
/** A station of a meeting. */
export type Station = (typeof stations)[MeetingKind][number]

/** A meeting as lists, other pages and calendars need it. `day` is a calendar day there; `at` a time there, or still open. */
export interface Meeting {
  readonly id: MeetingId
  readonly community_id: number
  readonly slug: string
  readonly community: string
  readonly kind: MeetingKind
  readonly day: string
  readonly at: string | null
  readonly zone: string
  /** How long it takes. */
  readonly minutes: number
  readonly place: string
  readonly question: string
  readonly challenge_id: number | null
  readonly language: string
  readonly state: MeetingState
  readonly station: number
  readonly sequence: number
  readonly changed_at: Date
  readonly cancelled_why: string
}

/** The kind under which facts and the address book name a meeting. */
export const meetingKind = 'meeting'
/** The kind of a next step. */
export const nextStepKind = 'next-step'

/** What became of a next step. */
export const stepOutcomes = ['done', 'partly', 'not'] as const
/** An outcome of a next step. */
export type StepOutcome = (typeof stepOutcomes)[number]

/** A question to a person: what is known of it, where it stands, and how long it waits. */
import type { Circle, Role } from '../../community/contract.ts'
import { circleOf } from '../../community/public.ts'
import { circlesWithin, narrowerOf } from '../circles.ts'
import type { ContributionId, ThreadId } from '../contract.ts'

/** A question's number. */
export type AskId = number

/** The ways a question can stand; all but `open` are ends, and a pass is an answer. */
export const states = ['open', 'answered', 'passed', 'declined', 'taken-back', 'run-out'] as const
/** Where a question stands. */
export type AskState = (typeof states)[number]

/** Ways to answer without words: pass, or rather not. */
export const passes = ['passed', 'declined'] as const
/** One of them. */
export type Pass = (typeof passes)[number]

/** The longest question, in characters: one to a few sentences. */
export const LONGEST_QUESTION = 600
/** So many people are asked at once. */
export const MOST_ASKED = 3

const DAY_MS = 24 * 3600 * 1000

/** When a question stops to wait: sixty days after it was asked. Nobody is reminded meanwhile. */
export const endOfAsk = (askedAt: Date): Date => new Date(askedAt.getTime() + 60 * DAY_MS)

/** A question as those whom it concerns read it. */
export interface Ask {
  readonly id: AskId
  readonly thread_id: ThreadId
  readonly community_id: number
  readonly slug: string
  readonly place: string
  readonly author_id: number
  readonly asked_id: number
  /** Nothing when the name may not be known any more. */
  readonly asker: string | null
  readonly asked: string | null
  /** The asker's role here; nothing when they have left. */
  readonly asker_role: Role | null
  /** Whether a student asks: their name stays out of a letter's subject. */
  readonly by_student: boolean
  readonly question: string
  readonly language: string
  readonly state: AskState
  readonly asked_at: Date
  readonly ends_at: Date
  readonly closed_at: Date | null
  readonly contribution_id: ContributionId | null
  /** The conversation: who hears it, how many sit there, and what it hangs on. */
  readonly audience: string
  readonly members: number
  readonly facilitators: number
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly title: string | null
  /** The one contribution it is about, as far as the reader hears it. */
  readonly about_id: ContributionId | null
  readonly about_html: string | null
  readonly about_note: string | null
  readonly about_language: string | null
  readonly about_author: string | null
  readonly about_audience: string | null
}

/** Where a question stands now: one that nobody answered in its time has run out, whether or not it was marked so. */
export const standing = (ask: Pick<Ask, 'state' | 'ends_at'>, now: Date): AskState =>
  ask.state === 'open' && ask.ends_at <= now ? 'run-out' : ask.state

/** The circles in which an answer may be heard, widest first: whoever answers does not answer to themselves. */
export const answerCircles = (ask: Pick<Ask, 'audience' | 'about_audience'>): readonly Circle[] =>
  circlesWithin(ask.about_audience ? narrowerOf(ask.audience, ask.about_audience) : ask.audience).filter(
    (circle) => circle !== 'me',
  )

/** Whether the asker hears an answer that is said to a circle. */
export const askerHears = (ask: Pick<Ask, 'asker_role'>, circle: Circle): boolean =>
  circle === 'facilitators' ? ask.asker_role === 'facilitator' : circle === 'community' && ask.asker_role !== null

/** Whether anybody could be asked in a conversation that this audience hears. */
export const canBeAskedIn = (audience: string): boolean => circleOf(audience) !== 'me'

/** A question as it is put: ends trimmed; an empty one is that of the conversation, cut where it is too long. */
export const worded = (typed: string, own: string): string =>
  typed.trim() || (own.length <= LONGEST_QUESTION ? own : `${own.slice(0, LONGEST_QUESTION - 1).trimEnd()}…`)

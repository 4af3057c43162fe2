/** A round as its readers see it, and what may be done with it. */
import { belongsTo, facilitates } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ThreadId } from '../contract.ts'
import type { Hiding, Order, SeatState, Way } from './turns.ts'

/** A round's number. */
export type RoundId = number

/** The longest question of a round, in characters. */
export const LONGEST_QUESTION = 600
/** The longest description of somebody who is not in the room. */
export const LONGEST_EYES = 120
/** The longest harvest: a few lines. */
export const LONGEST_HARVEST = 4000
/** So many circles on one question. */
export const MOST_CIRCLES = 99

/** A round, and how it stands for whoever asks. */
export interface Round {
  readonly id: RoundId
  readonly thread_id: ThreadId
  readonly community_id: number
  readonly slug: string
  readonly place: string
  readonly audience: string
  readonly members: number
  readonly facilitators: number
  readonly subject_kind: string | null
  readonly subject_id: number | null
  readonly title: string | null
  readonly question: string
  readonly language: string
  readonly hidden: Hiding
  readonly order: Order
  readonly follows_id: RoundId | null
  readonly circle: number
  readonly opener_id: number
  readonly opener: string | null
  readonly opened_at: Date
  readonly ends_at: Date | null
  readonly closed_at: Date | null
  readonly harvest: string
  readonly harvest_html: string
  readonly harvest_language: string | null
  readonly harvest_writer: string | null
  readonly harvest_version: number
  /** With whose eyes it is seen, in a perspective round. */
  readonly eyes: string | null
  /** The question to them in which it ends; `them_ask_id` where it went to somebody here and concerns the reader. */
  readonly them_question: string
  readonly them_language: string | null
  readonly them_state: 'open' | 'answered' | 'declined' | null
  readonly them_ask_id: number | null
  readonly them_answer_html: string
  readonly them_answer_language: string | null
  readonly them_writer: string | null
  readonly them_version: number
  /** How many places the circle has. */
  readonly seats: number
  /** One's own place; nothing while one does not sit in it. */
  readonly my_seat: number | null
  readonly left: boolean
  /** What one did with one's own turn, and in which words. */
  readonly took: Way | null
  readonly my_version: number
  readonly my_text: string
  readonly my_html: string
  readonly my_language: string | null
  readonly my_nameless: boolean
  readonly my_writer: string | null
  /** Whether what one says here waits for one adult's look. */
  readonly waits_here: boolean
  /** How many seats are silent: told only to who guides the round. */
  readonly silent: number | null
}

/** What somebody else answered, once its time has come for the reader. */
export interface Heard {
  readonly author: string | null
  /** 0 without a name. */
  readonly person_id: number | null
  readonly guest: string | null
  readonly html: string
  readonly language: string
  readonly writer: string | null
  /** Whether it is a student's and waits for one look. */
  readonly waits: boolean
  /** The very words that were seen, in short. */
  readonly sign: string
  readonly nameless: boolean
}

/** Somebody's place around the circle, where turns follow each other. */
export interface Turn {
  readonly seat_id: number
  readonly place: number
  readonly person_id: number | null
  readonly name: string | null
  readonly stands: 'had' | 'later' | 'waiting'
  readonly later: number | null
}

/** A place of the circle with whoever sits there. `took` is known only of one's own turn and of those one wrote down. */
export interface SeatHere {
  readonly id: number
  readonly place: number
  readonly person_id: number | null
  readonly name: string | null
  readonly left: boolean
  readonly took: Way | null
  readonly version: number
  /** Whether the asking person took or wrote down this turn. */
  readonly mine: boolean
}

/** A place around the circle as the rules of turns know it. Who spoke and who passed look alike. */
export const seatStateOf = ({ seat_id, place, stands, later }: Turn): SeatState => ({
  seat: seat_id,
  place,
  gone: false,
  took: stands === 'had' ? 'passed' : stands === 'later' ? 'later' : null,
  later,
})

/** Whether a round takes no more turns: it has opened, or its end has come. */
export const isOver = (round: Pick<Round, 'closed_at' | 'ends_at'>, now: Date): boolean =>
  round.closed_at !== null || (round.ends_at !== null && round.ends_at <= now)

/** Whether the asking person guides a round: whoever opened it, and who facilitates. */
export const guides = (scope: MemberScope, round: Pick<Round, 'opener_id' | 'community_id'>): boolean =>
  belongsTo(scope, round.community_id) &&
  (facilitates(scope, round.community_id) || (scope.personId !== null && scope.personId === round.opener_id))

/** Whether the asking person may write for others in a round: its guide, and no student. */
export const mayWriteFor = (scope: MemberScope, round: Pick<Round, 'opener_id' | 'community_id' | 'waits_here'>) =>
  guides(scope, round) && !round.waits_here

/** Whether the asking person may write down what the group takes along: once the answers are open. */
export const mayHarvest = (
  scope: MemberScope,
  round: Pick<Round, 'community_id' | 'closed_at' | 'waits_here'>,
): boolean => round.closed_at !== null && belongsTo(scope, round.community_id) && !round.waits_here

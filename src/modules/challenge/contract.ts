/** What others know of our questions: ids, states, steps and the shape of what is read. */

/** A challenge's number; on screen a challenge is “our question”. */
export type ChallengeId = number

/** The states of a challenge, in their order. */
export const states = ['raised', 'chosen', 'exploring', 'answered', 'parked'] as const
/** A state of a challenge. */
export type State = (typeof states)[number]

/** The steps that people see: Notice, Understand, Try, Look back. */
export const steps = ['notice', 'understand', 'try', 'look-back'] as const
/** A step of a challenge on screen. */
export type Step = (typeof steps)[number]

/** The answers to “Is this about one child?”: no, a situation; yes, and the family and the child know; not yet. */
export const childAnswers = ['no', 'agreed', 'not-yet'] as const
/** An answer to “Is this about one child?”. */
export type ChildAnswer = (typeof childAnswers)[number]

/** What the asker hopes for: somebody to listen, ideas, trying together. */
export const helps = ['listen', 'ideas', 'together'] as const
/** A kind of help. */
export type Help = (typeof helps)[number]

/** The states of a try-out, in their order; the last three are the ways it can end. */
export const trialStates = ['proposed', 'safe', 'running', 'reviewed', 'kept', 'adapted', 'stopped'] as const
/** A state of a try-out. */
export type TrialState = (typeof trialStates)[number]

/** A challenge as it is read. `trials` are the states of its try-outs, oldest first. `asker` is missing for who has left. */
export interface Challenge {
  readonly id: ChallengeId
  readonly community_id: number
  readonly author_id: number | null
  readonly audience: string
  readonly question: string
  readonly language: string
  readonly about_child: ChildAnswer
  readonly help: Help[]
  readonly state: State
  readonly parked_from: Exclude<State, 'parked'> | null
  readonly raised_at: Date
  readonly changed_at: Date
  readonly trials: TrialState[]
  readonly asker: string | null
  readonly slug: string
}

/** The kind under which facts, threads, stories and the address book name a challenge. */
export const challengeKind = 'challenge'
/** The kind of a try-out. */
export const tryoutKind = 'tryout'

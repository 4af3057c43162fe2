/** What others know of needs and offers: ids, kinds, states, a row as pages and programs read it. */

/** The number of something needed or offered. */
export type NeedId = number

/** “I need” and “I can offer”. */
export const needKinds = ['need', 'offer'] as const
/** A kind of need. */
export type NeedKind = (typeof needKinds)[number]

/** Met ones are gone from the list; one that rests waits for its owner; a withdrawn one has no words any more. */
export const needStates = ['open', 'resting', 'met', 'withdrawn'] as const
/** The state of a need. */
export type NeedState = (typeof needStates)[number]

/** Who may hear a need: everybody here, or the facilitators. */
export const needCircles = ['community', 'facilitators'] as const

/** The kinds under which facts and the address book name needs and their answers. */
export const needSubject = 'need'
export const answerSubject = 'need-answer'

/** Somebody by name. */
export interface Named {
  readonly person_id: number
  readonly name: string
}

/** A need as lists show it. */
export interface NeedLine {
  readonly id: NeedId
  readonly community_id: number
  readonly slug: string
  readonly place: string
  readonly kind: NeedKind
  readonly state: NeedState
  readonly words: string
  readonly language: string
  readonly audience: string
  readonly author_id: number
  readonly author: string
  /** Whether a student's words in it wait for one adult's look; until then the adults alone hear it. */
  readonly waits: boolean
  /** Whether a student says so: no letter carries a student's name or words. */
  readonly by_student: boolean
  readonly said_at: Date
  /** Who answered, in the order they did. */
  readonly answered: readonly Named[]
}

/** A need as its own page shows it. */
export interface Need extends NeedLine {
  readonly stands_since: Date
  readonly asked_at: Date | null
  readonly met_at: Date | null
  readonly met_with: number | null
  /** Who helped, by name, while they belong. */
  readonly helper: string | null
  readonly thanks: string
  readonly thanks_language: string
}

/** An answer to a need; no words means that the press alone said it. */
export interface NeedAnswer {
  readonly id: number
  readonly author_id: number
  readonly author: string
  readonly words: string
  readonly language: string
  /** Whether a student's words wait for one adult's look. */
  readonly waits: boolean
  readonly at: Date
}

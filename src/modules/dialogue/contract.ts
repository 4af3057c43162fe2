/** What others know of dialogue: ids, the rows that its parts show, what an archive brings. */
import type { HeardGroup, Perspective } from '../community/contract.ts'

/** A thread's number. */
export type ThreadId = number

/** A contribution's number. */
export type ContributionId = number

/** A question that waits for somebody's answer in a thread, told to those whom it concerns. */
export interface WaitingAsk {
  readonly id: number
  /** Nothing when the name may not be known. */
  readonly asked: string | null
  readonly asker: string | null
  /** Whether it waits for the reader. */
  readonly mine: boolean
  readonly question: string
  readonly language: string
  /** When it stops to wait, in milliseconds. */
  readonly ends: number
}

/** The pace of a conversation, as whoever sees it needs it. */
export interface PaceHere {
  /** Each person speaks once in so many minutes; nothing for as often as they like. */
  readonly slow_minutes: number | null
  readonly paused_until: Date | null
  readonly pause_why: string | null
  readonly pause_language: string | null
  /** When the asking person spoke here last, where it goes slowly. */
  readonly spoke_at: Date | null
}

/** A round of a thread, as it stands for the reader. */
export interface RoundHere {
  readonly id: number
  readonly question: string
  readonly language: string
  /** Whether its answers are open. */
  readonly closed: boolean
  /** Whether the reader's own turn waits for them. */
  readonly waits: boolean
  readonly circle: number
  /** What the group took along, rendered; empty when nothing yet. */
  readonly harvest: string
  readonly harvestLanguage: string | null
  /** With whose eyes it was seen, and the question to them in which it ended; empty when none was put. */
  readonly eyes: string | null
  readonly asked: string
  readonly askedLanguage: string | null
  readonly askedState: 'open' | 'answered' | 'declined' | null
}

/** The latest summary of a conversation. */
export interface SummaryHere {
  readonly version: number
  /** Empty where somebody took it away. */
  readonly text: string
  readonly html: string
  readonly language: string
  /** Nothing when the name may not be known. */
  readonly author: string | null
  /** When it was written, in milliseconds. */
  readonly at: number
}

/** A thread as a page needs it. `contributions` counts what the asking person hears, never more. */
export interface Thread extends PaceHere {
  readonly id: ThreadId
  readonly community_id: number
  readonly title: string | null
  readonly language: string
  readonly audience: string
  readonly begun_at: Date
  readonly contributions: number
  /** Whether the asking person may write down here what others say. */
  readonly holds_pen: boolean
  /** Whether what the asking person writes here waits for one adult's look. */
  readonly waits_here: boolean
  /** How many people sit in the community, and how many of them facilitate. */
  readonly members: number
  readonly facilitators: number
  readonly summary: SummaryHere | null
  /** A number that grows with what others come to hear; and the asking person's own last visit, which nobody else knows. */
  readonly newest: number
  readonly visit: { readonly seen: number; readonly before: number; readonly began: number } | null
  /** The chosen groups that the asking person hears; nothing when there are none. */
  readonly groups: readonly HeardGroup[] | null
  /** What waits here to be said for somebody: by the asking person, or for them. */
  readonly carried: readonly { readonly id: number; readonly mine: boolean; readonly carrier: string | null }[] | null
  /** What waits for an answer here; nothing when nothing does. */
  readonly asks: readonly WaitingAsk[] | null
  /** Rounds that are held here or have been; nothing when none was. */
  readonly rounds: readonly RoundHere[] | null
}

/** Words of a contribution inside another one. */
export interface Quoted {
  readonly id: ContributionId
  /** Nothing when the name may not be known. */
  readonly author: string | null
  readonly words: string
  readonly language: string
  /** Whether they have been changed since. */
  readonly edited: boolean
  /** The note before them. */
  readonly note: string | null
}

/** Somebody who says that they learned from something, and the number of where they say it. */
export interface Learner {
  readonly id: ContributionId
  readonly name: string | null
}

/** A contribution as a page shows it; a withdrawn one has neither words nor name. */
export interface Said {
  readonly id: ContributionId
  readonly reply_to: ContributionId | null
  readonly author_id: number
  /** Nothing when the asking person may not know the name. */
  readonly author: string | null
  /** Said without a name: `author_id` is 0 to everybody but its author, and `said_at` a day. */
  readonly nameless: boolean
  /** Somebody whose words came with an archive, who cannot answer. */
  readonly placeholder: boolean
  readonly perspectives: readonly Perspective[] | null
  readonly audience: string
  readonly language: string
  readonly html: string
  readonly version: number
  readonly said_at: Date
  readonly edited_at: Date | null
  readonly withdrawn: boolean
  /** Whether only the adults and its author hear it, until one of the adults has looked. */
  readonly waits: boolean
  /** What an adult asked before opening it, and whether its author said that it is fine. */
  readonly look_about: 'name' | 'hurt' | 'danger' | null
  readonly look_fine: boolean | null
  /** Who wrote it down, where it was said aloud or on paper; no name when it may not be known. */
  readonly written_by: number | null
  readonly writer: string | null
  /** Whether whoever said it has said yes to what was written down. */
  readonly confirmed: boolean
  /** The question it answers and who asked it, when it was asked of the author; no name when it may not be known. */
  readonly ask_id: number | null
  readonly asked_by: string | null
  /** A few words before it, behind which it stands folded, and who put them there. */
  readonly note: string | null
  readonly note_from: 'author' | 'facilitators' | null
  /** Whether the asking person facilitates where it was said. */
  readonly tended: boolean
  /** In which way it is meant, such as `wonder`; a plain `said` otherwise. */
  readonly manner: string
  readonly quote: Quoted | null
  /** Where it was learned; the name is that of whoever said it, where it was said. */
  readonly learned_from: { readonly kind: string; readonly id: number; readonly author: string | null } | null
  /** What answered it, when it was wondered. */
  readonly resolved: Learner | null
  /** Who says that they learned from this, as far as the asking person hears it. */
  readonly learners: readonly Learner[] | null
  /** The round in which it was said, and in a perspective round with whose eyes. */
  readonly round_id: number | null
  readonly round_eyes: string | null
  /** Whether the asking person has told the author so. */
  readonly read_by_me: boolean
  /** Under the asking person's own words: who told them that they read it, by name where it may be known. */
  readonly readers: readonly (string | null)[] | null
}

/** Somebody who spoke, for “who is in this”. */
export interface Participant {
  readonly person_id: number
  readonly name: string | null
  readonly perspectives: readonly Perspective[] | null
}

/** One contribution of an archive. `answers` is the key of the one it answers, in the same thread. */
export interface ArchivedContribution {
  readonly key: string
  readonly authorId: number
  readonly at: Date
  readonly markdown: string
  readonly answers?: string
}

/** One thread of an archive. Keys are the archive's own, unique in the community and in the thread. */
export interface ArchivedThread {
  readonly key: string
  readonly title: string
  readonly language: string
  readonly authorId: number
  readonly at: Date
  readonly contributions: readonly ArchivedContribution[]
}

/** What others know of the library: ids, kinds, dimensions, licences, what a story begins with. */
import type { Subject } from '../../platform/http/address-book.ts'
import type { Language } from '../../platform/words/words.ts'
import type { CommunityId } from '../community/contract.ts'
import type { PersonId } from '../people/contract.ts'

/** An entry's number. */
export type EntryId = number
/** The number of a story that is being written. */
export type StoryId = number

/**
 * The kinds of entries that stand in the library today; the column knows videos too. A policy says what those
 * who decide can give. A method fits on one
 * printed page; a paper (kit, letter, leaflet) is ready to be used as it is.
 */
export const entryKinds = ['concept', 'policy', 'method', 'paper', 'story', 'reference'] as const
/** A kind of entry. */
export type EntryKind = (typeof entryKinds)[number]

/** The three dimensions of the knowledge base. */
export const dimensions = ['ethics', 'policies', 'practice'] as const
/** A dimension. */
export type Dimension = (typeof dimensions)[number]

/** The groups in which concepts stand beside each other. */
export const seriesNames = ['concept', 'dimension', 'element', 'value', 'competence'] as const
/** A group of concepts. */
export type Series = (typeof seriesNames)[number]

/** What others may do with an entry. CC BY cannot be taken back. */
export const licences = ['read-and-print', 'cc-by-4.0'] as const
/** A licence. */
export type Licence = (typeof licences)[number]

/** A try-out as a story tells of it: in short words, with what became of it. */
export interface ProvenTryout {
  readonly title: string
  readonly outcome: 'kept' | 'adapted' | 'stopped' | null
}

/** Where a story comes from, in words that its authors may mend before they publish. */
export interface Provenance {
  readonly question: string
  readonly tryouts: readonly ProvenTryout[]
}

/** What a story begins with. The answers may be empty: they are drafts. */
export interface StoryBeginning {
  readonly community: CommunityId
  readonly source: Subject
  readonly title: string
  readonly language: Language
  readonly mattered?: string
  readonly did?: string
  readonly unsure?: string
  readonly whose?: string
  readonly provenance: Provenance
  readonly participants: readonly PersonId[]
}

/** What one searches for besides words. */
export interface Filters {
  readonly dimension?: Dimension | undefined
  readonly kind?: EntryKind | undefined
  readonly language?: Language | undefined
}

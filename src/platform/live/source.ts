/** What a module offers to pages that live: the parts of its places, as the asking person would see them by loading again. */
import type { Tx } from '../db/database.ts'
import type { Language } from '../words/words.ts'
import type { LivePlace } from './place.ts'

/** A fact as live pages get it. Who did it is used to ask them apart, and is never sent. */
export interface LiveFact {
  readonly id: number
  readonly kind: string
  readonly actor: number | null
  readonly subject: { readonly kind: string; readonly id: number }
}

/** Where a fact shows: the number of a place, and the part; no part where whoever shows the place must ask anew. */
export interface Touched {
  readonly place: number
  readonly part: string | null
  /** Whether the part is so new that nothing about it belongs to one person alone, but for those named in `apart`. */
  readonly fresh?: boolean
}

/** Who looks at which place, and how they read. */
export interface Look<Scope> {
  readonly scope: Scope
  readonly lang: Language
  readonly zone: string
  readonly place: LivePlace
}

/** One part of a place: an element of the page with its id, as a page that is loaded again shows it. */
export interface LivePart {
  /** The id of the element, such as `voice-12`. */
  readonly id: string
  /** Differs whenever the part looks different; the element carries it as `data-mark`. */
  readonly mark: string
  /** The element; nothing when it stands on another page. */
  readonly html?: string
  /** The part below which it stands. */
  readonly under?: string | undefined
  /** Where it stands, when that is another page. */
  readonly href?: string
  /** Those to whom it looks otherwise than to all who reach as much. */
  readonly apart: readonly number[]
  /** Whether nobody but the asking person sees it so. */
  readonly private?: boolean
}

/** What one module gives to live pages. */
export interface LiveSource<Scope> {
  /** The first word of the names of its places. */
  readonly kind: string
  /** The facts that change them. */
  readonly facts: readonly string[]
  /** Where facts show, by their numbers; as the reader of facts, and ids alone. */
  touched(tx: Tx, facts: readonly LiveFact[]): Promise<ReadonlyMap<number, Touched>>
  /**
   * The parts of a place, or those of them that `ids` names; what is not there for the asking person is left out. Nothing
   * at all when the place is not theirs to see. Asked through the scope, like a page.
   */
  show(look: Look<Scope>, ids?: readonly string[]): Promise<readonly LivePart[] | undefined>
}

/** How the house knows who listens. */
export interface Callers<Scope> {
  /** Who brings these sessions now; one that has ended is missing. */
  prove(sessions: readonly string[]): Promise<ReadonlyMap<string, Scope>>
  readonly visitor: Scope
  personOf(scope: Scope): number | null
  /** Two who are called alike see the same, but for what is theirs alone. */
  alike(scope: Scope): string
}

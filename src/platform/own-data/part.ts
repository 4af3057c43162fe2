/** What belongs to a person in one module: what they may carry away, and what becomes of it when they leave. */
import type { Tx } from '../db/database.ts'
import type { Language } from '../words/words.ts'

/** A person in the tables: their number. */
export type Person = number

/** One row as `data.json` shows it. `place` is the community's name and `at` the moment, where the row has them. */
export type OwnRow = Readonly<Record<string, unknown>> & { readonly at?: Date | null; readonly place?: string | null }

/** What one table holds of a person. */
export interface OwnTable {
  /** As in checks/personal-data.json: `dialogue.contribution`. */
  readonly table: string
  /** The columns that hold the person's own words, to be read in `index.html`; the rest stands in `data.json` alone. */
  readonly words?: readonly string[]
  /** The person's own things only: nobody else's words, name or number. */
  readonly rows: readonly OwnRow[]
}

/** A file that goes along: a picture, a voice. `name` is a path in the archive, `key` where the house keeps its bytes. */
export interface OwnFile {
  readonly name: string
  readonly key: string
}

/** What somebody chose for their words when they leave: they stay without a name, or all is withdrawn. */
export type LeavingChoice = 'keep' | 'withdraw'

/** Somebody who leaves, and who stands in their place. */
export interface Leaving {
  readonly person: Person
  readonly choice: LeavingChoice
  /** The person without a name whose number stands where words are kept: everybody who left is this one. */
  readonly former: Person
  /** The same for whoever only held the pen, where the author of a row may be `former` already. */
  readonly formerWriter: Person
  /** How that person is called, where a row holds a name instead of a number. */
  readonly formerName: string
  /** What stands where words are withdrawn and something must stand. */
  readonly withdrawn: string
}

/** What students wrote before a moment, which the site keeps no longer. */
export interface Waning {
  readonly before: Date
  readonly now: Date
  /** What stands where words are gone and something must stand. */
  readonly withdrawn: string
}

/**
 * One module's part. All of it runs as the owner, past the walls: each query asks for the person by number. Floors take
 * part from the top down; people comes last and removes the person's row, and with it all that hangs on it.
 */
export interface OwnDataPart {
  /** The module. */
  readonly name: string
  /** What the part is called in the copy. */
  readonly title: (lang: Language) => string
  /** The tables that `copy` answers: those marked "exported". */
  readonly copies: readonly string[]
  /** The tables that `erase` cleans, by itself or by what hangs on it: those marked "erased" or "unlinked". */
  readonly erases: readonly string[]
  /** Only reads. */
  copy(tx: Tx, person: Person): Promise<readonly OwnTable[]>
  /** Files of the person's own; their bytes are read while the archive is written. */
  files?(tx: Tx, person: Person): Promise<readonly OwnFile[]>
  /** Leaves nothing by which the person could be found; safe to repeat. Throws only on bugs: all is then undone. */
  erase(tx: Tx, leaving: Leaving): Promise<void>
  /** Takes away what students wrote before; what a group made together stays the group's. Safe to repeat. */
  wane?(tx: Tx, waning: Waning): Promise<void>
}

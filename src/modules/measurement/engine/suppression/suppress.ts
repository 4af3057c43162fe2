/** Which cells of a release may be shown, so that nothing about fewer than five people can be worked out from all of it. */
import { type Refused, refused } from '../refused.ts'
import { Remainder, wholeIdOf } from './remainder.ts'
import { Shown } from './shown.ts'
import { type Cell, LEAST, type Table, wholeOf } from './table.ts'

/**
 * Why a cell is held back. For those who look after the survey: readers see one sentence for all of them, since the reason
 * itself would say which cells are small.
 */
export type Reason =
  /** Fewer than five answers, or ten texts. */
  | 'few'
  /** Fewer than that in the rest of the whole. */
  | 'complement'
  /** With what else is shown, or was, few people could be singled out. */
  | 'difference'
  /** The whole itself is too close to something else that is shown. */
  | 'whole'
  /** What is left over would give itself away: groups that are all empty, or all as large as a small one can be. */
  | 'remainder'
  /** So many groups cross each other that safety could not be proved. */
  | 'unproved'

/** What becomes of a cell. `n` is there only when it is shown. */
export type Decision = { readonly table: string; readonly cell: string } & (
  | { readonly shown: true; readonly n: number }
  | { readonly shown: false; readonly n: null; readonly reason: Reason }
)

/** What was decided, and what readers know from it: to be kept, and given to the next release. */
export interface Release {
  readonly tables: readonly Table[]
  /** Ids of shown cells, and of wholes that are no cells but assumed to be known (`whole of …`). */
  readonly shown: ReadonlySet<string>
  readonly decisions: readonly Decision[]
}

/**
 * Decides about each cell, in the order in which tables and cells are given (wholes first), so that which of several cells
 * is held back does not depend on how large they are. What is shown is as much as can be: no further cell could be added.
 *
 * @param earlier what was released before: it cannot be taken back, and limits what follows
 * @returns Refused when one id stands for different respondents or a cell reaches beyond its whole
 */
export const suppress = (
  tables: readonly Table[],
  earlier: readonly Pick<Release, 'tables' | 'shown'>[] = [],
): Release | Refused => {
  const wrong = whatIsWrong([...earlier.flatMap((release) => release.tables), ...tables])
  return wrong === undefined ? new Suppression(tables, earlier).release() : refused(wrong)
}

class Suppression {
  readonly #tables: readonly Table[]
  readonly #shown = new Shown()
  readonly #remainder: Remainder
  readonly #known = new Set<string>()
  readonly #reasons = new Map<string, Reason | undefined>()
  readonly #hiddenTables = new Set<Table>()

  constructor(tables: readonly Table[], earlier: readonly Pick<Release, 'tables' | 'shown'>[]) {
    this.#tables = tables
    this.#remainder = new Remainder([...earlier.flatMap((release) => release.tables), ...tables])
    for (const release of earlier)
      for (const table of release.tables) {
        const whole = { id: wholeIdOf(table), respondents: wholeOf(table) }
        for (const cell of [whole, ...table.cells]) if (release.shown.has(cell.id)) this.#show(cell, table)
      }
  }

  release(): Release {
    for (const table of this.#tables) this.#whole(table)
    const decisions = this.#tables.flatMap((table) => [
      ...(table.whole ? [this.#decision(table, table.whole)] : []),
      ...table.cells.map((cell) => this.#decision(table, cell)),
    ])
    const ids = this.#tables.flatMap((table) => [wholeIdOf(table), ...table.cells.map(({ id }) => id)])
    return { tables: this.#tables, shown: new Set(ids.filter((id) => this.#known.has(id))), decisions }
  }

  #show({ id, respondents }: Cell, { kind, about }: Table): void {
    this.#known.add(id)
    this.#shown.add(kind, about, respondents)
  }

  #whole(table: Table): void {
    if (table.whole) return void this.#reasonFor(table.whole)
    const whole = { id: wholeIdOf(table), respondents: wholeOf(table) }
    const few = whole.respondents.size < LEAST[table.kind]
    if (few || this.#shown.wouldSingleOut(table.kind, table.about, whole.respondents) !== 'no')
      return void this.#hiddenTables.add(table)
    this.#show(whole, table)
  }

  #decision(table: Table, cell: Cell): Decision {
    const reason = this.#reasonFor(cell)
    const about = { table: table.id, cell: cell.id }
    return reason === undefined
      ? { ...about, shown: true, n: cell.respondents.size }
      : { ...about, shown: false, n: null, reason }
  }

  #reasonFor(cell: Cell): Reason | undefined {
    if (this.#reasons.has(cell.id)) return this.#reasons.get(cell.id)
    const reason = this.#reasonAgainst(cell)
    this.#reasons.set(cell.id, reason)
    if (reason === undefined) for (const table of this.#placesOf(cell)) this.#show(cell, table)
    return reason
  }

  #placesOf({ id }: Cell): readonly Table[] {
    return this.#tables.filter(({ whole, cells }) => whole?.id === id || cells.some((cell) => cell.id === id))
  }

  #reasonAgainst(cell: Cell): Reason | undefined {
    const places = this.#placesOf(cell)
    if (places.some(({ kind }) => cell.respondents.size < LEAST[kind])) return 'few'
    if (places.some((table) => this.#hiddenTables.has(table))) return 'whole'
    if (places.some((table) => leavesFew(table, cell))) return 'complement'
    for (const { kind, about } of places) {
      const verdict = this.#shown.wouldSingleOut(kind, about, cell.respondents)
      if (verdict !== 'no') return verdict === 'yes' ? 'difference' : 'unproved'
    }
    return this.#remainder.wouldShow(new Set([...this.#known, cell.id])) ? 'remainder' : undefined
  }
}

const leavesFew = (table: Table, { id, respondents }: Cell): boolean => {
  if (table.whole?.id === id || (!table.whole && table.cells.length === 1)) return false
  return wholeOf(table).size - respondents.size < LEAST[table.kind]
}

const whatIsWrong = (tables: readonly Table[]): string | undefined => {
  const known = new Map<string, ReadonlySet<string>>()
  for (const table of tables) {
    const whole = wholeOf(table)
    for (const { id, respondents } of table.whole ? [table.whole, ...table.cells] : table.cells) {
      if ([...respondents].some((one) => !whole.has(one))) return `${id} reaches beyond the whole of ${table.id}.`
      const before = known.get(id)
      if (before && !alike(before, respondents)) return `${id} stands for different respondents.`
      known.set(id, respondents)
    }
  }
  return undefined
}

const alike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((respondent) => other.has(respondent))

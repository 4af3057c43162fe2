/** Which cells of a release may be shown, so that nothing about fewer than five people can be worked out from all of it. */
import { type Refused, refused } from '../refused.ts'
import { Emptiness, wholeIdOf } from './emptiness.ts'
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
  /** It would show that a group is empty. */
  | 'emptiness'
  /** So many groups cross each other that safety could not be proved. */
  | 'unproved'

/** What becomes of a cell. `n` is there only when it is shown. */
export type Decision = { readonly table: string; readonly cell: string } & (
  | { readonly shown: true; readonly n: number }
  | { readonly shown: false; readonly n: null; readonly reason: Reason }
)

/**
 * Decides about each cell, in the order in which tables and cells are given (wholes first), so that which of several cells
 * is held back does not depend on how large they are. What is shown is as much as can be: no further cell could be added.
 *
 * @param earlier what was shown before, with the cells that were: it cannot be taken back, and limits what follows
 * @returns Refused when one id stands for different respondents or a cell reaches beyond its whole
 */
export const suppress = (tables: readonly Table[], earlier: readonly Table[] = []): readonly Decision[] | Refused => {
  const wrong = whatIsWrong([...earlier, ...tables])
  return wrong === undefined ? new Suppression(tables, earlier).decisions() : refused(wrong)
}

class Suppression {
  readonly #tables: readonly Table[]
  readonly #shown = new Shown()
  readonly #emptiness: Emptiness
  readonly #ids = new Set<string>()
  readonly #reasons = new Map<string, Reason | undefined>()
  readonly #hiddenTables = new Set<Table>()

  constructor(tables: readonly Table[], earlier: readonly Table[]) {
    this.#tables = tables
    this.#emptiness = new Emptiness([...earlier, ...tables])
    for (const table of earlier) {
      this.#ids.add(wholeIdOf(table))
      this.#shown.add(table.kind, table.about, wholeOf(table))
      for (const cell of table.cells) {
        this.#ids.add(cell.id)
        this.#shown.add(table.kind, table.about, cell.respondents)
      }
    }
  }

  decisions(): Decision[] {
    for (const table of this.#tables) this.#whole(table)
    return this.#tables.flatMap((table) => [
      ...(table.whole ? [this.#decision(table, table.whole)] : []),
      ...table.cells.map((cell) => this.#decision(table, cell)),
    ])
  }

  #whole(table: Table): void {
    if (table.whole) return void this.#reasonFor(table.whole)
    const whole = wholeOf(table)
    const known = this.#ids.has(wholeIdOf(table))
    const singledOut =
      whole.size < LEAST[table.kind] || this.#shown.wouldSingleOut(table.kind, table.about, whole) !== 'no'
    if (!known && singledOut) return void this.#hiddenTables.add(table)
    this.#ids.add(wholeIdOf(table))
    this.#shown.add(table.kind, table.about, whole)
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
    if (reason === undefined) {
      this.#ids.add(cell.id)
      for (const { kind, about } of this.#placesOf(cell)) this.#shown.add(kind, about, cell.respondents)
    }
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
    return this.#emptiness.wouldShow(new Set([...this.#ids, cell.id])) ? 'emptiness' : undefined
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

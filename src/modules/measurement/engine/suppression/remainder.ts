/** What is left over when a whole and some of its parts are shown must not give itself away. */
import { fewDerivable } from './derivable.ts'
import { isPartition, LEAST, type Table, wholeOf } from './table.ts'

/**
 * Watches tables whose cells divide a whole, together where one table's cell is another's whole. `leaves` are the empty
 * cells of which those that are divided further consist.
 */
export class Remainder {
  readonly #tables: readonly Table[]
  readonly #leaves = new Map<string, ReadonlySet<string>>()
  readonly #respondents = new Map<string, ReadonlySet<string>>()
  /** Whether the tables agree on where a missing person would have stood; two divisions that never cross do not. */
  readonly #agreed: boolean

  constructor(tables: readonly Table[]) {
    this.#tables = tables.filter(isPartition)
    for (const table of this.#tables) {
      this.#respondents.set(wholeIdOf(table), wholeOf(table))
      for (const { id, respondents } of table.cells) this.#respondents.set(id, respondents)
    }
    this.#agreed = [...this.#respondents.keys()].every((id) => this.#leavesOf(id, []) !== undefined)
  }

  /**
   * Whether what is left over would be solved if these cells were shown (wholes that readers know among them): cells that
   * are all empty (that nobody of a group answered tells something, too), or as large as a small cell can be.
   */
  wouldShow(shown: ReadonlySet<string>): boolean {
    return this.#tables.some((table) => isLaidBare(table, shown)) || (this.#agreed && this.#derived(shown))
  }

  #derived(shown: ReadonlySet<string>): boolean {
    const empty = new Set([...this.#leaves.values()].flatMap((leaves) => [...leaves]))
    if (empty.size === 0) return false
    const groups = [...shown]
      .filter((id) => this.#respondents.has(id))
      .map((id) => new Set([...(this.#respondents.get(id) ?? []), ...(this.#leaves.get(id) ?? [])]))
    return fewDerivable(groups, LEAST.closed, empty) !== 'no'
  }

  #leavesOf(id: string, above: readonly string[]): ReadonlySet<string> | undefined {
    const known = this.#leaves.get(id)
    if (known || above.includes(id)) return known
    const ways = this.#tables
      .filter((table) => wholeIdOf(table) === id)
      .map((table) => table.cells.map((cell) => this.#leavesOf(cell.id, [...above, id])))
    const found = ways.map((parts) => new Set(parts.flatMap((part) => [...(part ?? [])])))
    const [first = new Set(this.#respondents.get(id)?.size === 0 ? [`nobody in ${id}`] : [])] = found
    if (found.some((other) => other.size !== first.size || [...other].some((leaf) => !first.has(leaf))))
      return undefined
    this.#leaves.set(id, first)
    return first
  }
}

/** The id of the whole, also where it is no cell. */
export const wholeIdOf = ({ id, whole }: Table): string => whole?.id ?? `whole of ${id}`

// Whoever knows the rule knows that each cell left over is below the least: their sum then solves them at both ends.
const isLaidBare = (table: Table, shown: ReadonlySet<string>): boolean => {
  const least = LEAST[table.kind]
  const few = table.cells.filter(({ respondents }) => respondents.size < least)
  const others = table.cells.filter(({ respondents }) => respondents.size >= least)
  if (few.length === 0 || !shown.has(wholeIdOf(table)) || !others.every(({ id }) => shown.has(id))) return false
  return [0, least - 1].some((size) => few.every(({ respondents }) => respondents.size === size))
}

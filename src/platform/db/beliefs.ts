/** What a page takes to be true without having asked: proven in the flight that reads the page, or the page begins again. */
import type { RawBuilder } from 'kysely'

/** A query and what its rows must still say. */
interface Belief {
  readonly query: RawBuilder<unknown>
  readonly holds: (rows: readonly unknown[]) => boolean
  /** The query itself says who asks, so that it need not be said beside it. It goes first. */
  readonly saysWho: boolean
}

/** Something believed is no longer true: what was read in its name is thrown away, and the request begins again. */
export class Outdated extends Error {}

/** The beliefs of one request. `db.read` proves what is open along with its queries; nothing is written before. */
export class Beliefs {
  #open: readonly Belief[] = []

  /** Takes it for true that `query` would answer rows of which `holds` is true. */
  believe<Row>(query: RawBuilder<Row>, holds: (rows: readonly Row[]) => boolean, saysWho = false): void {
    const belief = { query, holds: holds as Belief['holds'], saysWho }
    this.#open = saysWho ? [belief, ...this.#open] : [...this.#open, belief]
  }

  /** What is not proven yet. */
  get open(): readonly Belief[] {
    return this.#open
  }

  /** @throws Outdated when the answers to some beliefs show that one is not true. */
  prove(asked: readonly Belief[], answers: readonly (readonly unknown[])[]): void {
    if (asked.some(({ holds }, i) => !holds(answers[i] ?? []))) throw new Outdated()
    this.#open = this.#open.filter((belief) => !asked.includes(belief))
  }
}

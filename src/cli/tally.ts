/** Counts by name, for reports of what was left out and why. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(name: string, times = 1): void {
    if (times > 0) this.#counts.set(name, (this.#counts.get(name) ?? 0) + times)
  }

  /** The counts, largest first. */
  get counts(): Record<string, number> {
    return Object.fromEntries(
      [...this.#counts].sort(([one, few], [other, more]) => more - few || (one < other ? -1 : 1)),
    )
  }
}

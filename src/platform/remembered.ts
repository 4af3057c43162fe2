/** What was true when a house was last asked, so that a page may believe it and prove it in its own flight. */

/** A memory of one kind of thing, by key; it forgets everything when it is full. */
export class Remembered<Value> {
  readonly #houses = new WeakMap<object, Map<string, Value>>()
  readonly #most: number

  /** @param most how many things are kept for each house */
  constructor(most: number) {
    this.#most = most
  }

  /** What was true of `key`, if anything was. */
  of(house: object, key: string): Value | undefined {
    return this.#houses.get(house)?.get(key)
  }

  /** Keeps what is true of `key` now. */
  keep(house: object, key: string, value: Value): void {
    const known = this.#houses.get(house) ?? new Map<string, Value>()
    if (known.size >= this.#most) known.clear()
    this.#houses.set(house, known.set(key, value))
  }
}

/** Columns grow while a file is read: numbers in a typed array, texts as numbers into a list of distinct words. */

/** A column of numbers; NaN where the cell is missing. */
export interface NumberColumn {
  readonly header: string
  readonly values: Float64Array
  /** How many cells are missing. */
  readonly missing: number
}

/** A column of texts: `words[codes[row]]` is the cell, and code -1 a missing one. */
export interface TextColumn {
  readonly header: string
  readonly words: readonly string[]
  readonly codes: Int32Array
  readonly missing: number
}

/** The text of a row, or null where it is missing. */
export const textAt = (column: TextColumn, row: number): string | null => column.words[column.codes[row] ?? -1] ?? null

/** A typed array that doubles when it is full. */
export class Growing<A extends Float64Array | Int32Array> {
  #array: A
  #length = 0
  readonly #make: (length: number) => A

  constructor(make: (length: number) => A) {
    this.#make = make
    this.#array = make(1024)
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = this.#make(this.#length * 2)
      larger.set(this.#array as never)
      this.#array = larger
    }
    this.#array[this.#length] = value
    this.#length += 1
  }

  /** What was pushed, without a copy. */
  get filled(): A {
    return this.#array.subarray(0, this.#length) as A
  }
}

/** A column while it is being filled: each cell is understood, what was assumed is counted. */
import { counted, type Note, note } from '../note.ts'
import { Growing, type NumberColumn, type TextColumn } from './column.ts'
import { isMissing, type NumberRules, numberIn } from './number.ts'
import { Unreadable } from './unreadable.ts'

interface Place {
  readonly file: string
  readonly column: number
  readonly header: string
}

/** Fills a column of numbers. */
export class NumberFilling {
  readonly #place: Place
  readonly #rules: NumberRules
  readonly #values = new Growing((length) => new Float64Array(length))
  readonly #codes = new Map<string, number>()
  #missing = 0
  #commas = 0

  constructor(place: Place, rules: NumberRules) {
    this.#place = place
    this.#rules = rules
  }

  take(record: readonly string[], line: () => number): void {
    const cell = record[this.#place.column - 1] ?? ''
    const read = numberIn(cell, this.#rules)
    if (read.kind === 'unreadable') throw new Unreadable({ ...this.#place, line: line() }, read.reason)
    if (read.kind === 'number') {
      if (read.comma) this.#commas += 1
      this.#values.push(read.value)
      return
    }
    this.#missing += 1
    this.#codes.set(read.code, (this.#codes.get(read.code) ?? 0) + 1)
    this.#values.push(Number.NaN)
  }

  column(): NumberColumn {
    return { header: this.#place.header, values: this.#values.filled, missing: this.#missing }
  }

  notes(): Note[] {
    const { header } = this.#place
    const notes: Note[] = []
    if (this.#commas > 0)
      notes.push(note('reading', `${header}: ${counted(this.#commas, 'number')} with a decimal comma.`))
    if (this.#missing > 0) notes.push(note('reading', `${header}: ${missingTold(this.#codes)} read as missing.`))
    return notes
  }
}

/** Fills a column of texts. */
export class TextFilling {
  readonly #place: Place
  readonly #missingCodes: ReadonlySet<string>
  readonly #known = new Map<string, number>()
  readonly #words: string[] = []
  readonly #codes = new Growing((length) => new Int32Array(length))
  readonly #empty = new Map<string, number>()
  #missing = 0

  constructor(place: Place, missing: ReadonlySet<string>) {
    this.#place = place
    this.#missingCodes = missing
  }

  take(record: readonly string[]): void {
    const cell = record[this.#place.column - 1] ?? ''
    this.#codes.push(this.#known.get(cell) ?? this.#learn(cell))
  }

  #learn(cell: string): number {
    const word = cell.trim()
    if (isMissing(word, this.#missingCodes)) {
      this.#missing += 1
      this.#empty.set(word, (this.#empty.get(word) ?? 0) + 1)
      return -1
    }
    const code = this.#known.get(word) ?? this.#words.push(word) - 1
    this.#known.set(word, code)
    this.#known.set(cell, code)
    return code
  }

  column(): TextColumn {
    return { header: this.#place.header, words: this.#words, codes: this.#codes.filled, missing: this.#missing }
  }

  notes(): Note[] {
    if (this.#missing === 0) return []
    return [note('reading', `${this.#place.header}: ${missingTold(this.#empty)} read as missing.`)]
  }
}

const missingTold = (codes: ReadonlyMap<string, number>): string => {
  const told = [...codes].map(([code, count]) => `${counted(count, 'cell')} ${code === '' ? 'empty' : `"${code}"`}`)
  return told.length === 1 ? (told[0] ?? '') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
}

/** Reads the wanted columns of a table, streamed, and says in notes what it assumed. */
import { counted, type Note } from '../note.ts'
import type { NumberColumn, TextColumn } from './column.ts'
import { NumberFilling, TextFilling } from './filling.ts'
import { columnNamed, columnOf, type Sought } from './header.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { eachRecord, type Watch } from './records.ts'
import type { Source } from './text.ts'
import { Unreadable } from './unreadable.ts'

/** A column of texts. Ids stay texts even when they look like numbers: `007` is not 7. */
export interface WantedText extends Sought {
  readonly kind: 'text'
  /** Whether the table may do without it. */
  readonly optional?: boolean | undefined
}

/** A column of numbers. A value outside `min` to `max` is refused, unless it is a code for a missing answer. */
export interface WantedNumber extends Sought {
  readonly kind: 'number'
  readonly optional?: boolean | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** What to read. Keys are the caller's own names for the columns. */
export interface Wanted<K extends string = string> extends Watch {
  /** The name of the file, for sentences. */
  readonly file: string
  readonly columns: { readonly [key in K]?: WantedText | WantedNumber | undefined }
  /** More cells that mean "no answer", as they are written. Known already: nothing, `.`, NA, N/A, NaN, NULL. */
  readonly missing?: readonly string[] | undefined
}

/** The columns of a table. */
export interface Table<K extends string = string> {
  readonly rows: number
  readonly notes: readonly Note[]
  has(key: K): boolean
  /** @throws TypeError when it is no column of texts or is not there */
  text(key: K): TextColumn
  /** @throws TypeError when it is no column of numbers or is not there */
  numbers(key: K): NumberColumn
}

/**
 * Reads a table once, holding only the wanted columns.
 * @throws Unreadable for what cannot be read, with file, line and column
 */
export const readTable = async <K extends string>(source: Source | OpenTable, wanted: Wanted<K>): Promise<Table<K>> => {
  const open = 'text' in source ? source : await openTable(source, wanted)
  const notes: Note[] = []
  const fillings = new Map<K, NumberFilling | TextFilling>()
  for (const key of Object.keys(wanted.columns) as K[]) {
    const column = wanted.columns[key]
    const filling = column && fillingFor(open, wanted, column, notes)
    if (filling) fillings.set(key, filling)
  }
  const rows = await fill(open, wanted, [...fillings.values()])
  notes.push(...[...fillings.values()].flatMap((filling) => filling.notes()))
  const is = <F>(key: K, kind: new (...made: never[]) => F): F => {
    const filling = fillings.get(key)
    if (filling instanceof kind) return filling
    throw new TypeError(`${key} was not read as such a column`)
  }
  return {
    rows,
    notes: [...open.notes, ...notes],
    has: (key) => fillings.has(key),
    text: (key) => is(key, TextFilling).column(),
    numbers: (key) => is(key, NumberFilling).column(),
  }
}

const fillingFor = (
  { header, file, delimiter }: OpenTable,
  wanted: Wanted,
  column: WantedText | WantedNumber,
  notes: Note[],
): NumberFilling | TextFilling | undefined => {
  const found = column.optional ? columnOf(header, column, file) : columnNamed(header, column, file)
  if (!found) return undefined
  notes.push(...found.notes)
  const missing = new Set(wanted.missing)
  const place = { file, column: found.index + 1, header: header[found.index] ?? '' }
  if (column.kind === 'text') return new TextFilling(place, missing)
  return new NumberFilling(place, { min: column.min, max: column.max, missing, commaDivides: delimiter === ',' })
}

const fill = async (open: OpenTable, watch: Watch, fillings: readonly (NumberFilling | TextFilling)[]) => {
  const width = open.header.length
  let rows = 0
  await eachRecord(open, watch, (record, line) => {
    if (record.length !== width) checkWidth(record, width, open.file, line())
    for (const filling of fillings) filling.take(record, line)
    rows += 1
  })
  return rows
}

// A delimiter too many at the end of a line is harmless; anything else means that cells have moved.
const checkWidth = (record: readonly string[], width: number, file: string, line: number): void => {
  const extra = record.slice(width).findIndex((cell) => cell.trim() !== '')
  if (record.length > width && extra < 0) return
  const says = `has ${counted(record.length, 'cell')} where the header has ${width}; is a quote or a delimiter missing?`
  throw new Unreadable({ file, line, column: record.length < width ? record.length : width + extra + 1 }, says)
}

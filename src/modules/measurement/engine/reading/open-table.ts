/** Opening a table looks at its beginning only: delimiter, header, width, and whether it is a matrix of ties. */
import { counted, type Note, note } from '../note.ts'
import { isMissing, isNumeric } from './number.ts'
import { type Delimiter, type Dialect, dialectOf } from './sample.ts'
import { type Source, textOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

/** A table whose beginning was looked at. It can be read once. */
export interface OpenTable {
  readonly file: string
  readonly delimiter: Delimiter
  /** The names of the columns; `1`, `2`, `3` … when the file has no header. */
  readonly header: readonly string[]
  /** Whether the first record is a header. */
  readonly headed: boolean
  /** `matrix` when rows and columns are the same people. `labelled`: their names stand at its edges. */
  readonly shape: 'table' | 'matrix' | 'labelled matrix'
  readonly notes: readonly Note[]
  /** The whole text, its beginning included. */
  readonly text: AsyncIterable<string>
}

const SAMPLE = 65_536
const NAMES: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/**
 * Looks at the first 64 KB.
 * @throws Unreadable when there is nothing to read
 */
export const openTable = async (source: Source, { file }: { file: string }): Promise<OpenTable> => {
  const notes: Note[] = []
  const chunks = textOf(source, file, notes)
  const { sample, whole } = await begin(chunks)
  const { delimiter, records } = dialectOf(sample, whole)
  const [first] = records
  if (!first) throw new Unreadable({ file }, sample.trim() === '' ? 'is empty' : 'has a first line without an end')
  if (delimiter !== ',' && first.length > 1) notes.push(note('reading', `Cells are divided by ${NAMES[delimiter]}.`))
  const shape = shapeOf(records, whole)
  const headed = shape === 'labelled matrix' || (shape === 'table' && !first.every((cell) => isNumeric(cell)))
  if (shape === 'table' && !headed)
    notes.push(note('reading', 'The first line holds numbers only: there is no header, columns are called 1, 2, 3.'))
  const header = headed
    ? headerOf(file, { delimiter, records }, /[\r\n]"/.test(sample), notes)
    : first.map((_, index) => String(index + 1))
  return { file, delimiter, header, headed, shape, notes, text: rejoined(sample, chunks, whole) }
}

const begin = async (chunks: AsyncGenerator<string>): Promise<{ sample: string; whole: boolean }> => {
  let sample = ''
  while (sample.length < SAMPLE) {
    const { value, done } = await chunks.next()
    if (done) return { sample, whole: true }
    sample += value
  }
  return { sample, whole: false }
}

async function* rejoined(sample: string, rest: AsyncGenerator<string>, whole: boolean): AsyncGenerator<string> {
  yield sample
  if (!whole) yield* rest
}

// R writes one name less than there are columns when its rows have names.
const headerOf = (file: string, { records, delimiter }: Dialect, quoted: boolean, notes: Note[]): string[] => {
  const [first = [], ...rows] = records
  const names = first.map((name) => name.trim())
  const more = rows.length > 0 && rows.every((row) => row.length === names.length + 1 && row.at(-1) !== '')
  if (!more || names.length < 2) return names
  const decimals = rows.every((row) => row.some((cell, at) => /^\d+$/.test(cell) && /^\d+$/.test(row[at + 1] ?? '')))
  if (delimiter === ',' && decimals && !quoted)
    throw new Unreadable(
      { file, line: 2 },
      `has ${counted(names.length + 1, 'cell')} where the header has ${names.length}: put decimal commas in quotes, or name the first column`,
    )
  notes.push(note('reading', `The header has ${counted(names.length, 'name')}, rows one cell more: names of rows.`))
  return ['rownames', ...names]
}

const shapeOf = (records: readonly (readonly string[])[], whole: boolean): OpenTable['shape'] => {
  const [first = [], ...rest] = records
  const width = first.length
  const seen = Math.min(rest.length, width - 1)
  if (width >= 4 && seen > 0 && rest.slice(0, seen).every((row, index) => row[0] === first[index + 1] && row[0] !== ''))
    return !whole || rest.length === width - 1 ? 'labelled matrix' : 'table'
  const numbers = records.every((row) => row.length === width && row.every((cell) => numeric(cell)))
  return width >= 4 && numbers && (whole ? records.length === width : width >= records.length) ? 'matrix' : 'table'
}

const none: ReadonlySet<string> = new Set()
const numeric = (cell: string): boolean => isNumeric(cell) || isMissing(cell, none)

/** Reads a matrix of ties: who stands in the row names who stands in the column. */
import { type Note, note } from '../note.ts'
import { numberIn } from './number.ts'
import type { OpenTable } from './open-table.ts'
import { eachRecord, type Watch } from './records.ts'
import { Unreadable } from './unreadable.ts'

/** Ties by their places: `from[k]` names `to[k]` with `value[k]`, which is never 0. */
export interface Matrix {
  readonly size: number
  /** The names at its edges, or null when it has none. */
  readonly names: readonly string[] | null
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly value: readonly number[]
  readonly notes: readonly Note[]
}

/**
 * Reads it to its end; a missing cell is no tie.
 * @throws Unreadable when it is not square, or a cell is no number
 */
export const readMatrix = async (table: OpenTable, watch: Watch = {}): Promise<Matrix> => {
  const labelled = table.shape === 'labelled matrix'
  const size = table.header.length - (labelled ? 1 : 0)
  const rules = { missing: new Set<string>(), commaDivides: table.delimiter === ',' }
  const [from, to, value]: [number[], number[], number[]] = [[], [], []]
  let missing = 0
  let row = 0
  await eachRecord(table, watch, (record, line) => {
    const cells = labelled ? record.slice(1) : record
    if (cells.length !== size || row === size)
      throw new Unreadable(
        { file: table.file, line: line() },
        `a matrix of ${size} columns has ${size} rows of ${size}`,
      )
    cells.forEach((cell, column) => {
      const read = numberIn(cell, rules)
      const place = { file: table.file, line: line(), column: column + (labelled ? 2 : 1) }
      if (read.kind === 'unreadable') throw new Unreadable(place, read.reason)
      if (read.kind === 'missing') missing += 1
      else if (read.value !== 0) {
        from.push(row)
        to.push(column)
        value.push(read.value)
      }
    })
    row += 1
  })
  if (row !== size)
    throw new Unreadable({ file: table.file }, `has ${row} rows and ${size} columns; a matrix is square`)
  const names = labelled ? table.header.slice(1) : null
  const notes = [...table.notes, note('reading', `A matrix of ${size} people: the row names the column.`)]
  if (missing > 0) notes.push(note('reading', `${missing} missing cells of the matrix were read as no tie.`))
  return { size, names, from, to, value, notes }
}

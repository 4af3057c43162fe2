/** The rows of a file that were asked for, and the columns that were named: `--where` and `--items` of the measuring verbs. */

import { counted, type Note, note } from '../../modules/measurement/engine/note.ts'
import { textAt } from '../../modules/measurement/engine/reading/column.ts'
import { columnOf } from '../../modules/measurement/engine/reading/header.ts'
import { readTable, type WantedNumber, type WantedText } from '../../modules/measurement/engine/reading/read-table.ts'
import { Misused } from '../verb.ts'
import { openFile } from './file.ts'
import type { Desk } from './measuring.ts'

/** The columns to read, by the name under which they are asked for again. */
export interface Picking {
  readonly texts?: Readonly<Record<string, Omit<WantedText, 'kind'>>>
  readonly numbers?: Readonly<Record<string, Omit<WantedNumber, 'kind'>>>
  /** Names of number columns; `FROM..TO` means all columns between two, both included. */
  readonly items?: readonly string[]
  readonly range?: { readonly min?: number | undefined; readonly max?: number | undefined }
  /** `COLUMN=VALUE`: only rows where it is so. */
  readonly where?: readonly string[]
  /** More cells that mean "no answer". */
  readonly missing?: readonly string[]
}

/** The picked rows. */
export interface Picked {
  readonly file: string
  readonly rows: number
  readonly items: readonly { readonly item: string; readonly values: Float64Array }[]
  readonly notes: readonly Note[]
  text(name: string): (string | null)[] | undefined
  /** NaN where nothing is written. */
  numbers(name: string): Float64Array | undefined
}

/**
 * Reads the picked columns and keeps the rows that were asked for.
 * @throws Misused for a condition that is none; CommandFailed and Unreadable as reading does
 */
export const picked = async (path: string, picking: Picking, desk: Desk): Promise<Picked> => {
  const open = await openFile(path)
  const conditions = (picking.where ?? []).map(conditionOf)
  const items = (picking.items ?? []).flatMap((name) => columnsBetween(open.header, name, open.file))
  const columns: Record<string, WantedText | WantedNumber> = {}
  for (const { column } of conditions) columns[`where ${column}`] = { kind: 'text', header: column }
  for (const [name, text] of Object.entries(picking.texts ?? {})) columns[`text ${name}`] = { kind: 'text', ...text }
  for (const [name, number] of Object.entries(picking.numbers ?? {}))
    columns[`number ${name}`] = { kind: 'number', ...number }
  for (const header of items) columns[`item ${header}`] = { kind: 'number', header, ...picking.range }
  const table = await readTable(open, { file: open.file, columns, missing: picking.missing, ...desk.watch })
  const asked = conditions.map(({ column, value }) => ({ column: table.text(`where ${column}`), value }))
  const kept = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    asked.every(({ column, value }) => textAt(column, row) === value),
  )
  const keep = (values: Float64Array) => Float64Array.from(kept, (row) => values[row] ?? Number.NaN)
  const notes = [...table.notes]
  if (conditions.length > 0) {
    const which = (picking.where ?? []).join(' and ')
    notes.push(note('reading', `${counted(kept.length, 'row')} of ${table.rows} where ${which}.`))
  }
  return {
    file: open.file,
    rows: kept.length,
    items: items.map((item) => ({ item, values: keep(table.numbers(`item ${item}`).values) })),
    notes,
    text: (name) => {
      if (!table.has(`text ${name}`)) return undefined
      const column = table.text(`text ${name}`)
      return kept.map((row) => textAt(column, row))
    },
    numbers: (name) => (table.has(`number ${name}`) ? keep(table.numbers(`number ${name}`).values) : undefined),
  }
}

const conditionOf = (typed: string): { column: string; value: string } => {
  const [, column, value] = /^([^=]+)=(.*)$/.exec(typed) ?? []
  if (column === undefined || value === undefined) throw new Misused(`--where is COLUMN=VALUE, not ${typed}.`)
  return { column, value }
}

const columnsBetween = (header: readonly string[], typed: string, file: string): string[] => {
  const [, from, to] = /^(.+?)\.\.(.+)$/.exec(typed) ?? []
  if (from === undefined || to === undefined || header.includes(typed)) return [typed]
  const ends = [from, to].map((end) => columnOf(header, { header: end }, file)?.index)
  const [first, last] = ends
  if (first === undefined || last === undefined || last < first)
    throw new Misused(`${typed} names no columns of ${file}: FROM..TO are two columns in the order of the file.`)
  return header.slice(first, last + 1)
}

/** How figures are shown: each with the name of its definition, what it says and what it cannot say. */
import { type Definition, figureAt } from '../../modules/measurement/engine/explain/definition.ts'
import type { Note } from '../../modules/measurement/engine/note.ts'
import { Misused } from '../verb.ts'

/** What every verb of `measure` answers: figures by their names, and the rules that were applied. */
export interface Measured {
  readonly notes: readonly Note[]
}

const WIDTH = 112
const NAME = 28
const ROWS = 20

/** A measurement as a table to read: those figures that it has, in the order of their definitions. */
export const tableOf = (title: string, measured: Measured, definitions: readonly Definition[]): string => {
  const told = new Set<Note>()
  const blocks = definitions.flatMap((definition) => {
    const value = figureAt(measured, definition.figure)
    if (value === undefined) return []
    const own = measured.notes.filter(({ about }) => about === definition.figure)
    for (const note of own) told.add(note)
    return [block(definition, value, own)]
  })
  const rest = measured.notes.filter((note) => !told.has(note)).map(({ about, says }) => bullet(about, says))
  const notes = rest.length > 0 ? ['', 'What was assumed', '', ...rest] : []
  return `${[title, '', ...blocks, ...notes, '', 'More about one: --explain FIGURE'].join('\n')}\n`
}

/**
 * Everything about the definition of one figure.
 * @throws Misused when there is no such figure
 */
export const explained = (figure: string, definitions: readonly Definition[]): string => {
  const found = definitions.filter((one) => one.figure === figure || one.figure.startsWith(`${figure}.`))
  if (found.length === 0)
    throw new Misused(`There is no figure ${figure}; there is ${definitions.map((one) => one.figure).join(', ')}.`)
  return found.map(inFull).join('\n')
}

const inFull = (definition: Definition): string => {
  const parts: [string, string][] = [
    ['definition', definition.name],
    ['formula', definition.formula],
    ['source', definition.source],
    ['range', definition.range],
    ['says', definition.says],
    ['does not say', definition.cannotSay],
    ['example', definition.example],
  ]
  return `${definition.figure}\n${parts.map(([name, text]) => `  ${name.padEnd(14)}${wrapped(text, 16)}`).join('\n')}\n`
}

const block = (
  { figure, name, formula, says, cannotSay }: Definition,
  value: unknown,
  notes: readonly Note[],
): string => {
  const own = notes.map((note) => note.says).join(' ')
  const shown = value === null ? 'undefined' : inline(value)
  const head = `${figure.padEnd(NAME)}${shown ?? ''}`
  const rows = shown === undefined ? rowsOf(value as readonly object[]) : []
  const words = [`${name}: ${formula}`, `Says: ${says}`, `Does not say: ${cannotSay}`, own].filter(Boolean)
  return `${[head, ...rows, ...words.map((text) => `    ${wrapped(text, 4)}`)].join('\n')}\n`
}

const bullet = (about: string, says: string): string => `  ${about.padEnd(NAME - 2)}${wrapped(says, NAME)}`

/** A value on one line; undefined when it needs rows. */
const inline = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return value.some((one) => one && typeof one === 'object') ? undefined : listed(value)
  if (value && typeof value === 'object')
    return listed(Object.entries(value).map(([key, one]) => `${key} ${cell(one)}`))
  return cell(value)
}

const listed = (values: readonly unknown[]): string => {
  const some = values
    .slice(0, ROWS * 2)
    .map(cell)
    .join(', ')
  return wrapped(values.length > ROWS * 2 ? `${some} and ${values.length - ROWS * 2} more` : some, NAME)
}

const rowsOf = (rows: readonly object[]): string[] => {
  const flat = rows.slice(0, ROWS).map((row) => flattened(row))
  const fitting = within(Object.keys(flat[0] ?? {}))
  const heads = fitting.shown
  const some = flat.map((row) => heads.map((head) => cell(row[head])))
  const widths = heads.map((head, at) => Math.max(head.length, ...some.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) => `    ${cells.map((text, at) => text.padStart(widths[at] ?? 0)).join('  ')}`
  const more = rows.length > ROWS ? [`    and ${rows.length - ROWS} more; --json holds them all`] : []
  const hidden = fitting.hidden > 0 ? [`    ${fitting.hidden} columns more in --json`] : []
  return [line(heads), ...some.map(line), ...more, ...hidden]
}

/** A row without rows in it: `reciprocity.arc` beside `density`. */
const flattened = (row: object, before = ''): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(flattened(value, `${before}${key}.`))
        : [[before + key, Array.isArray(value) ? value.length : value]],
    ),
  )

/** As many columns as fit, at the least the first. */
const within = (heads: readonly string[]): { shown: string[]; hidden: number } => {
  let width = 4
  const shown = heads.filter((head, at) => {
    width += Math.max(10, head.length) + 2
    return at === 0 || width <= WIDTH
  })
  return { shown, hidden: heads.length - shown.length }
}

/** Six decimals at most; `undefined` for what has no value. */
const cell = (value: unknown): string => {
  if (value === null) return 'undefined'
  if (typeof value !== 'number') return String(value)
  if (Number.isInteger(value)) return String(value)
  return Math.abs(value) < 1e-4 ? value.toExponential(3) : String(Number(value.toFixed(6)))
}

const wrapped = (text: string, indent: number): string => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= WIDTH - indent)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

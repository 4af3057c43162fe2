/** The waves of a change: a file for each, one long file with a column of waves, or one wide file with a column for each. */
import type { Wave } from '../../modules/measurement/engine/change/wave.ts'
import { type Note, note } from '../../modules/measurement/engine/note.ts'
import { isRefused } from '../../modules/measurement/engine/refused.ts'
import { readyAnswers } from '../../modules/measurement/engine/scale/answers.ts'
import type { ScaleRules } from '../../modules/measurement/engine/scale/scale.ts'
import { scoresOf } from '../../modules/measurement/engine/scale/score.ts'
import { Misused } from '../verb.ts'
import type { Desk } from './measuring.ts'
import { type Picked, type Picking, picked } from './picked.ts'

/** What is measured in each row: a column, or the score on the items of a scale. */
export interface Measure {
  readonly value?: string | undefined
  readonly items: readonly string[]
  readonly rules: ScaleRules
  readonly picking: Pick<Picking, 'where' | 'missing'>
}

/** The waves in their order, with what was assumed. */
export interface ReadWaves {
  readonly waves: readonly Wave[]
  readonly notes: readonly Note[]
}

/** One file for each wave. */
export const wavesOfFiles = async (
  files: readonly string[],
  id: string,
  measure: Measure,
  desk: Desk,
): Promise<ReadWaves> => {
  const waves: Wave[] = []
  const notes: Note[] = []
  for (const [at, file] of files.entries()) {
    const read = await picked(file, pickingOf(measure, { id: { header: id } }), desk)
    const scored = valuesOf(read, measure)
    const name = waves.some((wave) => wave.name === read.file) ? `${read.file} (${at + 1})` : read.file
    waves.push({ name, rows: rowsOf(read.text('id') ?? [], scored.values) })
    notes.push(...[...read.notes, ...scored.notes].map(({ about, says }) => note(about, `${name}: ${says}`)))
  }
  return { waves, notes }
}

/** One file in long form: a row for each person and wave. Waves are ordered as numbers where they are, else as they come. */
export const wavesOfLong = async (
  file: string,
  { id, wave }: { id: string; wave: string },
  measure: Measure,
  desk: Desk,
): Promise<ReadWaves> => {
  const read = await picked(file, pickingOf(measure, { id: { header: id }, wave: { header: wave } }), desk)
  const scored = valuesOf(read, measure)
  const rows = rowsOf(read.text('id') ?? [], scored.values)
  const names = read.text('wave') ?? []
  const order = [...new Set(names.filter((name) => name !== null))]
  if (order.every((name) => Number.isFinite(Number(name)))) order.sort((one, other) => Number(one) - Number(other))
  const waves = order.map((name) => ({ name: `${wave} ${name}`, rows: rows.filter((_, row) => names[row] === name) }))
  const notes = [note('reading', `Waves by ${wave}, in this order: ${order.join(', ')}.`)]
  return { waves, notes: [...read.notes, ...scored.notes, ...notes] }
}

/** One file in wide form: a row for each person, a column for each wave. */
export const wavesOfWide = async (
  file: string,
  { id, columns }: { id: string | undefined; columns: readonly string[] },
  measure: Measure,
  desk: Desk,
): Promise<ReadWaves> => {
  const texts: Picking['texts'] = id === undefined ? {} : { id: { header: id } }
  const read = await picked(file, { ...measure.picking, texts, items: columns }, desk)
  const ids = read.text('id') ?? Array.from({ length: read.rows }, (_, row) => String(row + 1))
  return { waves: read.items.map(({ item, values }) => ({ name: item, rows: rowsOf(ids, values) })), notes: read.notes }
}

const pickingOf = ({ value, items, rules, picking }: Measure, texts: Picking['texts']): Picking => ({
  ...picking,
  ...(texts && { texts }),
  ...(value === undefined
    ? { items, ...(rules.range && { range: rules.range }) }
    : { numbers: { value: { header: value } } }),
})

const valuesOf = (read: Picked, { value, rules }: Measure): { values: Float64Array; notes: readonly Note[] } => {
  if (value !== undefined) return { values: read.numbers('value') ?? new Float64Array(), notes: [] }
  const ready = readyAnswers(read.items, rules)
  if (isRefused(ready)) throw new Misused(ready.refused)
  const values = scoresOf(
    ready.items.map((item) => item.values),
    rules.missing,
  )
  return {
    values,
    notes: [...ready.notes, note('mean', `Scores: mean of ${ready.items.length} items, ${rules.missing}.`)],
  }
}

const rowsOf = (ids: readonly (string | null)[], values: Float64Array): Wave['rows'] =>
  ids.map((id, row) => {
    const value = values[row] ?? Number.NaN
    return { id, value: Number.isNaN(value) ? null : value }
  })

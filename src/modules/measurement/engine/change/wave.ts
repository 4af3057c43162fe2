/** A wave holds one value per respondent; two waves are compared over the ids that have a value in both. */
import { counted, type Note, note } from '../note.ts'

/** One row of a wave: who, and what. `value` is null (or NaN) where nothing was measured. */
export interface WaveRow {
  readonly id: string | null
  readonly value: number | null
}

/** One round of measuring. */
export interface Wave {
  readonly name: string
  readonly rows: readonly WaveRow[]
}

/** Those who were measured twice, in the order of the earlier wave. */
export interface Pairs {
  readonly ids: readonly string[]
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly notes: readonly Note[]
}

/**
 * Pairs two waves by id. When an id repeats within a wave its first row counts, whether or not it has a value; ids on one
 * side only and ids without a value are left out. Notes tell how many of each.
 */
export const pairsOf = (before: Wave, after: Wave): Pairs => {
  const notes: Note[] = []
  const [earlier, later] = [valuesById(before, notes), valuesById(after, notes)]
  const both = [...earlier.keys()].filter((id) => later.has(id))
  const kept = both.filter((id) => isNumber(earlier.get(id)) && isNumber(later.get(id)))
  tellUnmatched(
    before.name,
    [...earlier.keys()].filter((id) => !later.has(id)),
    notes,
  )
  tellUnmatched(
    after.name,
    [...later.keys()].filter((id) => !earlier.has(id)),
    notes,
  )
  const empty = both.length - kept.length
  if (empty > 0)
    notes.push(note('n', `${counted(empty, 'id')} in both waves without a value in one of them, left out.`))
  const pick = (wave: Map<string, number | null>) => kept.map((id) => wave.get(id) ?? Number.NaN)
  return { ids: kept, before: pick(earlier), after: pick(later), notes }
}

const valuesById = ({ name, rows }: Wave, notes: Note[]): Map<string, number | null> => {
  const values = new Map<string, number | null>()
  const repeated = new Set<string>()
  let nameless = 0
  for (const { id, value } of rows) {
    if (id === null) nameless += 1
    else if (values.has(id)) repeated.add(id)
    else values.set(id, value)
  }
  if (nameless > 0) notes.push(note('n', `${counted(nameless, 'row')} of ${name} without an id, left out.`))
  if (repeated.size > 0) {
    const says = `${counted(repeated.size, 'id')} of ${name} more than once (${some([...repeated])}): the first row counts.`
    notes.push(note('n', says))
  }
  return values
}

const tellUnmatched = (wave: string, ids: readonly string[], notes: Note[]): void => {
  if (ids.length > 0) notes.push(note('n', `${counted(ids.length, 'id')} only in ${wave} (${some(ids)}), left out.`))
}

const some = (ids: readonly string[]): string => (ids.length > 5 ? `${ids.slice(0, 5).join(', ')}, …` : ids.join(', '))

const isNumber = (value: number | null | undefined): boolean => typeof value === 'number' && Number.isFinite(value)

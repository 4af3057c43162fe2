/** A network as it was told, before any rule is applied: people, who named whom, groups, and when. */
import { counted, type Note, note } from '../note.ts'
import { type TextColumn, textAt } from '../reading/column.ts'
import { type DayOrder, datesOf } from '../reading/date.ts'
import { columnOf } from '../reading/header.ts'
import { readMatrix } from '../reading/matrix.ts'
import type { OpenTable } from '../reading/open-table.ts'
import { readTable } from '../reading/read-table.ts'
import type { Watch } from '../reading/records.ts'
import { Unreadable } from '../reading/unreadable.ts'
import type { Ties } from './graph.ts'
import { readPeople } from './people.ts'

/** Ties with what is known beside them. */
export interface Network extends Ties {
  /** The group of each person by its place in `ids`; null for whoever has none. */
  readonly group: readonly (string | null)[] | null
  /** When each tie was, in milliseconds since 1970. */
  readonly times: Float64Array | null
  readonly notes: readonly Note[]
}

/** Which columns are meant, where the usual names are not enough. */
export interface Told {
  readonly directed: boolean
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly id?: string | undefined
  readonly group?: string | undefined
  readonly window?: string | undefined
  readonly dates?: DayOrder | undefined
  /** A column of weights; a matrix has them anyway. */
  readonly weight?: string | undefined
  /** Ties below this weight are none. */
  readonly atLeast?: number | undefined
}

const FROM = ['from', 'source', 'sender', 'ego', 'from id', 'source id']
const TO = ['to', 'target', 'receiver', 'alter', 'recipient', 'to id', 'target id']

/**
 * Reads a list or a matrix of ties, and the people where there is a file of them.
 * @throws Unreadable for what cannot be read
 */
export const readNetwork = async (
  edges: OpenTable,
  nodes: OpenTable | undefined,
  told: Told,
  watch: Watch = {},
): Promise<Network> => {
  const people = nodes && (await readPeople(nodes, told, watch))
  const ties =
    edges.shape === 'table' ? await listed(edges, told, watch) : await fromMatrix(edges, people?.ids, told, watch)
  const place = new Map((people?.ids ?? []).map((id, at) => [id, at]))
  const ids = [...(people?.ids ?? [])]
  const placed = ties.names.map((name) => {
    const at = place.get(name) ?? ids.push(name) - 1
    place.set(name, at)
    return at
  })
  const strangers = ids.length - (people?.ids.length ?? ids.length)
  const notes = [...(people?.notes ?? []), ...ties.notes]
  if (strangers > 0)
    notes.push(note('nodes', `${counted(strangers, 'person', 'people')} named in ties but not in the file of people.`))
  return {
    directed: told.directed,
    ids,
    from: Int32Array.from(ties.from, (code) => placed[code] ?? 0),
    to: Int32Array.from(ties.to, (code) => placed[code] ?? 0),
    group: people?.group ? ids.map((_, at) => people.group?.[at] ?? null) : null,
    times: ties.times,
    notes,
  }
}

interface Named {
  readonly names: readonly string[]
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  readonly times: Float64Array | null
  readonly notes: readonly Note[]
}

const listed = async (edges: OpenTable, told: Told, watch: Watch): Promise<Named> => {
  const [from, to] = endsOf(edges, told)
  const table = await readTable(edges, {
    ...watch,
    file: edges.file,
    columns: {
      from: { kind: 'text', header: from.name, aliases: from.aliases },
      to: { kind: 'text', header: to.name, aliases: to.aliases },
      ...(told.weight === undefined ? {} : { weight: { kind: 'number', header: told.weight } as const }),
      ...(told.window === undefined ? {} : { window: { kind: 'text', header: told.window } as const }),
    },
  })
  const weight = told.weight === undefined ? undefined : table.numbers('weight').values
  const when = told.window === undefined ? undefined : datesOf(table.text('window'), edges.file, told.dates)
  const least = told.atLeast ?? Number.MIN_VALUE
  const [one, other] = [table.text('from'), table.text('to')]
  const rows: number[] = []
  for (let row = 0; row < table.rows; row += 1)
    if ((one.codes[row] ?? -1) >= 0 && (other.codes[row] ?? -1) >= 0 && !((weight?.[row] ?? least) < least))
      rows.push(row)
  const names = [...new Set([...one.words, ...other.words])]
  const place = new Map(names.map((name, at) => [name, at]))
  const at = (column: TextColumn) => rows.map((row) => place.get(textAt(column, row) ?? '') ?? 0)
  const notes = [...table.notes, ...(when?.notes ?? []), ...skipped(table.rows, one, other, told)]
  const times = when ? Float64Array.from(rows, (row) => when.times[row] ?? Number.NaN) : null
  return { names, from: at(one), to: at(other), times, notes }
}

const skipped = (rows: number, one: TextColumn, other: TextColumn, { weight, atLeast }: Told): Note[] => {
  let open = 0
  for (let row = 0; row < rows; row += 1) if ((one.codes[row] ?? -1) < 0 || (other.codes[row] ?? -1) < 0) open += 1
  const notes = open > 0 ? [note('reading', `${counted(open, 'row')} without both ends left out.`)] : []
  if (weight !== undefined) notes.push(note('edges', `A tie is a ${weight} of at least ${atLeast ?? 'more than 0'}.`))
  return notes
}

interface End {
  readonly name: string
  readonly aliases: readonly string[]
}

const endsOf = ({ header, file }: OpenTable, told: Told): [End, End] => {
  const [first, second] = header
  if (first === undefined || second === undefined)
    throw new Unreadable({ file, line: 1 }, 'a list of ties has two columns at least: who, and whom')
  const usual = (asked: string | undefined, names: readonly string[], place: string): End => {
    if (asked !== undefined) return { name: asked, aliases: [] }
    const [name = '', ...aliases] = names
    return columnOf(header, { header: name, aliases }, file) ? { name, aliases } : { name: place, aliases: [] }
  }
  const ends: [End, End] = [usual(told.from, FROM, first), usual(told.to, TO, second)]
  const [one, other] = ends.map(({ name, aliases }) => columnOf(header, { header: name, aliases }, file)?.index)
  if (one !== undefined && one === other)
    throw new Unreadable({ file, line: 1 }, 'both ends of a tie would be the same column; say --from and --to')
  return ends
}

const fromMatrix = async (
  edges: OpenTable,
  people: readonly string[] | undefined,
  told: Told,
  watch: Watch,
): Promise<Named> => {
  if (told.window !== undefined) throw new Unreadable({ file: edges.file }, 'a matrix has no column of dates')
  const matrix = await readMatrix(edges, watch)
  const byOrder = matrix.names === null && people?.length === matrix.size
  const names = matrix.names ?? (byOrder && people) ?? Array.from({ length: matrix.size }, (_, at) => String(at + 1))
  const notes = [...matrix.notes]
  if (byOrder) notes.push(note('reading', 'Rows of the matrix are the people of the other file, in the same order.'))
  const least = told.atLeast ?? Number.MIN_VALUE
  if (told.atLeast !== undefined) notes.push(note('edges', `A tie is a value of at least ${told.atLeast}.`))
  const kept = matrix.value.flatMap((value, k) => (value >= least ? [k] : []))
  const all = names || Array.from({ length: matrix.size }, (_, at) => String(at + 1))
  const pick = (ends: readonly number[]) => kept.map((k) => ends[k] ?? 0)
  return { names: all, from: pick(matrix.from), to: pick(matrix.to), times: null, notes }
}

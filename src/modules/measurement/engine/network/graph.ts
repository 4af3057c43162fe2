/** The simple graph: loops dropped, repeated ties merged, people without ties kept. */
import { counted, type Note, note } from '../note.ts'

/** Neighbours in one row after the other: those of v are `to[start[v]]` to `to[start[v + 1] - 1]`, ascending. */
export interface Adjacency {
  readonly start: Int32Array
  readonly to: Int32Array
}

/** A simple graph of n people. Of an undirected graph `out`, `into` and `both` are the same. */
export interface Graph {
  readonly directed: boolean
  readonly n: number
  readonly ids: readonly string[]
  /** Who is named by whom, who names whom, and who is tied to whom either way. */
  readonly out: Adjacency
  readonly into: Adjacency
  readonly both: Adjacency
  /** Arcs when directed, edges when not. */
  readonly edges: number
  /** Pairs with at least one tie. */
  readonly pairs: number
}

/** Ties as they were told: `from[k]` to `to[k]`, both places in `ids`. */
export interface Ties {
  readonly ids: readonly string[]
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  readonly directed: boolean
}

/** Builds the simple graph. People are put in order of their ids, so that the order of rows changes nothing. */
export const graphOf = ({ ids, from, to, directed }: Ties): { graph: Graph; notes: Note[] } => {
  const order = ids.map((_, index) => index).sort((a, b) => inOrder(ids[a] ?? '', ids[b] ?? ''))
  const place = new Int32Array(ids.length)
  order.forEach((index, at) => {
    place[index] = at
  })
  const n = ids.length
  const told = from.length
  const one = new Int32Array(told)
  const other = new Int32Array(told)
  let kept = 0
  for (let k = 0; k < told; k += 1) {
    const a = place[from[k] ?? 0] ?? 0
    const b = place[to[k] ?? 0] ?? 0
    if (a === b) continue
    one[kept] = directed ? a : Math.min(a, b)
    other[kept] = directed ? b : Math.max(a, b)
    kept += 1
  }
  const out = adjacency(n, one.subarray(0, kept), other.subarray(0, kept))
  const into = turned(n, out)
  const both = merged(n, out, into)
  const edges = out.to.length
  const sorted = order.map((index) => ids[index] ?? '')
  const graph = directed
    ? { directed, n, ids: sorted, out, into, both, edges, pairs: both.to.length / 2 }
    : { directed, n, ids: sorted, out: both, into: both, both, edges, pairs: edges }
  return { graph, notes: rules(told, told - kept, kept - edges, graph) }
}

/** Ids that are whole numbers come first and by size; all others by their letters. */
const inOrder = (a: string, b: string): number => {
  const [x, y] = [/^\d{1,15}$/.test(a), /^\d{1,15}$/.test(b)]
  if (x && y && Number(a) !== Number(b)) return Number(a) - Number(b)
  if (x !== y) return x ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

const rules = (told: number, loops: number, repeats: number, { n, both, directed }: Graph): Note[] => {
  const notes: Note[] = []
  if (loops > 0)
    notes.push(note('edges', `${counted(loops, 'tie')} of ${told} from a person to the same person dropped.`))
  if (repeats > 0)
    notes.push(note('edges', `${counted(repeats, 'repeated tie')} merged: counts of messages are no ties.`))
  if (!directed) notes.push(note('edges', 'Undirected: a tie in either direction is one edge.'))
  let alone = 0
  for (let v = 0; v < n; v += 1) if (both.start[v] === both.start[v + 1]) alone += 1
  if (alone > 0) notes.push(note('nodes', `${counted(alone, 'person', 'people')} without ties kept.`))
  return notes
}

const adjacency = (n: number, from: Int32Array, to: Int32Array): Adjacency => {
  const start = new Int32Array(n + 1)
  for (const v of from) start[v + 1] = (start[v + 1] ?? 0) + 1
  for (let v = 0; v < n; v += 1) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0)
  const next = start.slice()
  const rows = new Int32Array(from.length)
  for (let k = 0; k < from.length; k += 1) {
    const at = next[from[k] ?? 0] ?? 0
    rows[at] = to[k] ?? 0
    next[from[k] ?? 0] = at + 1
  }
  return unrepeated(n, start, rows)
}

const unrepeated = (n: number, start: Int32Array, rows: Int32Array): Adjacency => {
  const begin = new Int32Array(n + 1)
  let kept = 0
  for (let v = 0; v < n; v += 1) {
    begin[v] = kept
    const row = rows.subarray(start[v], start[v + 1]).sort()
    let last = -1
    for (const w of row) {
      if (w !== last) rows[kept++] = w
      last = w
    }
  }
  begin[n] = kept
  return { start: begin, to: rows.slice(0, kept) }
}

const fromOf = (n: number, { start, to }: Adjacency): Int32Array => {
  const from = new Int32Array(to.length)
  for (let v = 0; v < n; v += 1) from.fill(v, start[v], start[v + 1])
  return from
}

const turned = (n: number, graph: Adjacency): Adjacency => adjacency(n, graph.to, fromOf(n, graph))

const merged = (n: number, out: Adjacency, into: Adjacency): Adjacency => {
  const from = new Int32Array(out.to.length * 2)
  const to = new Int32Array(out.to.length * 2)
  from.set(fromOf(n, out))
  from.set(fromOf(n, into), out.to.length)
  to.set(out.to)
  to.set(into.to, out.to.length)
  return adjacency(n, from, to)
}

/** How many neighbours each has. */
export const degreesOf = ({ start }: Adjacency): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, v) => (start[v + 1] ?? 0) - (start[v] ?? 0))

/** Whether w is a neighbour of v. */
export const isTied = ({ start, to }: Adjacency, v: number, w: number): boolean => {
  let low = start[v] ?? 0
  let high = start[v + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((to[middle] ?? 0) < w) low = middle + 1
    else high = middle
  }
  return low < (start[v + 1] ?? 0) && to[low] === w
}

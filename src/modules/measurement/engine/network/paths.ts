/** Figures of shortest paths: betweenness after Brandes, closeness after Wasserman and Faust. Ties weigh nothing. */
import type { Adjacency } from './graph.ts'
import { type Rest, restless } from './rest.ts'

const SLICE = 32

/**
 * Betweenness, raw: for each person the sum over pairs of the share of shortest paths that lead through them. Pairs are
 * ordered when directed, unordered when not. Brandes (2001), A faster algorithm for betweenness centrality.
 */
export const betweenness = async (
  graph: Adjacency,
  directed: boolean,
  rest: Rest = restless,
): Promise<Float64Array> => {
  const n = graph.start.length - 1
  const total = new Float64Array(n)
  const search = searchIn(graph, total)
  for (let source = 0; source < n; source += 1) {
    if (source % SLICE === 0) await rest(source, n)
    search(source)
  }
  if (!directed) for (let v = 0; v < n; v += 1) total[v] = (total[v] ?? 0) / 2
  return total
}

const searchIn = ({ start, to }: Adjacency, total: Float64Array): ((source: number) => void) => {
  const n = total.length
  const distance = new Int32Array(n).fill(-1)
  const paths = new Float64Array(n)
  const share = new Float64Array(n)
  const queue = new Int32Array(n)
  // Those one step farther out, kept while going forward so that going backward has nothing to ask.
  const farther = new Int32Array(to.length)
  const begin = new Int32Array(n + 1)
  return (source) => {
    let tail = 1
    let kept = 0
    queue[0] = source
    distance[source] = 0
    paths[source] = 1
    for (let head = 0; head < tail; head += 1) {
      const v = queue[head] as number
      const next = (distance[v] as number) + 1
      const ways = paths[v] as number
      begin[head] = kept
      for (let k = start[v] as number, end = start[v + 1] as number; k < end; k += 1) {
        const w = to[k] as number
        const d = distance[w] as number
        if (d < 0) {
          distance[w] = next
          paths[w] = ways
          queue[tail++] = w
          farther[kept++] = w
        } else if (d === next) {
          paths[w] = (paths[w] as number) + ways
          farther[kept++] = w
        }
      }
    }
    for (let at = tail - 1, end = kept; at > 0; at -= 1) {
      const v = queue[at] as number
      const ways = paths[v] as number
      let sum = 0
      for (let k = begin[at] as number; k < end; k += 1) sum += share[farther[k] as number] as number
      end = begin[at] as number
      const through = sum * ways
      total[v] = (total[v] as number) + through
      share[v] = (1 + through) / ways
    }
    for (let at = 0; at < tail; at += 1) distance[queue[at] as number] = -1
  }
}

/** How many each one reaches along ties in either direction, and the sum of their distances. */
export interface Reach {
  readonly reached: Int32Array
  readonly far: Float64Array
}

/** Distances from all to all, thirty-two searches at a time: one bit for each. The graph must be undirected. */
export const reachOf = async ({ start, to }: Adjacency, rest: Rest = restless): Promise<Reach> => {
  const n = start.length - 1
  const reached = new Int32Array(n)
  const far = new Float64Array(n)
  let front = new Int32Array(n)
  let next = new Int32Array(n)
  const seen = new Int32Array(n)
  for (let first = 0; first < n; first += 32) {
    await rest(first, n)
    front.fill(0)
    seen.fill(0)
    for (let v = first; v < Math.min(n, first + 32); v += 1) {
      front[v] = 1 << (v - first)
      seen[v] = front[v] as number
    }
    for (let level = 1, alive = true; alive; level += 1) {
      alive = false
      next.fill(0)
      for (let v = 0; v < n; v += 1) {
        const bits = front[v] as number
        if (bits === 0) continue
        for (let k = start[v] as number, end = start[v + 1] as number; k < end; k += 1) {
          const w = to[k] as number
          next[w] = (next[w] as number) | bits
        }
      }
      for (let v = 0; v < n; v += 1) {
        const fresh = (next[v] as number) & ~(seen[v] as number)
        next[v] = fresh
        if (fresh === 0) continue
        alive = true
        seen[v] = (seen[v] as number) | fresh
        const count = bitsIn(fresh)
        // Distance is the same both ways, so what reaches v tells what v reaches.
        reached[v] = (reached[v] as number) + count
        far[v] = (far[v] as number) + count * level
      }
      ;[front, next] = [next, front]
    }
  }
  return { reached, far }
}

const bitsIn = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * Closeness in the form for graphs that fall apart (Wasserman and Faust 1994, p. 201): r/(n-1) · r/Σd over the r people
 * whom one reaches. Null for whoever reaches nobody: a mean over nothing.
 */
export const closeness = ({ reached, far }: Reach): (number | null)[] =>
  Array.from(reached, (r, v) => (r === 0 ? null : (r / (reached.length - 1)) * (r / (far[v] ?? 1))))

/** What a graph falls into: weak and strong components, and cores within cores. */
import { type Adjacency, degreesOf } from './graph.ts'

/** How many parts hang together, and in which one each is. */
export interface Parts {
  readonly count: number
  readonly part: Int32Array
}

/** Parts that hang together along ties in either direction. */
export const weakParts = ({ start, to }: Adjacency): Parts => {
  const n = start.length - 1
  const part = new Int32Array(n).fill(-1)
  const stack: number[] = []
  let count = 0
  for (let root = 0; root < n; root += 1) {
    if (part[root] !== -1) continue
    part[root] = count
    stack.push(root)
    for (let v = stack.pop(); v !== undefined; v = stack.pop())
      for (const w of to.subarray(start[v], start[v + 1]))
        if (part[w] === -1) {
          part[w] = count
          stack.push(w)
        }
    count += 1
  }
  return { count, part }
}

/** Parts in which each reaches each along the direction of ties. Tarjan (1972), without recursion. */
export const strongParts = ({ start, to }: Adjacency): number => {
  const n = start.length - 1
  const found = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const open = new Uint8Array(n)
  const next = start.slice(0, n)
  const path: number[] = []
  const stack: number[] = []
  let clock = 0
  let count = 0
  const enter = (v: number): void => {
    found[v] = clock
    low[v] = clock
    clock += 1
    open[v] = 1
    path.push(v)
    stack.push(v)
  }
  const leave = (v: number): void => {
    path.pop()
    const parent = path.at(-1)
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[v] ?? 0)
    if (low[v] !== found[v]) return
    count += 1
    for (let w = stack.pop(); w !== undefined; w = stack.pop()) {
      open[w] = 0
      if (w === v) break
    }
  }
  for (let root = 0; root < n; root += 1) {
    if (found[root] !== -1) continue
    enter(root)
    for (let v = path.at(-1); v !== undefined; v = path.at(-1)) {
      const k = next[v] ?? 0
      if (k === (start[v + 1] ?? 0)) {
        leave(v)
        continue
      }
      next[v] = k + 1
      const w = to[k] ?? 0
      if (found[w] === -1) enter(w)
      else if (open[w] === 1) low[v] = Math.min(low[v] ?? 0, found[w] ?? 0)
    }
  }
  return count
}

/** The largest k for which each belongs to a part where all have k ties. Batagelj and Zaveršnik (2003). */
export const coreness = (graph: Adjacency): Int32Array => {
  const n = graph.start.length - 1
  const left = degreesOf(graph)
  const most = left.reduce((max, degree) => Math.max(max, degree), 0)
  const shelves: number[][] = Array.from({ length: most + 1 }, () => [])
  left.forEach((degree, v) => {
    shelves[degree]?.push(v)
  })
  const core = new Int32Array(n).fill(-1)
  for (let k = 0; k <= most; k += 1) {
    const shelf = shelves[k] ?? []
    for (let v = shelf.pop(); v !== undefined; v = shelf.pop()) {
      if (core[v] !== -1) continue
      core[v] = k
      for (const w of graph.to.subarray(graph.start[v], graph.start[v + 1])) {
        if (core[w] !== -1 || (left[w] ?? 0) <= k) continue
        left[w] = (left[w] ?? 0) - 1
        shelves[left[w] ?? 0]?.push(w)
      }
    }
  }
  return core
}

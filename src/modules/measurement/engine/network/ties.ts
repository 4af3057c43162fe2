/** Figures of ties and pairs: density, reciprocity, Freeman's degree centralization, transitivity, E-I. */
import type { Graph } from './graph.ts'

/** Ties over possible ties: m/(n(n-1)) directed, 2m/(n(n-1)) undirected. Null below two people. */
export const density = ({ n, edges, directed }: Graph): number | null =>
  n < 2 ? null : ((directed ? 1 : 2) * edges) / (n * (n - 1))

/** Arc form: share of arcs that are returned. Dyadic form: mutual pairs over all tied pairs. Null without arcs. */
export const reciprocity = ({ edges, pairs, directed }: Graph): { arc: number | null; dyadic: number | null } => {
  if (!directed || edges === 0) return { arc: null, dyadic: null }
  const mutual = edges - pairs
  return { arc: (2 * mutual) / edges, dyadic: mutual / pairs }
}

/** The sum of distances to the largest value, over the largest sum that is possible. Null when that is 0. */
export const centralization = (values: ArrayLike<number>, most: number): number | null => {
  if (most <= 0) return null
  let max = 0
  let sum = 0
  for (let v = 0; v < values.length; v += 1) {
    max = Math.max(max, values[v] ?? 0)
    sum += values[v] ?? 0
  }
  return (max * values.length - sum) / most
}

/** Three times the triangles over the connected triples of the collapsed graph. Null without triples. */
export const transitivity = ({ n, both }: Graph): number | null => {
  const { start, to } = both
  const degree = (v: number): number => (start[v + 1] ?? 0) - (start[v] ?? 0)
  // Each edge points from the smaller degree to the larger, so that a hub is visited once a triangle and not once a pair.
  const above = (v: number, w: number): boolean => degree(w) > degree(v) || (degree(w) === degree(v) && w > v)
  const seen = new Int32Array(n).fill(-1)
  let triangles = 0
  let triples = 0
  for (let v = 0; v < n; v += 1) {
    triples += (degree(v) * (degree(v) - 1)) / 2
    const row = to.subarray(start[v], start[v + 1]).filter((w) => above(v, w))
    for (const w of row) seen[w] = v
    for (const w of row)
      for (let k = start[w] ?? 0; k < (start[w + 1] ?? 0); k += 1) {
        const x = to[k] ?? 0
        if (seen[x] === v && above(w, x)) triangles += 1
      }
  }
  return triples === 0 ? null : (3 * triangles) / triples
}

/** Ties between groups and within them, and the same for all ties that could be. Group -1 is nobody's. */
export const externalInternal = (
  { n, out, directed }: Graph,
  group: Int32Array,
): { value: number | null; expected: number | null } => {
  let external = 0
  let internal = 0
  const sizes = new Map<number, number>()
  for (let v = 0; v < n; v += 1) {
    const own = group[v] ?? -1
    if (own < 0) continue
    sizes.set(own, (sizes.get(own) ?? 0) + 1)
    for (let k = out.start[v] ?? 0; k < (out.start[v + 1] ?? 0); k += 1) {
      const its = group[out.to[k] ?? 0] ?? -1
      if (its < 0 || (!directed && (out.to[k] ?? 0) < v)) continue
      if (its === own) internal += 1
      else external += 1
    }
  }
  const grouped = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const possible = (grouped * (grouped - 1)) / 2
  const within = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return {
    value: external + internal === 0 ? null : (external - internal) / (external + internal),
    expected: possible === 0 ? null : (possible - 2 * within) / possible,
  }
}

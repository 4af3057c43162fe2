/** Newman's modularity, of a partition that is given or of one that is looked for. */
import { type Chance, chanceOf } from './chance.ts'
import type { Adjacency } from './graph.ts'
import { aggregated, levelOf, moved } from './louvain.ts'
import { type Rest, restless } from './rest.ts'

/**
 * Q = Σ over groups of L/m - (d/2m)², on the collapsed graph without weights, resolution 1 (Newman and Girvan 2004). L are
 * the edges within a group, d the sum of its degrees. Whoever has no group (-1) is left out, with their ties. Null without edges.
 */
export const modularity = ({ start, to }: Adjacency, group: Int32Array): number | null => {
  const inside = new Map<number, number>()
  const degree = new Map<number, number>()
  let ends = 0
  for (let v = 0; v < group.length; v += 1) {
    const own = group[v] ?? -1
    if (own < 0) continue
    for (const w of to.subarray(start[v], start[v + 1])) {
      const its = group[w] ?? -1
      if (its < 0) continue
      ends += 1
      degree.set(own, (degree.get(own) ?? 0) + 1)
      if (its === own) inside.set(own, (inside.get(own) ?? 0) + 1)
    }
  }
  if (ends === 0) return null
  return [...degree].reduce((q, [own, d]) => q + (inside.get(own) ?? 0) / ends - (d / ends) ** 2, 0)
}

/** Communities that were found, numbered from 0, the largest first. */
export interface Found {
  readonly q: number | null
  readonly communities: number
  readonly member: Int32Array
}

/**
 * Looks for communities after Louvain (Blondel et al. 2008) several times, by chance from the seed, and keeps the best.
 * Every second time begins with communities by chance, as single people lead some small networks into the same dead end.
 * A lower bound of the best Q there is. Whoever has no ties is a community alone.
 */
export const communities = async (graph: Adjacency, seed: number, rest: Rest = restless): Promise<Found> => {
  const n = graph.start.length - 1
  const runs = n <= 200 ? 50 : n <= 2000 ? 8 : 4
  const chance = chanceOf(seed)
  let best: Found = { q: null, communities: n, member: Int32Array.from({ length: n }, (_, v) => v) }
  if (graph.to.length === 0) return best
  for (let run = 0; run < runs; run += 1) {
    await rest(run, runs)
    const member = once(graph, run % 2 === 0 ? alone(n) : anywhere(n, chance), chance)
    const q = modularity(graph, member)
    if (q !== null && (best.q === null || q > best.q + 1e-12)) best = { q, communities: 0, member }
  }
  return numbered(best)
}

/** Everybody in a community of their own, as Louvain begins. */
const alone = (n: number): Int32Array => new Int32Array(n).map((_, v) => v)

/** Everybody in a community by chance: from here the steps reach what single people never lead to. */
const anywhere = (n: number, chance: Chance): Int32Array => new Int32Array(n).map(() => Math.floor(chance() * n))

const once = (graph: Adjacency, from: Int32Array, chance: Chance): Int32Array => {
  let member = from
  for (;;) {
    // Each round begins with single people again, from the groups of the round before, so that a bad early move is undone.
    const base = levelOf(graph)
    let changed = moved(base, member, chance)
    let level = aggregated(base, member)
    for (;;) {
      const groups = new Int32Array(level.start.length - 1).map((_, v) => v)
      if (!moved(level, groups, chance)) break
      changed = true
      member = member.map((v) => groups[v] ?? 0)
      level = aggregated(base, member)
    }
    if (!changed) return member
  }
}

const numbered = ({ q, member }: Found): Found => {
  const sizes = new Map<number, number>()
  for (const group of member) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const order = [...sizes].sort(([, one], [, other]) => other - one).map(([group]) => group)
  const names = new Map(order.map((group, at) => [group, at]))
  return { q, communities: order.length, member: member.map((group) => names.get(group) ?? 0) }
}

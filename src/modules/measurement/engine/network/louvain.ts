/** The two steps of Louvain: move one by one to where modularity gains most, then take each group for one. */
import { type Chance, shuffled } from './chance.ts'
import type { Adjacency } from './graph.ts'

/** A weighted graph. `own` is the weight of ties within a node, counted twice, `strength` the sum of all of its ties. */
export interface Level {
  readonly start: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
  readonly own: Float64Array
  readonly strength: Float64Array
  /** Twice the weight of all ties. */
  readonly total: number
}

/** The first level: every tie weighs one. */
export const levelOf = ({ start, to }: Adjacency): Level => {
  const n = start.length - 1
  const strength = Float64Array.from({ length: n }, (_, v) => (start[v + 1] ?? 0) - (start[v] ?? 0))
  return {
    start,
    to,
    weight: new Float64Array(to.length).fill(1),
    own: new Float64Array(n),
    strength,
    total: to.length,
  }
}

/** Moves nodes until no single move gains; changes `member` and answers whether anything moved. */
export const moved = (level: Level, member: Int32Array, chance: Chance): boolean => {
  const { start, to, weight, strength, total } = level
  const n = start.length - 1
  const sum = new Float64Array(n)
  for (let v = 0; v < n; v += 1)
    sum[member[v] as number] = (sum[member[v] as number] as number) + (strength[v] as number)
  const order = shuffled(
    new Int32Array(n).map((_, v) => v),
    chance,
  )
  const tied = new Float64Array(n)
  const near = new Int32Array(n)
  let ever = false
  for (let again = true; again; ) {
    again = false
    for (const v of order) {
      const own = member[v] as number
      const k = strength[v] as number
      let count = 0
      for (let e = start[v] as number, end = start[v + 1] as number; e < end; e += 1) {
        const group = member[to[e] as number] as number
        if (tied[group] === 0) near[count++] = group
        tied[group] = (tied[group] as number) + (weight[e] as number)
      }
      sum[own] = (sum[own] as number) - k
      let best = own
      let gain = (tied[own] as number) - ((sum[own] as number) * k) / total
      for (let at = 0; at < count; at += 1) {
        const group = near[at] as number
        const here = (tied[group] as number) - ((sum[group] as number) * k) / total
        // A hair's breadth, or rounding would move people to and fro for ever.
        if (here > gain + 1e-10) {
          gain = here
          best = group
        }
      }
      for (let at = 0; at < count; at += 1) tied[near[at] as number] = 0
      sum[best] = (sum[best] as number) + k
      if (best === own) continue
      member[v] = best
      again = true
      ever = true
    }
  }
  return ever
}

/** Each group becomes one node. Numbers the groups in `member` from 0 in the order of their first member. */
export const aggregated = (level: Level, member: Int32Array): Level => {
  const n = level.start.length - 1
  const name = new Int32Array(n).fill(-1)
  let groups = 0
  for (let v = 0; v < n; v += 1) {
    const group = member[v] as number
    if (name[group] === -1) name[group] = groups++
    member[v] = name[group] as number
  }
  const members: number[][] = Array.from({ length: groups }, () => [])
  for (let v = 0; v < n; v += 1) members[member[v] as number]?.push(v)
  const own = new Float64Array(groups)
  const strength = new Float64Array(groups)
  const start = new Int32Array(groups + 1)
  const to: number[] = []
  const weight: number[] = []
  const tied = new Map<number, number>()
  members.forEach((people, group) => {
    tied.clear()
    for (const v of people) {
      strength[group] = (strength[group] as number) + (level.strength[v] as number)
      own[group] = (own[group] as number) + (level.own[v] as number)
      for (let e = level.start[v] as number; e < (level.start[v + 1] as number); e += 1) {
        const other = member[level.to[e] as number] as number
        tied.set(other, (tied.get(other) ?? 0) + (level.weight[e] as number))
      }
    }
    own[group] = (own[group] as number) + (tied.get(group) ?? 0)
    tied.delete(group)
    for (const [other, sum] of tied) {
      to.push(other)
      weight.push(sum)
    }
    start[group + 1] = to.length
  })
  return { start, to: Int32Array.from(to), weight: Float64Array.from(weight), own, strength, total: level.total }
}

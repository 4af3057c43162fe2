/** Looks for the best core: people step in and out, or change places, as long as the correlation grows. */
import type { Chance } from './chance.ts'
import type { Adjacency } from './graph.ts'
import type { Rest } from './rest.ts'

/**
 * What the ideal says about a tie between core and periphery: that it is there (`counted`, Borgatti and Everett's star,
 * our default) or nothing at all (`ignored`, the pairs are left out, Borgatti and Everett 1999, p. 382).
 */
export type MixedPairs = 'counted' | 'ignored'

/** A core and how well it fits. */
export interface Fit {
  readonly r: number
  readonly inCore: Uint8Array
  readonly size: number
}

/** One core that changes by one person at a time, with the counts from which r follows at once. */
export class CoreSearch {
  readonly n: number
  size = 0
  readonly inCore: Uint8Array
  readonly graph: Adjacency
  /** How many of each one's neighbours are in the core. */
  readonly near: Int32Array
  readonly #pairs: number
  readonly #mixed: MixedPairs
  /** Tied pairs within the core, and within the periphery. */
  #inside = 0
  #outside: number

  constructor(graph: Adjacency, pairs: number, mixed: MixedPairs) {
    this.n = graph.start.length - 1
    this.graph = graph
    this.inCore = new Uint8Array(this.n)
    this.near = new Int32Array(this.n)
    this.#pairs = pairs
    this.#outside = pairs
    this.#mixed = mixed
  }

  /** r of the core as it is; minus infinity when it has none. */
  r(): number {
    return this.#correlation(this.size, this.#inside, this.#outside)
  }

  /** r if v stepped in or out. */
  rIfFlipped(v: number): number {
    const near = this.near[v] as number
    const far = this.degree(v) - near
    return this.inCore[v] === 1
      ? this.#correlation(this.size - 1, this.#inside - near, this.#outside + far)
      : this.#correlation(this.size + 1, this.#inside + near, this.#outside - far)
  }

  /** r if v stepped out and w in; `tied` says whether they are tied to each other. */
  rIfSwapped(v: number, w: number, tied: boolean): number {
    const nearV = this.near[v] as number
    const nearW = (this.near[w] as number) - (tied ? 1 : 0)
    const farV = this.degree(v) - nearV
    const farW = this.degree(w) - (this.near[w] as number)
    return this.#correlation(this.size, this.#inside - nearV + nearW, this.#outside + farV - (tied ? 1 : 0) - farW)
  }

  flip(v: number): void {
    const near = this.near[v] as number
    const far = this.degree(v) - near
    const into = this.inCore[v] === 0
    this.inCore[v] = into ? 1 : 0
    this.size += into ? 1 : -1
    this.#inside += into ? near : -near
    this.#outside += into ? -far : far
    const { start, to } = this.graph
    for (let k = start[v] as number; k < (start[v + 1] as number); k += 1) {
      const w = to[k] as number
      this.near[w] = (this.near[w] as number) + (into ? 1 : -1)
    }
  }

  degree(v: number): number {
    return (this.graph.start[v + 1] as number) - (this.graph.start[v] as number)
  }

  fit(): Fit {
    return { r: this.r(), inCore: this.inCore.slice(), size: this.size }
  }

  become(inCore: Uint8Array): void {
    for (let v = 0; v < this.n; v += 1) if (this.inCore[v] !== inCore[v]) this.flip(v)
  }

  #correlation(size: number, inside: number, outside: number): number {
    const counted = this.#mixed === 'counted'
    const core = (size * (size - 1)) / 2
    const periphery = ((this.n - size) * (this.n - size - 1)) / 2
    const cells = counted ? (this.n * (this.n - 1)) / 2 : core + periphery
    const ties = counted ? this.#pairs : inside + outside
    const ideal = counted ? cells - periphery : core
    const fitting = counted ? this.#pairs - outside : inside
    const spread = ties * (cells - ties) * ideal * (cells - ideal)
    return spread > 0 ? (cells * fitting - ties * ideal) / Math.sqrt(spread) : Number.NEGATIVE_INFINITY
  }
}

/** The best of many climbs. Small graphs get more of them. */
export const climbed = async (search: CoreSearch, chance: Chance, rest: Rest): Promise<Fit> => {
  const { n } = search
  const byDegree = Int32Array.from({ length: n }, (_, v) => v).sort((v, w) => search.degree(w) - search.degree(v))
  let best = prefix(search, byDegree)
  search.become(best.inCore)
  best = climb(search)
  const greedy = grown(search)
  search.become(greedy.inCore)
  best = better(best, climb(search))
  const climbs = n <= 60 ? 60 : n <= 200 ? 30 : n <= 1000 ? 8 : 2
  for (let run = 0; run < climbs; run += 1) {
    await rest(run, climbs)
    search.become(run % 2 === 0 ? shaken(best.inCore, best.size, chance) : scattered(n, chance))
    best = better(best, climb(search))
  }
  return best
}

const better = (one: Fit, other: Fit): Fit => (other.r > one.r + 1e-12 ? other : one)

const prefix = (search: CoreSearch, order: Int32Array): Fit => {
  search.become(new Uint8Array(search.n))
  let size = 0
  let most = Number.NEGATIVE_INFINITY
  order.forEach((v, at) => {
    search.flip(v)
    if (search.r() > most + 1e-12) {
      most = search.r()
      size = at + 1
    }
  })
  const inCore = new Uint8Array(search.n)
  for (const v of order.subarray(0, size)) inCore[v] = 1
  return { r: most, inCore, size }
}

/** From nobody on, whoever helps most steps in, as long as anybody does or the core is one of the first few. */
const grown = (search: CoreSearch): Fit => {
  search.become(new Uint8Array(search.n))
  let best = search.fit()
  for (let step = 0; step < search.n; step += 1) {
    const v = bestFlip(search, (one) => search.inCore[one] === 0).v
    if (v < 0) break
    search.flip(v)
    if (search.r() > best.r) best = search.fit()
    else if (step > 5) break
  }
  return best
}

const climb = (search: CoreSearch): Fit => {
  for (;;) {
    const { v, r } = bestFlip(search, () => true)
    if (v >= 0 && r > search.r() + 1e-12) search.flip(v)
    else if (search.n > 1000 || !swapped(search)) return search.fit()
  }
}

const bestFlip = (search: CoreSearch, may: (v: number) => boolean): { v: number; r: number } => {
  let best = { v: -1, r: Number.NEGATIVE_INFINITY }
  for (let v = 0; v < search.n; v += 1) {
    if (!may(v)) continue
    const r = search.rIfFlipped(v)
    if (r > best.r) best = { v, r }
  }
  return best
}

/** Makes the exchange that helps most; answers whether one did. */
const swapped = (search: CoreSearch): boolean => {
  const { n, inCore, graph } = search
  let most = search.r() + 1e-12
  let out = -1
  let into = -1
  const tied = new Uint8Array(n)
  for (let v = 0; v < n; v += 1) {
    if (inCore[v] === 0) continue
    const row = graph.to.subarray(graph.start[v], graph.start[v + 1])
    for (const w of row) tied[w] = 1
    for (let w = 0; w < n; w += 1) {
      if (inCore[w] === 1) continue
      const r = search.rIfSwapped(v, w, tied[w] === 1)
      if (r <= most) continue
      most = r
      out = v
      into = w
    }
    for (const w of row) tied[w] = 0
  }
  if (out < 0) return false
  search.flip(out)
  search.flip(into)
  return true
}

const shaken = (inCore: Uint8Array, size: number, chance: Chance): Uint8Array => {
  const share = Math.max(2, size * 0.3) / inCore.length
  return inCore.map((is) => (chance() < (is === 1 ? 0.3 : share) ? 1 - is : is))
}

const scattered = (n: number, chance: Chance): Uint8Array => {
  const share = chance() * 0.5
  return new Uint8Array(n).map(() => (chance() < share ? 1 : 0))
}

/** Core and periphery after Borgatti and Everett (1999), discrete: which people fit best as a core that all hang on. */
import { chanceOf } from './chance.ts'
import { CoreSearch, climbed, type Fit, type MixedPairs } from './core-search.ts'
import type { Graph } from './graph.ts'
import { type Rest, restless } from './rest.ts'

/** The best core that was found. `exact` when all of them were tried. */
export interface CorePeriphery {
  readonly r: number | null
  readonly core: Int32Array
  readonly exact: boolean
}

const EXHAUSTIVE = 16

/**
 * Pearson's r over all pairs of people between being tied (in either direction) and the ideal. Up to 16 people all cores
 * are tried; above, many climbs from good beginnings, and r is a lower bound. Null when no core gives an r.
 */
export const corePeriphery = async (
  graph: Graph,
  mixed: MixedPairs,
  seed: number,
  rest: Rest = restless,
): Promise<CorePeriphery> => {
  const search = new CoreSearch(graph.both, graph.pairs, mixed)
  const exact = graph.n <= EXHAUSTIVE
  const best = exact ? tryAll(graph, search) : await climbed(search, chanceOf(seed), rest)
  if (best.r === Number.NEGATIVE_INFINITY) return { r: null, core: new Int32Array(0), exact }
  const core = Int32Array.from({ length: graph.n }, (_, v) => v).filter((v) => best.inCore[v] === 1)
  return { r: best.r, core, exact }
}

// Gray's code: each core differs from the one before by one person.
const tryAll = ({ n }: Graph, search: CoreSearch): Fit => {
  let best: Fit = { r: Number.NEGATIVE_INFINITY, inCore: new Uint8Array(n), size: 0 }
  for (let step = 1; step < 2 ** n; step += 1) {
    search.flip(31 - Math.clz32(step & -step))
    const r = search.r()
    if (r > best.r + 1e-12 || (r > best.r - 1e-12 && search.size < best.size)) best = search.fit()
  }
  return best
}

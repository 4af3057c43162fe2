/** All figures of one network, in one go. */
import { type Note, note } from '../note.ts'
import { corePeriphery } from './core-periphery.ts'
import type { MixedPairs } from './core-search.ts'
import { degreesOf, type Graph, graphOf } from './graph.ts'
import { communities, modularity } from './modularity.ts'
import type { Network } from './network.ts'
import { coreness, strongParts, weakParts } from './parts.ts'
import { betweenness, closeness, reachOf } from './paths.ts'
import { type Rest, restless } from './rest.ts'
import { centralization, density, externalInternal, reciprocity, transitivity } from './ties.ts'
import { whyUndefined } from './undefined.ts'

/** One person in the network. Degrees count people, not messages; `community` is the one that was found, 1 the largest. */
export interface Person {
  readonly id: string
  readonly degree: number
  readonly in: number
  readonly out: number
  readonly betweenness: number
  readonly closeness: number | null
  readonly coreness: number
  readonly community: number
}

/** Figures of a network. Null is undefined, with the reason in `notes`. */
export interface NetworkFigures {
  readonly nodes: number
  readonly edges: number
  readonly directed: boolean
  readonly density: number | null
  readonly reciprocity: { readonly arc: number | null; readonly dyadic: number | null }
  readonly centralization: Readonly<Record<'degree' | 'in' | 'out' | 'betweenness', number | null>>
  readonly transitivity: number | null
  readonly components: { readonly weak: number; readonly strong: number }
  readonly modularity: {
    readonly q: number | null
    readonly communities: number | null
    readonly givenPartitionQ: number | null
  }
  readonly ei: { readonly value: number | null; readonly expected: number | null }
  readonly corePeriphery: { readonly r: number | null; readonly core: readonly string[] }
  readonly perNode: readonly Person[]
  readonly notes: readonly Note[]
}

/** How to measure. */
export interface Manner {
  /** Chance of the searches for communities and core. The same seed gives the same answer. */
  readonly seed: number
  readonly mixedPairs?: MixedPairs | undefined
  readonly rest?: Rest | undefined
}

/** Measures everything. Rejects only when `rest` does. */
export const measureNetwork = async (network: Network, manner: Manner): Promise<NetworkFigures> => {
  const { seed, mixedPairs = 'counted', rest = restless } = manner
  const { graph, notes } = graphOf(network)
  const { n, directed, both } = graph
  const through = await betweenness(graph.out, directed, rest)
  const reach = await reachOf(both, rest)
  const found = await communities(both, seed, rest)
  const core = await corePeriphery(graph, mixedPairs, seed, rest)
  const group = groupsOf(graph, network)
  const degrees = degreesOf(both)
  const most = directed ? (n - 1) * (n - 2) : ((n - 1) * (n - 2)) / 2
  const round = (values: ArrayLike<number>) => centralization(values, directed ? (n - 1) ** 2 : 0)
  const figures = {
    nodes: n,
    edges: graph.edges,
    directed,
    density: density(graph),
    reciprocity: reciprocity(graph),
    centralization: {
      degree: centralization(degrees, (n - 1) * (n - 2)),
      in: round(degreesOf(graph.into)),
      out: round(degreesOf(graph.out)),
      betweenness: n < 3 ? null : centralization(through, most * (n - 1)),
    },
    transitivity: transitivity(graph),
    components: { weak: weakParts(both).count, strong: strongParts(graph.out) },
    modularity: {
      q: found.q,
      communities: found.q === null ? null : found.communities,
      givenPartitionQ: group && modularity(both, group),
    },
    ei: group ? externalInternal(graph, group) : { value: null, expected: null },
    corePeriphery: { r: core.r, core: Array.from(core.core, (v) => graph.ids[v] ?? '') },
  }
  const [into, out, cores, near] = [degreesOf(graph.into), degreesOf(graph.out), coreness(both), closeness(reach)]
  const perNode = graph.ids.map((id, v) => ({
    id,
    degree: degrees[v] ?? 0,
    in: into[v] ?? 0,
    out: out[v] ?? 0,
    betweenness: through[v] ?? 0,
    closeness: near[v] ?? null,
    coreness: cores[v] ?? 0,
    community: (found.member[v] ?? 0) + 1,
  }))
  const searched = core.exact ? 'all cores were tried' : `${seed} was the seed of the search, r is a lower bound`
  const applied = [
    note('corePeriphery.r', `Pairs between core and periphery are ${mixedPairs}; ${searched}.`),
    note('modularity.q', `Communities were looked for with the seed ${seed}; Q is a lower bound of the best there is.`),
  ]
  return {
    ...figures,
    perNode,
    notes: [...network.notes, ...notes, ...applied, ...whyUndefined(figures, perNode, group !== null)],
  }
}

const groupsOf = (graph: Graph, network: Network): Int32Array | null => {
  if (!network.group) return null
  const own = new Map(network.ids.map((id, at) => [id, network.group?.[at] ?? null]))
  const names = new Map<string, number>()
  return Int32Array.from(graph.ids, (id) => {
    const name = own.get(id) ?? null
    if (name === null) return -1
    const at = names.get(name) ?? names.size
    names.set(name, at)
    return at
  })
}

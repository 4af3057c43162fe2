// What must not change a figure, and what another program must find, too.
import fc from 'fast-check'
import { DirectedGraph, UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import between from 'graphology-metrics/centrality/betweenness.js'
import modularityOf from 'graphology-metrics/graph/modularity.js'
import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { graphOf } from './graph.ts'
import { measureNetwork, type NetworkFigures } from './measure.ts'
import { communities, modularity } from './modularity.ts'
import type { Network } from './network.ts'

const networks = fc
  .record({
    n: fc.integer({ min: 0, max: 14 }),
    directed: fc.boolean(),
    ties: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 60 }),
    groups: fc.array(fc.constantFrom('school', 'family', null), { minLength: 14, maxLength: 14 }),
  })
  .map(
    ({ n, directed, ties, groups }): Network => ({
      directed,
      ids: Array.from({ length: n }, (_, at) => `p${at}`),
      from: n === 0 ? [] : ties.map(([one]) => one % n),
      to: n === 0 ? [] : ties.map(([, other]) => other % n),
      group: groups.slice(0, n),
      times: null,
      notes: [],
    }),
  )

const manner = { seed: 1 }
/** All numbers of a measurement by their paths; the searches aside, whose chance falls otherwise with other names. */
const numbers = ({ perNode: _, notes: __, modularity: found, corePeriphery, ...rest }: NetworkFigures) =>
  JSON.parse(JSON.stringify({ ...rest, given: found.givenPartitionQ, r: corePeriphery.r }), (_key, value) =>
    typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value,
  ) as unknown

test('Other names and another order of rows change no figure', async () => {
  await fc.assert(
    fc.asyncProperty(
      networks,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (network, chance) => {
        const by = (items: readonly number[]) =>
          items
            .map((item) => ({ item, key: chance.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const order = by(network.ids.map((_, at) => at))
        const rows = by(Array.from(network.from, (_, row) => row))
        const relabelled: Network = {
          ...network,
          ids: order.map((_, at) => `q${at}`),
          from: rows.map((row) => order[network.from[row] ?? 0] ?? 0),
          to: rows.map((row) => order[network.to[row] ?? 0] ?? 0),
          group: order.map((_, at) => network.group?.[order.indexOf(at)] ?? null),
        }
        expect(numbers(await measureNetwork(relabelled, manner))).toEqual(
          numbers(await measureNetwork(network, manner)),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('A tie told twice, or to oneself, changes no figure', async () => {
  await fc.assert(
    fc.asyncProperty(networks, fc.nat(), async (network, pick) => {
      if (network.ids.length === 0) return
      const row = pick % Math.max(1, network.from.length)
      const more = { from: [...Array.from(network.from)], to: [...Array.from(network.to)] }
      more.from.push(network.from[row] ?? 0, 0)
      more.to.push(network.to[row] ?? 0, 0)
      expect(numbers(await measureNetwork({ ...network, ...more }, manner))).toEqual(
        numbers(await measureNetwork(network, manner)),
      )
    }),
    { numRuns: 60 },
  )
})

test('Nothing is ever NaN or endless, and whatever is null says why', async () => {
  await fc.assert(
    fc.asyncProperty(networks, async (network) => {
      const figures = await measureNetwork(network, manner)
      const about = new Set(figures.notes.map((note) => note.about))
      const look = (value: unknown, path: string): void => {
        if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true)
        if (value === null) expect(about, path).toContain(path.startsWith('perNode') ? 'perNode' : path)
        else if (typeof value === 'object')
          for (const [key, one] of Object.entries(value)) look(one, path === '' ? key : `${path}.${key}`)
      }
      look({ ...figures, notes: [] }, '')
    }),
    { numRuns: 100 },
  )
})

test('graphology finds the same betweenness, the same modularity, and no better communities', async () => {
  await fc.assert(
    fc.asyncProperty(networks, async (network) => {
      if (network.ids.length === 0) return
      const { graph } = graphOf(network)
      const theirs = network.directed ? new DirectedGraph() : new UndirectedGraph()
      const flat = new UndirectedGraph()
      for (const id of graph.ids) {
        theirs.addNode(id)
        flat.addNode(id)
      }
      for (let v = 0; v < graph.n; v += 1)
        for (const w of graph.out.to.subarray(graph.out.start[v], graph.out.start[v + 1])) {
          theirs.mergeEdge(graph.ids[v], graph.ids[w])
          flat.mergeEdge(graph.ids[v], graph.ids[w])
        }
      const figures = await measureNetwork(network, manner)
      const raw = between(theirs, { normalized: false })
      for (const { id, betweenness } of figures.perNode) expect(betweenness).toBeCloseTo(raw[id] ?? Number.NaN, 9)
      const found = await communities(graph.both, 1)
      if (found.q === null) return
      graph.ids.forEach((id, v) => {
        flat.setNodeAttribute(id, 'community', found.member[v])
      })
      expect(modularity(graph.both, found.member)).toBeCloseTo(modularityOf(flat), 9)
      expect(found.q).toBeGreaterThanOrEqual(louvain.detailed(flat, { rng: chanceOf(5) }).modularity - 0.01)
    }),
    { numRuns: 60 },
  )
})

/** Every way to divide `n` people into communities. */
function* divisions(n: number, member = new Int32Array(n), at = 0, groups = 0): Generator<Int32Array> {
  if (at === n) yield member
  else
    for (let group = 0; group <= groups; group += 1) {
      member[at] = group
      yield* divisions(n, member, at + 1, Math.max(groups, group + 1))
    }
}

test('Among a few people the best communities there are, are found', async () => {
  const deadEnd: Network = {
    directed: false,
    ids: Array.from({ length: 8 }, (_, at) => `p${at}`),
    from: [3, 1, 2, 7, 7, 2, 4],
    to: [0, 5, 6, 3, 6, 0, 0],
    group: null,
    times: null,
    notes: [],
  }
  await fc.assert(
    fc.asyncProperty(
      networks.filter(({ ids }) => ids.length > 0 && ids.length < 8),
      async (network) => {
        const { both } = graphOf(network).graph
        const found = await communities(both, 1)
        if (found.q === null) return
        let best = -1
        for (const member of divisions(network.ids.length)) best = Math.max(best, modularity(both, member) ?? -1)
        expect(found.q).toBeCloseTo(best, 9)
      },
    ),
    { numRuns: 60, examples: [[deadEnd]] },
  )
})

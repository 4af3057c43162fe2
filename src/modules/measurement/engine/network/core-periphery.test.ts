// The best core is the best there is, in both variants: every core is tried by hand, pair by pair.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { corePeriphery } from './core-periphery.ts'
import { CoreSearch, climbed, type MixedPairs } from './core-search.ts'
import { type Graph, graphOf, isTied } from './graph.ts'
import { restless } from './rest.ts'

/** Pearson's r over pairs, as a statistician would write it down. */
const byHand = ({ n, both }: Graph, core: ReadonlySet<number>, mixed: MixedPairs): number => {
  const [ties, ideal]: [number[], number[]] = [[], []]
  for (let v = 0; v < n; v += 1)
    for (let w = v + 1; w < n; w += 1) {
      const ends = Number(core.has(v)) + Number(core.has(w))
      if (mixed === 'ignored' && ends === 1) continue
      ties.push(isTied(both, v, w) ? 1 : 0)
      ideal.push(ends > 0 ? 1 : 0)
    }
  const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length
  const [a, b] = [mean(ties), mean(ideal)]
  const sum = (of: (at: number) => number) => ties.reduce((total, _, at) => total + of(at), 0)
  const spread = sum((at) => ((ties[at] ?? 0) - a) ** 2) * sum((at) => ((ideal[at] ?? 0) - b) ** 2)
  return spread > 1e-12
    ? sum((at) => ((ties[at] ?? 0) - a) * ((ideal[at] ?? 0) - b)) / Math.sqrt(spread)
    : Number.NEGATIVE_INFINITY
}

const graphs = fc.integer({ min: 3, max: 8 }).chain((n) =>
  fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { minLength: 1, maxLength: 20 }).map((ties) => {
    const ids = Array.from({ length: n }, (_, at) => String(at))
    return graphOf({ ids, directed: false, from: ties.map(([v]) => v), to: ties.map(([, w]) => w) }).graph
  }),
)

test.each(['counted', 'ignored'] as const)('Mixed pairs %s: trying all and climbing reach the best', async (mixed) => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const cores = Array.from({ length: 2 ** graph.n }, (_, bits) => {
        return new Set(Array.from({ length: graph.n }, (_, v) => v).filter((v) => (bits >> v) & 1))
      })
      const best = Math.max(...cores.map((core) => byHand(graph, core, mixed)))
      const { r, core, exact } = await corePeriphery(graph, mixed, 1)
      const climb = await climbed(new CoreSearch(graph.both, graph.pairs, mixed), chanceOf(1), restless)
      expect(exact).toBe(true)
      if (best === Number.NEGATIVE_INFINITY) expect(r).toBeNull()
      else {
        expect(r).toBeCloseTo(best, 9)
        expect(byHand(graph, new Set(core), mixed)).toBeCloseTo(best, 9)
        expect(climb.r).toBeCloseTo(best, 9)
      }
    }),
    { numRuns: 40 },
  )
})

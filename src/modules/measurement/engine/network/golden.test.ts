// Every golden value of the literature, to the last digit that is published, and graphs that everybody knows.
import { describe, expect, test } from 'vitest'
import { measureNetwork, type NetworkFigures } from './measure.ts'
import type { Network } from './network.ts'
import { centralization } from './ties.ts'

const star = 'a b c d e'
const cycle = 'a b | b c | c d | d e | e a'
const path = 'a b | b c | c d | d e'
/** Krackhardt (1990). */
const kite = 'A B C D F | B D E G | C D F | D E F G | E G | F G H | G H | H I | I J'
/** Padgett's marriages of Florentine families, without the one that married nobody. */
const florentine =
  'Medici Acciaiuoli Barbadori Ridolfi Tornabuoni Albizzi Salviati | Castellani Peruzzi Strozzi Barbadori | Peruzzi Strozzi Bischeri | Strozzi Ridolfi Bischeri | Ridolfi Tornabuoni | Tornabuoni Guadagni | Albizzi Ginori Guadagni | Salviati Pazzi | Bischeri Guadagni | Guadagni Lamberteschi'
/** Zachary (1977). */
const karate =
  '1 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32 | 2 3 4 8 14 18 20 22 31 | 3 4 8 9 10 14 28 29 33 | 4 8 13 14 | 5 7 11 | 6 7 11 17 | 7 17 | 9 31 33 34 | 10 34 | 14 34 | 15 33 34 | 16 33 34 | 19 33 34 | 20 34 | 21 33 34 | 23 33 34 | 24 26 28 30 33 34 | 25 26 28 32 | 26 32 | 27 30 34 | 28 34 | 29 32 34 | 30 33 34 | 31 33 34 | 32 33 34 | 33 34'
/** Who went with the officer when the club broke apart. */
const officers = new Set('10 15 16 19 21 23 24 25 26 27 28 29 30 31 32 33 34'.split(' '))

/** Reads "a b c | b c": a is tied to b and c, b to c. `alone` are people without ties. */
const undirected = (ties: string, group?: (id: string) => string, alone: readonly string[] = []): Network => {
  const rows = ties.split(' | ').map((row) => row.split(' ').filter(Boolean))
  const ids = [...new Set([...rows.flat(), ...alone])]
  const place = new Map(ids.map((id, at) => [id, at]))
  const pairs = rows.flatMap(([first = '', ...others]) => others.map((other) => [first, other] as const))
  return {
    directed: false,
    ids,
    from: pairs.map(([one]) => place.get(one) ?? 0),
    to: pairs.map(([, other]) => place.get(other) ?? 0),
    group: group ? ids.map(group) : null,
    times: null,
    notes: [],
  }
}

test.each([
  ['Krackhardt kite', kite, 10, 18],
  ['Florentine marriages', florentine, 15, 20],
  ['karate club', karate, 34, 78],
])('%s has %s people and ties as it should', (_, ties, people, edges) => {
  const { ids, from } = undirected(ties)
  expect([ids.length, from.length]).toEqual([people, edges])
})

const measured = (ties: string, group?: (id: string) => string): Promise<NetworkFigures> =>
  measureNetwork(undirected(ties, group), { seed: 1 })

describe('Tuomainen et al. 2010: the thirteen staff of one school', () => {
  test.each([
    ['knowledge sharing, out', [5, 10, 9, 4, 5, 9, 10, 7, 10, 11, 12, 8, 2], 144, 0.653846, 0.375],
    ['knowledge sharing, in', [4, 11, 3, 7, 12, 10, 9, 4, 8, 9, 10, 9, 6], 144, 0.653846, 0.375],
    ['collaboration', [4, 10, 6, 4, 11, 8, 10, 6, 7, 7, 11, 10, 6], 132, 0.641026, 0.325758],
    ['informal', [1, 5, 4, 0, 3, 3, 3, 4, 4, 1, 0, 6, 2], 132, 0.230769, 0.318182],
  ])('%s', (_, degrees, most, dense, central) => {
    expect(degrees.reduce((sum, degree) => sum + degree, 0) / (13 * 12)).toBeCloseTo(dense, 6)
    expect(centralization(degrees, most)).toBeCloseTo(central, 6)
  })
})

describe('Classic graphs: density, degree and betweenness centralization, the highest betweenness raw and normalised', () => {
  test.each([
    ['star', star, 0.4, 1, 1, 6, 1],
    ['cycle', cycle, 0.5, 0, 0, 1, 0.1667],
    ['path', path, 0.4, 0.166667, 0.416667, 4, 0.6667],
    ['Krackhardt kite', kite, 0.4, 0.333333, 0.296296, 14, 0.3889],
    ['Florentine marriages', florentine, 0.190476, 0.274725, 0.436813, 47.5, 0.522],
    ['karate club', karate, 0.139037, 0.399621, 0.405557, 231.0714, 0.4376],
  ])('%s', async (_, ties, dense, degree, between, raw, norm) => {
    const { nodes, density, centralization: central, perNode } = await measured(ties)
    const highest = Math.max(...perNode.map(({ betweenness }) => betweenness))
    expect(density).toBeCloseTo(dense, 6)
    expect(central.degree).toBeCloseTo(degree, 6)
    expect(central.betweenness).toBeCloseTo(between, 6)
    expect(highest).toBeCloseTo(raw, 4)
    expect(highest / (((nodes - 1) * (nodes - 2)) / 2)).toBeCloseTo(norm, 4)
  })

  test('The Medici and the first of the club stand between most', async () => {
    const top = ({ perNode }: NetworkFigures) => perNode.reduce((a, b) => (b.betweenness > a.betweenness ? b : a)).id
    expect(top(await measured(florentine))).toBe('Medici')
    expect(top(await measured(karate))).toBe('1')
  })

  test('Karate club: E-I, its chance, Q of the halves and of the best, transitivity', async () => {
    const { ei, modularity, transitivity } = await measured(karate, (id) => (officers.has(id) ? 'officer' : 'hi'))
    expect(ei.value).toBeCloseTo(-0.717949, 6)
    expect(ei.expected).toBeCloseTo(0.030303, 6)
    expect(modularity.givenPartitionQ).toBeCloseTo(0.358235, 6)
    expect(modularity.q).toBeCloseTo(0.41979, 5)
    expect(modularity.communities).toBe(4)
    expect(transitivity).toBeCloseTo(0.255682, 6)
  })

  test('Core and periphery: the hub of the star, r of the kite', async () => {
    expect((await measured(star)).corePeriphery).toEqual({ r: 1, core: ['a'] })
    expect((await measured(kite)).corePeriphery.r).toBeCloseTo(0.327327, 6)
  })
})

test('Reciprocity by arcs and by pairs are two figures', async () => {
  const network = { ...undirected('1 2 3 | 2 1 3 | 3 1 | 4 1'), directed: true }
  const { density, reciprocity, components } = await measureNetwork(network, { seed: 1 })
  expect(density).toBe(0.5)
  expect(reciprocity.arc).toBeCloseTo(0.6667, 4)
  expect(reciprocity.dyadic).toBe(0.5)
  expect(components).toEqual({ weak: 1, strong: 2 })
})

test('Of people in the middle of a path: degree, closeness, coreness', async () => {
  const { perNode } = await measured(path)
  expect(perNode[2]).toMatchObject({ id: 'c', degree: 2, betweenness: 4, coreness: 1 })
  expect(perNode[2]?.closeness).toBeCloseTo(4 / 6, 12)
})

// Networks of others, measured by us and by networkx and igraph.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from '../../src/cli/measure/file.ts'
import { corePeriphery } from '../../src/modules/measurement/engine/network/core-periphery.ts'
import { graphOf } from '../../src/modules/measurement/engine/network/graph.ts'
import { measureNetwork, type NetworkFigures } from '../../src/modules/measurement/engine/network/measure.ts'
import { type Network, readNetwork } from '../../src/modules/measurement/engine/network/network.ts'
import { readTable } from '../../src/modules/measurement/engine/reading/read-table.ts'
import { asGood, type ReferenceRow, same } from './row.ts'

interface Case {
  readonly set: string
  readonly reference: string
  readonly edges: string
  readonly nodes?: string
  readonly directed: boolean
  readonly atLeast?: number
  /** The reference counts people from 0. */
  readonly shifted?: boolean
}

const classic = (name: string, nodes = false, shifted = false): Case => ({
  set: 'net-classics',
  reference: name,
  edges: `${name}.edges.csv`,
  ...(nodes ? { nodes: `${name}.nodes.csv` } : {}),
  directed: false,
  shifted,
})

const leaders = [
  'year-1-collaboration-ties',
  'year-1-confidential-ties',
  'year-3-collaboration-ties',
  'year-3-confidential-ties',
]
const cases: readonly Case[] = [
  classic('karate', true, true),
  classic('lesmis'),
  classic('florentine'),
  classic('kite'),
  { set: 'net-dlt2-mooced', reference: 'DLT2', edges: 'DLT2_Edgelist.csv', nodes: 'DLT2_Nodes.csv', directed: true },
  { set: 'net-pbl-groups', reference: 'programming', edges: 'edges.csv', nodes: 'nodes.csv', directed: true },
  ...['student-reported-friends', 'teacher-reported-friends'].map((name) => ({
    set: 'net-classroom-carolan',
    reference: name,
    edges: `${name}.xlsx`,
    nodes: 'student-attributes.csv',
    directed: true,
  })),
  ...leaders.flatMap((name) =>
    [1, 3].map((atLeast) => ({
      set: 'net-school-leaders',
      reference: `${name}.ge${atLeast}`,
      edges: `${name}.xlsx`,
      nodes: 'school-leader-nodes.csv',
      directed: true,
      atLeast,
    })),
  ),
]

type Told = Readonly<Record<string, number>> & {
  readonly groups?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly core_periphery_A?: { readonly best_found: number }
  readonly core_periphery_B?: { readonly best_found: number }
}

/** All figures of all networks of the folder. */
export const networkRows = async (folder: string): Promise<ReferenceRow[]> => {
  const rows: ReferenceRow[] = []
  for (const one of cases) rows.push(...(await rowsOf(folder, one)))
  return rows
}

const rowsOf = async (folder: string, one: Case): Promise<ReferenceRow[]> => {
  const at = (name: string) => join(folder, one.set, name)
  const told = JSON.parse(await readFile(at(`reference.${one.reference}.json`), 'utf8')) as Told
  const name = `${one.set}/${one.reference}`
  const read = async (directed: boolean, group?: string): Promise<Network> =>
    readNetwork(await openFile(at(one.edges)), one.nodes ? await openFile(at(one.nodes)) : undefined, {
      directed,
      group,
      atLeast: one.atLeast,
    })
  const flat = await read(false)
  const undirected = await measureNetwork(flat, { seed: 1 })
  const directed = one.directed ? await measureNetwork(await read(true), { seed: 1 }) : undefined
  const rows = [...undirectedRows(name, undirected, told), ...(directed ? directedRows(name, directed, told) : [])]
  for (const group of Object.keys(told.groups ?? {}))
    rows.push(...(await groupRows(name, group, told, read, one.directed)))
  const ignored = await corePeriphery(graphOf(flat).graph, 'ignored', 1)
  const [a, b] = [told.core_periphery_A?.best_found, told.core_periphery_B?.best_found]
  if (a !== undefined) rows.push(asGood(name, 'corePeriphery.r, mixed pairs ignored (A)', ignored.r, a, 1e-9))
  if (b !== undefined)
    rows.push(asGood(name, 'corePeriphery.r, mixed pairs counted (B)', undirected.corePeriphery.r, b, 1e-9))
  return [...rows, ...(await personRows(name, at(`reference.${one.reference}.nodes.csv`), undirected, directed, one))]
}

const undirectedRows = (set: string, ours: NetworkFigures, told: Told): ReferenceRow[] => [
  same(set, 'nodes', ours.nodes, told.n ?? null),
  same(set, 'edges, undirected', ours.edges, told.m_undirected ?? null),
  same(set, 'density, undirected', ours.density, told.density_undirected ?? null),
  same(set, 'centralization.degree', ours.centralization.degree, told.degree_centralization_undirected ?? null),
  same(
    set,
    'centralization.betweenness, undirected',
    ours.centralization.betweenness,
    told.betweenness_centralization_undirected ?? null,
  ),
  same(set, 'transitivity', ours.transitivity, told.transitivity_undirected ?? null),
  same(set, 'components.weak', ours.components.weak, told.weak_components ?? null),
  same(
    set,
    'largest coreness',
    Math.max(...ours.perNode.map(({ coreness }) => coreness)),
    told.coreness_max_undirected ?? null,
  ),
  asGood(set, 'modularity.q', ours.modularity.q, told.modularity_best_louvain ?? 0, 0.01),
]

const directedRows = (set: string, ours: NetworkFigures, told: Told): ReferenceRow[] => [
  same(set, 'edges, directed', ours.edges, told.m ?? null),
  same(set, 'density, directed', ours.density, told.density ?? null),
  same(set, 'reciprocity.arc', ours.reciprocity.arc, told.reciprocity_arc ?? null),
  same(set, 'reciprocity.dyadic', ours.reciprocity.dyadic, told.reciprocity_dyadic ?? null),
  same(set, 'centralization.in', ours.centralization.in, told.in_degree_centralization ?? null),
  same(set, 'centralization.out', ours.centralization.out, told.out_degree_centralization ?? null),
  same(
    set,
    'centralization.betweenness, directed',
    ours.centralization.betweenness,
    told.betweenness_centralization ?? null,
  ),
  same(set, 'components.strong', ours.components.strong, told.strong_components ?? null),
]

const groupRows = async (
  set: string,
  group: string,
  told: Told,
  read: (directed: boolean, group: string) => Promise<Network>,
  directed: boolean,
): Promise<ReferenceRow[]> => {
  const its = told.groups?.[group] ?? {}
  const flat = await measureNetwork(await read(false, group), { seed: 1 })
  const rows = [
    same(set, `ei.value by ${group}, undirected`, flat.ei.value, its.EI_undirected ?? null),
    same(set, `ei.expected by ${group}`, flat.ei.expected, its.EI_expected_random ?? null),
    same(
      set,
      `modularity.givenPartitionQ by ${group}`,
      flat.modularity.givenPartitionQ,
      its.modularity_of_this_partition_undirected ?? null,
    ),
  ]
  if (!directed) return rows
  const arcs = await measureNetwork(await read(true, group), { seed: 1 })
  return [...rows, same(set, `ei.value by ${group}, directed`, arcs.ei.value, its.EI_directed ?? null)]
}

/** The largest difference over all people, as one row for each figure of a person. */
const personRows = async (
  set: string,
  path: string,
  undirected: NetworkFigures,
  directed: NetworkFigures | undefined,
  { shifted }: Case,
): Promise<ReferenceRow[]> => {
  const number = (header: string) => ({ kind: 'number', header }) as const
  const file = await openFile(path)
  const table = await readTable(file, {
    file: file.file,
    columns: {
      node: { kind: 'text', header: 'node' },
      degree: number('degree_undirected'),
      in: number('in_degree'),
      out: number('out_degree'),
      betweenness: number('betweenness_undirected'),
      arcs: number('betweenness'),
      closeness: number('closeness_undirected_wf'),
      coreness: number('coreness'),
    },
  })
  const people = (figures: NetworkFigures) => new Map(figures.perNode.map((person) => [person.id, person]))
  const [flat, arcs] = [people(undirected), people(directed ?? undirected)]
  const { words, codes } = table.text('node')
  const ids = Array.from(codes, (code) => (shifted ? String(Number(words[code]) + 1) : (words[code] ?? '')))
  const largest = (
    figure: string,
    header: Parameters<typeof table.numbers>[0],
    ours: (id: string) => number | null,
  ) => {
    const pairs = ids.map((id, row) => ({ ours: ours(id), reference: table.numbers(header).values[row] ?? Number.NaN }))
    const off = (pair: { ours: number | null; reference: number }) => Math.abs((pair.ours ?? 0) - pair.reference)
    const worst = pairs.reduce((most, pair) => (off(pair) > off(most) ? pair : most))
    return same(set, `perNode.${figure}, the farthest of ${ids.length}`, worst.ours, worst.reference)
  }
  return [
    largest('degree', 'degree', (id) => flat.get(id)?.degree ?? null),
    largest('in', 'in', (id) => arcs.get(id)?.in ?? null),
    largest('out', 'out', (id) => arcs.get(id)?.out ?? null),
    largest('betweenness, undirected', 'betweenness', (id) => flat.get(id)?.betweenness ?? null),
    largest('betweenness', 'arcs', (id) => arcs.get(id)?.betweenness ?? null),
    // Whoever reaches nobody has 0 in networkx and no value with us.
    largest('closeness', 'closeness', (id) => flat.get(id)?.closeness ?? 0),
    largest('coreness', 'coreness', (id) => flat.get(id)?.coreness ?? null),
  ]
}

/** The verb `measure network` tells who is tied to whom: density, communities, core, and each person's place. */
import { networkDefinitions } from '../../modules/measurement/engine/network/definitions.ts'
import { measureNetwork } from '../../modules/measurement/engine/network/measure.ts'
import { readNetwork } from '../../modules/measurement/engine/network/network.ts'
import type { Rest } from '../../modules/measurement/engine/network/rest.ts'
import { lengthOf, seriesOf } from '../../modules/measurement/engine/network/series.ts'
import type { DayOrder } from '../../modules/measurement/engine/reading/date.ts'
import { Misused, type Terminal } from '../verb.ts'
import { openFile } from './file.ts'
import { measuring } from './measuring.ts'

const options = {
  nodes: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  id: { type: 'string' },
  undirected: { type: 'boolean' },
  group: { type: 'string' },
  seed: { type: 'string' },
  weight: { type: 'string' },
  'at-least': { type: 'string' },
  mixed: { type: 'string' },
  window: { type: 'string' },
  every: { type: 'string' },
  dates: { type: 'string' },
} as const

export const measureNetworkVerb = measuring({
  name: 'measure network',
  help: `ciranda measure network EDGES [--nodes NODES] [options]

EDGES lists ties, one in a row, or is a matrix in which the row names the column. NODES lists all people, so that those
without ties are counted. Loops are dropped, repeated ties merged; each rule that was applied is told.

  --nodes FILE       all people, one in a row
  --from COL         who, in EDGES (from, source, sender …, else the first column)
  --to COL           whom, in EDGES (to, target, receiver …, else the second)
  --id COL           whose row it is, in NODES (id, uid, name …, else the first)
  --undirected       a tie in either direction is one edge
  --group COL        a column of NODES: roles, schools, sites
  --seed N           chance of the searches for communities and core (1)
  --weight COL       a column of EDGES; ties below --at-least are none
  --at-least N       the smallest weight that is a tie, also in a matrix (anything above 0)
  --mixed counted    pairs between core and periphery: counted as ties of the ideal, or ignored
  --window COL       a column of dates: the same figures in windows of time
  --every 30d        how long a window is: 12h, 30d, 4w (30d)
  --dates ORDER      day-first or month-first, where 5/3/2024 leaves it open`,
  options,
  definitions: networkDefinitions,
  measure: async ({ values, positionals }, { terminal, watch }) => {
    const path = oneFile(positionals)
    if (values.group !== undefined && values.nodes === undefined)
      throw new Misused(`--group ${values.group} is a column of the file of people: name it by --nodes.`)
    if (values.every !== undefined && values.window === undefined)
      throw new Misused('--every needs --window and a column of dates.')
    const every = lengthOf(values.every ?? '30d')
    if (every === undefined) throw new Misused('--every takes a number and h, d or w: 12h, 30d, 4w.')
    const manner = {
      seed: wholeNumber('--seed', values.seed ?? '1'),
      mixedPairs: oneOf('--mixed', values.mixed ?? 'counted', ['counted', 'ignored'] as const),
      rest: restOf(terminal),
    }
    const told = {
      ...values,
      directed: !values.undirected,
      atLeast: values['at-least'] === undefined ? undefined : positive('--at-least', values['at-least']),
      dates: values.dates === undefined ? undefined : dayOrder(values.dates),
    }
    const edges = await openFile(path)
    const nodes = values.nodes === undefined ? undefined : await openFile(values.nodes)
    const network = await readNetwork(edges, nodes, told, watch)
    const figures = await measureNetwork(network, manner)
    const title = `The network of ${edges.file}, ${figures.directed ? 'directed' : 'undirected'}`
    const { times } = network
    if (!times) return { title, measured: figures }
    const { series, notes } = await seriesOf({ ...network, times }, every, manner).catch(tooMany)
    return { title, measured: { ...figures, series, notes: [...figures.notes, ...notes] } }
  },
})

const oneFile = ([path, more]: readonly string[]): string => {
  if (path === undefined) throw new Misused('Name the file of ties: ciranda measure network --help shows how.')
  if (more !== undefined) throw new Misused(`One file of ties at a time: ${more} is one too many.`)
  return path
}

const wholeNumber = (option: string, text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Misused(`${option} takes a whole number; ${text} is none.`)
  return Number(text)
}

const positive = (option: string, text: string): number => {
  const number = Number(text)
  if (text.trim() === '' || !(number > 0)) throw new Misused(`${option} takes a number above 0; ${text} is none.`)
  return number
}

const oneOf = <const T extends string>(option: string, text: string, known: readonly T[]): T => {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Misused(`${option} takes ${known.join(' or ')}; ${text} is neither.`)
  return found
}

const dayOrder = (text: string): DayOrder =>
  oneOf('--dates', text, ['day-first', 'month-first'] as const) === 'day-first' ? 'day first' : 'month first'

const tooMany = (error: unknown): never => {
  throw error instanceof RangeError ? new Misused(`${error.message}: choose a longer --every.`) : error
}

/** Lets Ctrl-C be heard between two slices, and tells how far it is when it takes long. */
const restOf = ({ stop, tell, live }: Terminal): Rest => {
  let told = performance.now()
  return async (done, total) => {
    await new Promise(setImmediate)
    stop.throwIfAborted()
    if (done === 0 || performance.now() - told < 1000) return
    told = performance.now()
    const line = `measuring: ${done} of ${total}`
    tell(live ? `\r${line}\u001b[K` : `${line}\n`)
  }
}

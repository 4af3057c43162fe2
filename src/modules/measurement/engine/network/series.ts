/** A network in windows of time, one after the other. */
import { counted, type Note, note } from '../note.ts'
import { type Manner, measureNetwork, type NetworkFigures } from './measure.ts'
import type { Network } from './network.ts'

/** The figures of one window. `from` and `to` are days, `to` is the first day after it. */
export interface Window extends Omit<NetworkFigures, 'perNode' | 'notes' | 'directed'> {
  readonly from: string
  readonly to: string
  /** Ties as they were told, before repeats are merged. */
  readonly told: number
}

const DAY = 86_400_000
const MOST = 2000

/** `30d`, `4w`, `12h` in milliseconds; undefined for anything else. */
export const lengthOf = (every: string): number | undefined => {
  const [, count, unit] = /^(\d{1,4})([hdw])$/.exec(every) ?? []
  const length = Number(count) * ({ h: DAY / 24, d: DAY, w: 7 * DAY }[unit ?? ''] ?? Number.NaN)
  return length > 0 ? length : undefined
}

/**
 * Measures each window from the first day that is told. Ties without a date are in none.
 * @throws RangeError for more than 2,000 windows
 */
export const seriesOf = async (
  network: Network & { readonly times: Float64Array },
  length: number,
  manner: Manner,
): Promise<{ series: Window[]; notes: Note[] }> => {
  const dated = Array.from(network.times.keys()).filter((row) => !Number.isNaN(network.times[row]))
  const times = dated.map((row) => network.times[row] ?? 0)
  const notes: Note[] = []
  if (dated.length < network.times.length)
    notes.push(note('series', `${counted(network.times.length - dated.length, 'tie')} without a date in no window.`))
  if (dated.length === 0) return { series: [], notes }
  const first = Math.floor(times.reduce((least, time) => Math.min(least, time)) / DAY) * DAY
  const count = Math.floor((times.reduce((most, time) => Math.max(most, time)) - first) / length) + 1
  if (count > MOST) throw new RangeError(`${count} windows are too many; ${MOST} is the most`)
  const windows: number[][] = Array.from({ length: count }, () => [])
  dated.forEach((row, at) => {
    windows[Math.floor(((times[at] ?? 0) - first) / length)]?.push(row)
  })
  const series: Window[] = []
  for (const [at, rows] of windows.entries()) {
    const pick = (ends: ArrayLike<number>) => Int32Array.from(rows, (row) => ends[row] ?? 0)
    const part = { ...network, from: pick(network.from), to: pick(network.to), notes: [] }
    const { perNode: _, notes: __, directed: ___, ...figures } = await measureNetwork(part, manner)
    const begin = first + at * length
    series.push({ from: told(begin, length), to: told(begin + length, length), told: rows.length, ...figures })
  }
  notes.push(note('series', `${counted(count, 'window')} from ${told(first, length)} on, all people in each of them.`))
  return { series, notes }
}

const told = (time: number, length: number): string =>
  new Date(time).toISOString().slice(0, length % DAY === 0 ? 10 : 16)

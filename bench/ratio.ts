/** What a larger corpus costs: the same scenarios on the reference corpus and on many times as much, in one run. */
import { judgeMost, type Measured, type Verdict } from './judging.ts'

/** What may grow, and how much. Search is what one person waits for; the rest is CPU. */
export const growths = [
  { name: 'thread', most: 1.1, of: 'cpu' },
  { name: 'say', most: 1.3, of: 'cpu' },
  { name: 'search', most: 2, of: 'p50' },
] as const

/** Figures of one size, and how slow the minute was in which they were taken. */
export interface Sized {
  readonly times: number
  readonly yardstick: number
  readonly measured: readonly Measured[]
}

/** How many times as much each thing costs on the larger corpus, slower minutes taken out. */
export const growthVerdicts = (small: Sized, large: Sized): Verdict[] =>
  growths.flatMap(({ name, most, of }) => {
    const [one, many] = [small, large].map(({ measured }) => measured.find((each) => each.name === name)?.figures[of])
    if (one === undefined || many === undefined) return []
    const grown = many / large.yardstick / (one / small.yardstick)
    return [judgeMost(`${name} ${of}`, grown, most, `times, at ${large.times / small.times} times as much`, 2)]
  })

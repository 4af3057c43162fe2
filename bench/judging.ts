/** What had to be reached, and whether it was. */
import type { Figures } from './measure.ts'
import type { Scenario, Target } from './scenarios.ts'

/** A scenario that was measured, and what stands beside it. */
export interface Measured {
  readonly name: string
  readonly title: string
  readonly figures: Figures
  /** Bytes of the answer before it was made smaller for the way. */
  readonly raw: number
  readonly reads?: Figures | undefined
  readonly act?: Figures | undefined
  readonly bytes?: Figures | undefined
}

/** A target with what was measured. */
export interface Verdict {
  readonly name: string
  readonly wanted: string
  readonly measured: string
  readonly met: boolean
}

const units = { cpu: 'CPU ms', p50: 'ms p50', p99: 'ms p99', perSecond: 'req/s', share: 'of its limit' } as const

const shown = (value: number, of: Target['of']): string =>
  of === 'share' ? `${(100 * value).toFixed(0)} %` : value.toFixed(of === 'cpu' ? 2 : of === 'perSecond' ? 0 : 1)

const reached = ({ figures, reads, act }: Measured, of: Target['of']): number | undefined => {
  const limit = reads ?? act
  if (of === 'share') return limit && limit.cpu / figures.cpu
  return figures[of]
}

/** What a scenario had to reach; what could not be told without its limit, or without another scenario, is left out. */
export const judge = (scenario: Scenario, measured: Measured, all: readonly Measured[]): Verdict[] =>
  scenario.targets.flatMap(({ of, most, least, timesOf }) => {
    const other = timesOf === undefined ? undefined : all.find(({ name }) => name === timesOf)
    const value = reached(measured, of)
    if (value === undefined || (timesOf !== undefined && !other)) return []
    const limit = (most ?? least ?? 0) * (other ? (reached(other, of) ?? 0) : 1)
    const met = most === undefined ? value >= limit : value <= limit
    const wanted = `${most === undefined ? '>=' : '<='} ${shown(limit, of)} ${units[of]}`
    return [{ name: scenario.name, wanted, measured: shown(value, of), met }]
  })

/** A figure of the whole site. */
export const judgeMost = (name: string, value: number, most: number, unit: string, digits: number): Verdict => ({
  name,
  wanted: `<= ${most} ${unit}`,
  measured: value.toFixed(digits),
  met: value <= most,
})

/** The same, of what should be much. */
export const judgeLeast = (name: string, value: number, least: number, unit: string): Verdict => ({
  name,
  wanted: `>= ${least} ${unit}`,
  measured: value.toFixed(0),
  met: value >= least,
})

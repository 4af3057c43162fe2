/** The table: each scenario beside what it could be at best, with what it has to reach and whether it does. */
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

const reached = ({ figures, reads, act }: Measured, of: Target['of']): number =>
  of === 'share' ? ((reads ?? act)?.cpu ?? 0) / figures.cpu : figures[of]

const shown = (value: number, of: Target['of']): string =>
  of === 'share' ? `${(100 * value).toFixed(0)} %` : value.toFixed(of === 'cpu' ? 2 : of === 'perSecond' ? 0 : 1)

/** What a scenario had to reach, and whether it did. */
export const judge = (scenario: Scenario, measured: Measured): Verdict[] =>
  scenario.targets.map(({ of, most, least }) => {
    const value = reached(measured, of)
    return {
      name: scenario.name,
      wanted: `${most === undefined ? '>=' : '<='} ${shown(most ?? least ?? 0, of)} ${units[of]}`.replace(
        '% of',
        '% of',
      ),
      measured: shown(value, of),
      met: most === undefined ? value >= (least ?? 0) : value <= most,
    }
  })

const columns = ['req/s', 'p50 ms', 'p99 ms', 'CPU ms', 'bytes', 'others'] as const

/** The head of the table. */
export const heading = (): string => `${''.padEnd(36)}${columns.map((name) => name.padStart(9)).join('')}`

const line = (title: string, { perSecond, p50, p99, cpu, bytes, others }: Figures): string =>
  [
    title.padEnd(36),
    perSecond.toFixed(0).padStart(9),
    p50.toFixed(1).padStart(9),
    p99.toFixed(1).padStart(9),
    cpu.toFixed(3).padStart(9),
    String(bytes).padStart(9),
    `${(100 * others).toFixed(0)} %`.padStart(9),
  ].join('')

/** A scenario's lines. */
export const lines = ({ title, figures, reads, act, bytes, raw }: Measured): string[] => [
  line(title, figures),
  ...(reads ? [line('  its SQL alone, as JSON', reads)] : []),
  ...(act ? [line('  the act alone', act)] : []),
  ...(bytes ? [line(`  its bytes alone (${raw} unpacked)`, bytes)] : []),
]

/** What was to be reached, one a line. */
export const verdictLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map(
    ({ name, wanted, measured, met }) =>
      `${met ? 'met   ' : 'MISSED'}  ${name.padEnd(12)}${wanted.padEnd(22)}${measured.padStart(9)}`,
  )

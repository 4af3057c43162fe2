/** The table as it is printed: each scenario beside what it could be at best, then what had to be reached. */
import type { Measured, Verdict } from './judging.ts'
import type { Figures } from './measure.ts'

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
      `${met ? 'met   ' : 'MISSED'}  ${name.padEnd(12)}${wanted.padEnd(24)}${measured.padStart(9)}`,
  )

const BUSY = 0.1

/** Says so when other programs took so much of the core that only CPU milliseconds can be believed. */
export const busyLine = (measured: readonly Measured[]): string | undefined => {
  const most = Math.max(0, ...measured.map(({ figures }) => figures.others))
  return most > BUSY
    ? `Other programs took up to ${(100 * most).toFixed(0)} % of the core: believe the CPU milliseconds, not the requests a second.`
    : undefined
}

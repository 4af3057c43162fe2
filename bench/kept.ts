/** Figures kept in bench/results, one file for each kind of machine, so that a change can be seen beside them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'
import type { Measured, Verdict } from './judging.ts'
import { machine } from './machine.ts'

/** One run, made small. */
export interface Kept {
  readonly machine: string
  readonly node: string
  readonly commit: string
  readonly times: number
  /** CPU milliseconds of the yardstick in that minute. */
  readonly yardstick: number
  readonly scenarios: Readonly<Record<string, Line>>
  readonly verdicts: readonly Verdict[]
}

interface Line {
  readonly cpu: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly unpacked: number
  readonly others: number
  /** CPU milliseconds of its SQL, or of the act, alone. */
  readonly limit?: number
}

const fileOf = (times: number): string => {
  const name = machine()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return join(projectRoot, 'bench/results', `${name}-${times}-times.json`)
}

const rounded = (value: number): number => Number(value.toPrecision(4))

const lineOf = ({ figures, raw, reads, act }: Measured): Line => {
  const { cpu, perSecond, p50, p99, bytes, others } = figures
  const limit = (reads ?? act)?.cpu
  return {
    cpu: rounded(cpu),
    perSecond: rounded(perSecond),
    p50: rounded(p50),
    p99: rounded(p99),
    bytes,
    unpacked: raw,
    others: Number(others.toFixed(2)),
    ...(limit === undefined ? {} : { limit: rounded(limit) }),
  }
}

const commitNow = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

/** A run as it is kept and as `--json` prints it. */
export const summaryOf = (
  { times, yardstick }: Pick<Kept, 'times' | 'yardstick'>,
  measured: readonly Measured[],
  verdicts: readonly Verdict[],
): Kept => ({
  machine: machine(),
  node: process.version,
  commit: commitNow(),
  times,
  yardstick: rounded(yardstick),
  scenarios: Object.fromEntries(measured.map((one) => [one.name, lineOf(one)])),
  verdicts,
})

/** The figures of this machine, if some were kept. */
export const keptFigures = (times: number): Kept | undefined =>
  existsSync(fileOf(times)) ? (JSON.parse(readFileSync(fileOf(times), 'utf8')) as Kept) : undefined

/** Keeps a run; scenarios that it did not measure stay as they were. Answers where. */
export const keep = (run: Kept): string => {
  const before = keptFigures(run.times)
  const names = new Set(run.verdicts.map(({ name }) => name))
  const whole: Kept = {
    ...run,
    scenarios: { ...before?.scenarios, ...run.scenarios },
    verdicts: [...(before?.verdicts ?? []).filter(({ name }) => !names.has(name)), ...run.verdicts],
  }
  mkdirSync(join(projectRoot, 'bench/results'), { recursive: true })
  writeFileSync(fileOf(run.times), `${JSON.stringify(whole, undefined, 2)}\n`)
  return fileOf(run.times)
}

/** What changed since: CPU milliseconds and bytes of each scenario, then and now, a slower minute taken out. */
export const comparison = (before: Kept, now: Kept): string[] => {
  const pace = now.yardstick / before.yardstick
  const cells = (...list: readonly string[]) =>
    list.map((cell, at) => (at ? cell.padStart(11) : cell.padEnd(14))).join('')
  return [
    `beside what was kept at ${before.commit}; the yardstick takes ${pace.toFixed(2)} times as long as then, which the change leaves out`,
    cells('', 'CPU ms then', 'now', 'change', 'bytes then', 'now'),
    ...Object.entries(now.scenarios).flatMap(([name, { cpu, bytes }]) => {
      const then = before.scenarios[name]
      if (!then) return []
      const change = 100 * (cpu / pace / then.cpu - 1)
      const changed = `${change >= 0 ? '+' : ''}${change.toFixed(0)} %`
      return [cells(name, then.cpu.toFixed(3), cpu.toFixed(3), changed, String(then.bytes), String(bytes))]
    }),
  ]
}

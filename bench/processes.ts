/** What processes have used and hold, as Linux counts it. */
import { readFileSync } from 'node:fs'

const TICK_MS = 10

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Milliseconds of CPU that these processes have used since they began, and those children they have waited for. */
export const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const [, , ...fields] = read(`/proc/${pid}/stat`)
      .replace(/\(.*\)/, 'x')
      .split(' ')
    return sum + TICK_MS * [11, 12, 13, 14].reduce((ticks, at) => ticks + Number(fields[at] ?? 0), 0)
  }, 0)

/** Megabytes that these processes hold, what they share divided among them. */
export const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024, 0)

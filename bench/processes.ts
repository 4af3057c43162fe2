/** What processes have used and hold, and how busy a core was, as Linux counts it. */
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

/** Milliseconds for which a core has worked since the machine began, whoever for; also what its host took away. */
export const workOf = (core: number): number => {
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softly = 0, stolen = 0] = (
    new RegExp(`^cpu${core} (.*)$`, 'm').exec(read('/proc/stat'))?.[1] ?? ''
  )
    .split(' ')
    .map(Number)
  return TICK_MS * (user + nice + system + interrupts + softly + stolen)
}

/** The command line of a process. */
export const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

/** The machine that is measured on: what it is, and how fast it is just now. */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'
import { canPin } from '../tests/strength/own-site.ts'
import { CORE } from './measure.ts'

/** The machine in words. */
export const machine = (): string => `${cpus()[0]?.model.trim() ?? 'a processor'}, ${cpus().length} cores`

/** CPU milliseconds that always the same work takes now: busy neighbours make every millisecond of ours longer too. */
export const yardstick = (): number => {
  const command = [process.execPath, join(projectRoot, 'dist/bench/yardstick.js')]
  const [program = '', ...args] = canPin ? ['taskset', '-c', String(CORE), ...command] : command
  return Number(execFileSync(program, args, { encoding: 'utf8' }))
}

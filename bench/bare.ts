/** Starts one of the bare servers of this folder on the core of the site, and ends it after use. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'
import { canPin } from '../tests/strength/own-site.ts'
import { CORE } from './measure.ts'

/** @throws when it ends before it is ready */
export const withBare = async <T>(
  name: 'sql-alone' | 'act-alone' | 'bytes-alone',
  args: readonly string[],
  use: (url: string, pid: number) => Promise<T>,
): Promise<T> => {
  const command = [process.execPath, join(projectRoot, 'dist/bench', `${name}.js`), ...args]
  const [program = '', ...rest] = canPin ? ['taskset', '-c', String(CORE), ...command] : command
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const ready = once(child.stdout, 'data')
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended`)))
    ended.catch(() => undefined)
    const [line] = (await Promise.race([ready, ended])) as [Buffer]
    return await use(/ready (\S+)/.exec(String(line))?.[1] ?? '', child.pid as number)
  } finally {
    child.kill()
  }
}

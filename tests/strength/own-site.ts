/** A Ciranda of one's own, as a school starts it: found, watched, killed without a word, and stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

/** A running site. */
export interface OwnSite {
  readonly url: string
  /** From the start of the launcher to the line `ready`. */
  readonly seconds: number
  /** All its processes: the launcher, the server, the database and the database's own. */
  processes(): number[]
  /** Ends server and database at once, as a power cut does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A folder that also the database's own user can reach. */
export const ownFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'ciranda-own-'))
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Whether processes can be held on one core here. */
export const canPin = spawnSync('taskset', ['--version']).status === 0

const childrenOf = (pid: number): number[] => {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    return own.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return []
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Starts it on the folder; `core` holds all its processes on that core where the system can; a database of one's own, a port. */
export const startOwnSite = async (
  folder: string,
  { core, databaseUrl, port = 0 }: { core?: number | undefined; databaseUrl?: string; port?: number } = {},
): Promise<OwnSite> => {
  const asked = ['--port', String(port), '--data', join(folder, 'data')]
  const command = [process.execPath, join(projectRoot, 'bin/start'), ...asked]
  const [program = '', ...args] = core !== undefined && canPin ? ['taskset', '-c', String(core), ...command] : command
  const from = performance.now()
  const env = databaseUrl ? { ...process.env, DATABASE_URL: databaseUrl } : process.env
  const launcher = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const listen = (text: Buffer) => {
      said += text
      const ready = /^ready (\S+)$/m.exec(said)
      if (ready?.[1]) found(ready[1])
    }
    launcher.stdout.on('data', listen)
    launcher.stderr.on('data', listen)
    launcher.once('exit', () => failed(new Error(`The site did not start:\n${said}`)))
  })
  const pid = launcher.pid as number
  return {
    url,
    seconds: (performance.now() - from) / 1000,
    processes: () => [pid, ...childrenOf(pid)],
    kill: async () => {
      // The list is taken first: a process whose parent has died is nobody's child any more.
      for (const each of childrenOf(pid)) process.kill(each, 'SIGKILL')
      await ended(launcher)
    },
    stop: async () => {
      launcher.kill('SIGINT')
      await ended(launcher)
    },
  }
}

/** Signs a villager in; answers the cookie. */
export const enter = async (url: string, email: string): Promise<string> => {
  const answer = await fetch(`${url}/sign-in/demonstration`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email }),
  })
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('ciranda='))
  if (!cookie) throw new Error(`${email} could not come in: ${answer.status}`)
  return cookie.split(';')[0] as string
}

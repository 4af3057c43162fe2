// Starts and stops one PostgreSQL process on its data folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import type { Cluster } from './embedded-cluster.ts'
import { settingsFor } from './embedded-settings.ts'

export interface Place {
  /** Folder of the socket, or a loopback address. */
  host: string
  port: number
}

/** Where a PostgreSQL that runs on this folder listens, by its own pid file. */
export function placeOf(cluster: Cluster): (Place & { pid: number }) | undefined {
  const file = join(cluster.folder, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch (fault) {
    // None runs, or it ended between two looks.
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
  const [pid, , , port, socketFolder, address] = lines
  return { pid: Number(pid), port: Number(port), host: socketFolder || address || '' }
}

/** A short folder of its own: a socket's path may have 107 bytes, and only its owner may enter. */
export async function choosePlace(cluster: Cluster): Promise<Place> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() }
  const parent = tmpdir().length < 60 ? tmpdir() : '/tmp'
  const host = mkdtempSync(join(parent, 'ciranda-'))
  if (cluster.uid !== undefined) chownSync(host, cluster.uid, cluster.uid)
  return { host, port: 5432 }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

/** Starts the process; it is not yet ready to answer. A session of its own keeps a terminal's Ctrl-C away from it. */
export function launch(cluster: Cluster, place: Place, changes: Record<string, string>): ChildProcess {
  const windows = process.platform === 'win32'
  const where: Record<string, string> = windows
    ? { listen_addresses: place.host }
    : { unix_socket_directories: place.host }
  const settings = settingsFor({ ...where, port: String(place.port), ...changes })
  const log = openLog(cluster.log)
  const options = {
    ...(cluster.uid === undefined ? {} : { uid: cluster.uid, gid: cluster.uid }),
    cwd: dirname(cluster.binaries.postgres),
    detached: !windows,
    stdio: ['ignore', log, log] as ['ignore', number, number],
    windowsHide: true,
  }
  // On Windows pg_ctl gives up the rights of an administrator, with which PostgreSQL does not run.
  const child = windows
    ? spawn(cluster.binaries.pgCtl, ['start', '-w', '-D', cluster.folder, '-o', settings.join(' ')], options)
    : spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...settings], options)
  closeSync(log)
  return child
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > 5_000_000) renameSync(path, `${path}.old`)
  return openSync(path, 'a', 0o600)
}

/**
 * Ends whatever PostgreSQL runs on this folder, and clears what one that was killed left behind.
 * @throws StartRefused when it belongs to somebody else or does not end within a minute
 */
export async function halt(cluster: Cluster): Promise<void> {
  const running = placeOf(cluster)
  if (!running) return
  if (isPostgres(running.pid)) {
    interrupt(cluster, running.pid)
    for (let waited = 0; placeOf(cluster)?.pid === running.pid && isPostgres(running.pid); waited += 20) {
      if (waited > 60_000)
        throw new StartRefused(`The database in ${cluster.folder} does not stop: end process ${running.pid}.`)
      await pause(20)
    }
  }
  if (placeOf(cluster)?.pid === running.pid) disown(cluster)
  leave(running)
}

// A number that was given to another program meanwhile would keep PostgreSQL from starting. Only the number goes: by the
// rest of the file PostgreSQL finds out whether processes of a killed one still hold the data.
function disown(cluster: Cluster): void {
  const file = join(cluster.folder, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [NO_PROCESS, ...rest].join('\n'))
}

/** Above what any of the systems gives to a process. */
const NO_PROCESS = 2 ** 30

/** Removes the folder of the socket. */
export function leave(place: Place): void {
  if (/[\\/]ciranda-[^\\/]+$/.test(place.host)) rmSync(place.host, { recursive: true, force: true })
}

function interrupt(cluster: Cluster, pid: number): void {
  try {
    if (process.platform === 'win32') spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', 'fast'])
    else process.kill(pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return
    throw new StartRefused(
      `The database in ${cluster.folder} was started by another user: stop it first (process ${pid}).`,
    )
  }
}

// After a crash the number may have gone to another program, which must not be touched; a zombie is no process any more.
function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'linux') return /^\d+ \(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

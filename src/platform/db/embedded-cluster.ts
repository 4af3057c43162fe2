// Where the embedded PostgreSQL keeps its data, and how that folder is made the first time.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { type Binaries, findBinaries, OUTSIDE } from './embedded-binaries.ts'
import { databaseUser, reaches } from './embedded-user.ts'

export interface Cluster {
  /** PostgreSQL's own data folder. */
  folder: string
  log: string
  binaries: Binaries
  /** The user that PostgreSQL runs as, when it is not the user of this process. */
  uid: number | undefined
  /** Only where there are no sockets in folders (Windows). */
  password: string | undefined
}

/**
 * The database cluster of this data folder, made when it does not exist yet.
 * @throws StartRefused when it cannot be made, or when another version of PostgreSQL wrote it
 */
export function openCluster(dataDir: string): Cluster {
  const beside = join(dataDir, 'postgres')
  const uid = ownerOf(beside) ?? databaseUser()
  const binaries = findBinaries(uid)
  const folder = uid === undefined || reaches(dataDir, uid) ? beside : folderOutside(dataDir)
  const cluster = { folder, log: join(dataDir, 'postgres.log'), binaries, uid, password: passwordOf(dataDir) }
  const found = join(folder, 'PG_VERSION')
  if (existsSync(folder)) proveReadable(folder)
  if (!existsSync(found)) makeCluster(cluster, dataDir)
  const written = readFileSync(found, 'utf8').trim()
  if (written !== binaries.major) {
    throw new StartRefused(
      `The data in ${folder} belong to PostgreSQL ${written} and this Ciranda brings ${binaries.major}: start them with the Ciranda that wrote them, make a backup there and restore it here.`,
    )
  }
  return cluster
}

// Otherwise what another user made would look as if nothing were there.
function proveReadable(folder: string): void {
  try {
    readdirSync(folder)
  } catch {
    throw new StartRefused(
      `The database in ${folder} belongs to another user: start Ciranda as that user, or choose another folder with --data.`,
    )
  }
}

// Data that a plain user made stay that user's, also when root starts Ciranda once.
function ownerOf(folder: string): number | undefined {
  if (databaseUser() === undefined || !existsSync(folder)) return undefined
  return statSync(folder).uid || undefined
}

function folderOutside(dataDir: string): string {
  const pointer = join(dataDir, 'postgres.path')
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : ''
  if (known && existsSync(known)) return known
  const folder = join(OUTSIDE, `data-${randomBytes(6).toString('hex')}`)
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 })
  writeFileSync(pointer, `${folder}\n`)
  return folder
}

function passwordOf(dataDir: string): string | undefined {
  if (process.platform !== 'win32') return undefined
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

// Made under another name first: an interrupted start must not leave half a database behind.
function makeCluster(cluster: Cluster, dataDir: string): void {
  const { folder, uid, binaries } = cluster
  const half = `${folder}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  if (uid !== undefined) chownSync(half, uid, uid)
  const access = cluster.password
    ? ['--auth=scram-sha-256', `--pwfile=${join(dataDir, 'postgres.password')}`]
    : ['--auth=trust']
  const made = spawnSync(binaries.initdb, ['-D', half, ...access, ...language], {
    ...(uid === undefined ? {} : { uid, gid: uid, cwd: '/' }),
    encoding: 'utf8',
    windowsHide: true,
  })
  if (made.status !== 0) {
    const why = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? ''
    throw new StartRefused(`Ciranda could not make its database in ${folder}: ${why}`)
  }
  renameSync(half, folder)
}

// Upper and lower case must work for every letter of our languages, on every computer in the same way.
const language = [
  '--username=ciranda',
  '--encoding=UTF8',
  '--locale=C',
  ...(process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : []),
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

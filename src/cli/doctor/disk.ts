/** Whether the data folder can be written, and how much room is left around it. */
import { existsSync, readFileSync } from 'node:fs'
import { rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { broken, type Finding, fine, look, sizeOf } from './finding.ts'

const MB = 1024 * 1024
const TIGHT = 1024 * MB
const FULL = 200 * MB
const LONG_LOG = 100 * MB

/** Room on a disk, judged. Pure. */
export const room = (where: string, free: number): Finding => {
  const says = `${sizeOf(free)} free where ${where} lies`
  if (free < FULL)
    return broken(
      'disk',
      says,
      'The database stops when the disk is full: make room now, or move the folder to a larger disk.',
    )
  return free < TIGHT ? look('disk', says, 'Make room soon, or move the folder to a larger disk.') : fine('disk', says)
}

/** Examines the data folder; with a database of one's own, only what is kept beside it. */
export const examineDisk = async (folder: string): Promise<Finding[]> => {
  if (!existsSync(folder))
    return [look('disk', `There is no folder ${folder} yet`, 'npm start makes it; or say by --data where it is.')]
  return [await writable(folder), ...(await rooms(folder)), ...(await log(folder))]
}

const writable = async (folder: string): Promise<Finding> => {
  const probe = join(folder, `.doctor-${process.pid}`)
  try {
    await writeFile(probe, '')
    await rm(probe)
    return fine('disk', `${folder} can be written`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return broken(
      'disk',
      `${folder} cannot be written (${code})`,
      code === 'ENOSPC' ? 'Make room.' : 'Give the user who runs Ciranda the right to write there.',
    )
  }
}

const rooms = async (folder: string): Promise<Finding[]> => {
  const pointer = join(folder, 'postgres.path')
  const outside = existsSync(pointer) ? [readFileSync(pointer, 'utf8').trim()].filter(existsSync) : []
  return Promise.all(
    [folder, ...outside].map(async (where) => {
      const { bavail, bsize } = await statfs(where)
      return room(where, bavail * bsize)
    }),
  )
}

const log = async (folder: string): Promise<Finding[]> => {
  const path = join(folder, 'postgres.log')
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size < LONG_LOG) return []
  return [
    look(
      'disk',
      `${path} holds ${sizeOf(size)}`,
      'Read its end for what repeats itself; it may be emptied while Ciranda is stopped.',
    ),
  ]
}

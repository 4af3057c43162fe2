// PostgreSQL refuses to run as root: which user runs it then, and what that user can reach.
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

const NOBODY = 65534

/** The user and group number that PostgreSQL must run as, or undefined when it runs as the user of this process. */
export function databaseUser(): number | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
}

/** Whether the user may read this file or folder and pass through every folder above it. */
export function reaches(path: string, uid: number): boolean {
  let right = 0o5
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner } = statSync(at)
    const granted = owner === uid ? mode >> 6 : mode
    if ((granted & right) !== right) return false
    if (at === dirname(at)) return true
    right = 0o1
  }
}

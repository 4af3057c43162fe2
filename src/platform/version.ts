/** Which Ciranda this is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.ts'

let known: string | undefined

/** The version, as package.json says. */
export const version = (): string => {
  known ??= String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version)
  return known
}

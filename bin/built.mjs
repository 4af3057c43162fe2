// Builds when a source is newer than what was built, or gone.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

const stamp = join(root, 'dist', '.built')

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOfSources()
}

/** Builds the server, the command and what the browser gets. */
export async function build() {
  const before = stateOfSources()
  const { buildAll } = await import('./build.mjs')
  await buildAll()
  writeFileSync(stamp, before)
}

/** Changes whenever a source comes, goes or is written. */
export function stateOfSources() {
  const hash = createHash('sha256')
  for (const name of ['src', 'db', 'bin', 'package-lock.json', 'tsconfig.json']) look(name, hash)
  return hash.digest('hex')
}

function look(name, hash) {
  const path = join(root, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) for (const inside of readdirSync(path).sort()) look(`${name}/${inside}`, hash)
  else if (found && !name.includes('.test.')) hash.update(`${name} ${found.size} ${found.mtimeMs}\n`)
}

// Builds when a source is newer than what was built, or gone.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

const stamp = join(root, 'dist', '.built')

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Builds the server, the command and what the browser gets. */
export async function build() {
  const before = fingerprint()
  const { buildAll } = await import('./build.mjs')
  await buildAll()
  writeFileSync(stamp, before)
}

function fingerprint() {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name))
  for (const name of [...sources, 'bin/build.mjs', 'package-lock.json', 'tsconfig.json'].sort()) {
    const found = statSync(join(root, name), { throwIfNoEntry: false })
    if (found?.isFile()) hash.update(`${name} ${found.size} ${found.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

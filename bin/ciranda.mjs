// The `ciranda` command: the same program from any folder, built when it is missing or old.
import { join } from 'node:path'
import { build, isBuilt } from './built.mjs'
import { run } from './child.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node24.mjs'
import { giveUp, root } from './project.mjs'

// What the command itself prints may go into a file, so this goes to the error stream.
const say = (line) => process.stderr.write(`${line}\n`)

if (!isInstalled()) {
  say('Installing what Ciranda needs (about a minute the first time)')
  await install(say)
}
if (!isBuilt()) await build().catch((error) => giveUp(`Ciranda could not be built: ${error.message}`))
const command = [join(root, 'dist', 'ciranda.js'), ...process.argv.slice(2)]
process.exitCode = await run(findNode(), command, { cwd: process.cwd() })

// npm start: installs, builds and starts, saying how far it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, isBuilt } from './built.mjs'
import { run } from './child.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node24.mjs'
import { giveUp, root } from './project.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

if (isInstalled()) say('1 of 5  All that Ciranda needs is installed')
else {
  say('1 of 5  Installing what Ciranda needs (about a minute the first time)')
  await install((sentence) => say(`        ${sentence}`))
}
if (isBuilt()) say('2 of 5  Ciranda is built')
else {
  say('2 of 5  Building Ciranda (some seconds)')
  await build().catch((error) => giveUp(`Ciranda could not be built: ${error.message}`))
}
// Young memory grows no further than this: a thousand open pages take 28 MB instead of 66, and pages are as fast.
const flags = JSON.parse(readFileSync(join(root, 'bin', 'server-flags.json'), 'utf8'))
// The channel tells the server when this launcher is gone, so that it never stays behind alone.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
process.exitCode = await run(findNode(), [...flags, join(root, 'dist', 'main.js'), ...process.argv.slice(2)], {
  stdio,
  cwd: process.cwd(),
})

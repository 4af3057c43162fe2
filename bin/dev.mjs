// npm run dev: builds and starts again whenever a source changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build, stateOfSources } from './built.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node24.mjs'
import { root } from './project.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
let server
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true
  })
}

if (!isInstalled()) await install(say)
// Looking is cheap and, unlike being told by the file system, works everywhere and for every editor.
for (let seen = ''; !stopping; await pause(400)) {
  const state = stateOfSources()
  if (state === seen) continue
  seen = state
  await renew()
}
await end()

async function renew() {
  try {
    await build()
  } catch (error) {
    say(`This does not build yet: ${error.message}`)
    return
  }
  await end()
  const env = { ...process.env, CIRANDA_DEVELOPMENT: '1' }
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  server = spawn(findNode(), [join(root, 'dist', 'main.js'), ...process.argv.slice(2)], { env, stdio })
}

async function end() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  // Losing the channel asks the server to stop, on every system alike.
  if (server.connected) server.disconnect()
  await ended
}

// npm run dev: builds and starts again whenever a source changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { build } from './built.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node24.mjs'
import { root } from './project.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
let server
let timer
let turn = Promise.resolve()

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
  server = spawn(findNode(), [join(root, 'dist', 'main.js'), ...process.argv.slice(2)], { cwd: root, env, stdio })
}

async function end() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  // Losing the channel asks the server to stop, on every system alike.
  server.disconnect()
  await once(server, 'exit')
}

if (!isInstalled()) await install(say)
turn = renew()
for (const folder of ['src', 'db'].map((name) => join(root, name)).filter(existsSync)) {
  watch(folder, { recursive: true }, (_, name) => {
    if (name?.includes('.test.')) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(renew)
    }, 150)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => turn.then(end).then(() => process.exit(0)))
}

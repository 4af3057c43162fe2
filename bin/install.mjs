// Installs what package.json names, when it is not there yet or has changed since.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './project.mjs'

const stamp = join(root, 'node_modules', '.ciranda-installed')
const lists = ['package.json', 'package-lock.json'].map((name) => join(root, name))

/** Whether node_modules holds what the lists ask for. */
export function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return true
  return installedByHand()
}

/** @param {(sentence: string) => void} say told every ten seconds that it is still going on */
export async function install(say) {
  const began = Date.now()
  const clock = setInterval(() => say(`${Math.round((Date.now() - began) / 1000)} seconds so far`), 10_000)
  const { code, errors } = await npm([
    'install',
    '--ignore-scripts',
    '--no-fund',
    '--no-audit',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ])
  clearInterval(clock)
  if (code !== 0) {
    giveUp(
      `${errors}\nCiranda could not install what it needs (npm says why above): is this computer online, and may this user write in ${root}?`,
    )
  }
  writeFileSync(stamp, fingerprint())
}

// npm may add to the lock file while it installs, so this is taken afterwards.
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const list of lists) if (existsSync(list)) hash.update(readFileSync(list))
  return hash.digest('hex')
}

function installedByHand() {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return false
  const when = statSync(written).mtimeMs
  return lists.every((list) => !existsSync(list) || statSync(list).mtimeMs <= when)
}

function npm(args) {
  const script = process.env.npm_execpath
  const child = /npm-cli\.[cm]?js$/.test(script ?? '')
    ? spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' })
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, errors: error.message }))
    child.once('close', (code) => done({ code, errors: errors.trim() }))
  })
}

// Runs a program in our place: signals go on to it, and its exit code becomes ours.
import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code, 128 and the signal's number after a signal as shells have it
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
  // In a terminal the child hears Ctrl-C by itself, and on Windows a signal from here would kill it outright.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.platform !== 'win32' && child.kill(signal))
  }
  followNpm(() => child.kill('SIGTERM'))
  return new Promise((done) => {
    child.once('error', () => done(127))
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGKILL' ? 137 : 1)))
  })
}

// npm gives a signal to its shell alone, which ends without a word to us: only our parent's number tells.
function followNpm(end) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  setInterval(() => process.ppid !== parent && end(), 300).unref()
}

// What can be judged without running Ciranda: types, form, and the laws of the house.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

/**
 * Runs all of it, and shows what each has to say when it is not content.
 * @param {string} node @param {(sentence: string) => void} say
 * @returns {{ passed: number, failed: number }}
 */
export function judgeAll(node, say) {
  const count = { passed: 0, failed: 0 }
  const note = (name, ok, words = '') => {
    count[ok ? 'passed' : 'failed'] += 1
    say(`${ok ? 'passed' : 'FAILED'}  ${name}`)
    if (!ok && words.trim()) say(words.trimEnd())
  }
  const look = (...args) => spawnSync(node, args, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
  const simple = (name, ...args) => {
    const { status, stdout, stderr } = look(...args)
    note(name, status === 0, `${stdout}${stderr}`)
  }
  simple('types', 'node_modules/typescript/bin/tsc', '--noEmit')
  simple('form', 'node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off')
  if (existsSync(join(root, 'checks', 'run.ts'))) {
    for (const { name, ok, words } of laws(look('checks/run.ts', '--json'))) note(`law of ${name}`, ok, words)
  }
  return count
}

function laws({ stdout, stderr, status }) {
  try {
    return JSON.parse(stdout).map(({ name, ok, findings }) => ({
      name,
      ok,
      words: findings.map(({ file, line, says }) => `        ${file}${line ? `:${line}` : ''} ${says}`).join('\n'),
    }))
  } catch {
    return [{ name: 'the house', ok: false, words: `checks/run.ts ended with ${status}\n${stdout}\n${stderr}` }]
  }
}

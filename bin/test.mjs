// npm test: sets up all it needs, judges the law, runs the tests and the journeys, and says how many passed.
//
//   npm test                      everything
//   npm test -- unit              without the journeys (or: journeys, without the rest)
//   npm test -- journeys library  only files with this word in their path; words alone leave the law out
import { build, isBuilt } from './built.mjs'
import { findChromium } from './chromium.mjs'
import { install, isInstalled } from './install.mjs'
import { judgeAll } from './law.mjs'
import { findNode } from './node24.mjs'
import { runVitest } from './vitest.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const words = process.argv.slice(2)
const project = ['unit', 'journeys'].includes(words[0]) ? words.shift() : undefined

if (!isInstalled()) {
  say('Installing what Ciranda needs (about a minute the first time)')
  await install((sentence) => say(`        ${sentence}`))
}
const node = findNode()
const count = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  count.passed += passed
  count.failed += failed
}

if (!isBuilt()) {
  say('Building')
  await build().catch((error) => {
    say(`FAILED  build: ${error.message}`)
    add({ passed: 0, failed: 1 })
  })
}
if (words.length === 0 && project !== 'journeys') add(judgeAll(node, say))
const env = { ...process.env }
if (project !== 'unit') env.CIRANDA_CHROMIUM = findChromium(say)
add(await runVitest(node, [...(project ? ['--project', project] : []), ...words], env))

say(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1

// npm run check: the law alone, in some seconds (types, form, and checks/).
import { install, isInstalled } from './install.mjs'
import { judgeAll } from './law.mjs'
import { findNode } from './node24.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

if (!isInstalled()) await install(say)
const { passed, failed } = judgeAll(findNode(), say)
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

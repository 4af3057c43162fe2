// Looks at the house with every law, tells what it found and leaves with 1 when anything is out of place.
import { join } from 'node:path'
import { judge, tell } from './law.ts'
import { laws } from './laws.ts'
import { readTree } from './tree.ts'

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const tree = readTree(root)
const judgements = laws.filter((law) => wanted.length === 0 || wanted.includes(law.name)).map((law) => judge(law, tree))

if (process.argv.includes('--json')) console.log(JSON.stringify(judgements, null, 2))
else for (const judgement of judgements) console.log(tell(judgement))

// A mistyped law name must not look like a green run.
if (judgements.length === 0) console.error(`no such law: choose from ${laws.map((law) => law.name).join(', ')}`)
process.exitCode = judgements.length > 0 && judgements.every(({ ok }) => ok) ? 0 : 1

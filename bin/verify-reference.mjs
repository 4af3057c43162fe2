// npm run verify:reference -- DIR: each figure of the measurement engine beside the same figure of R, networkx and igraph.
import { join, resolve } from 'node:path'
import { run } from './child.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node24.mjs'
import { root } from './project.mjs'

if (!isInstalled()) await install((line) => process.stderr.write(`${line}\n`))
const folders = process.argv.slice(2).map((folder) => resolve(folder))
process.exitCode = await run(findNode(), [join(root, 'bench', 'verify-reference.ts'), ...folders])

// npm run bench: builds what is not built, and measures a site of its own beside its limits (see bench/README.md).
import { join } from 'node:path'
import { build, isBuilt } from './built.mjs'
import { run } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { findNode } from './node24.mjs'
import { giveUp, root } from './project.mjs'

const [first, ...others] = process.argv.slice(2)
const inBrowser = first === '--browser'
const alone = {
  '--notices': 'notices-speed',
  '--live': 'live-speed',
  '--sign-ins': 'sign-ins-speed',
  '--round': 'round-speed',
}[first]
if (!isBuilt()) await build().catch((error) => giveUp(`Ciranda could not be built: ${error.message}`))
if (inBrowser) process.env.CIRANDA_CHROMIUM = findChromium((sentence) => process.stderr.write(`${sentence}\n`))
const outdir = join(root, 'dist', 'bench')
const { build: bundle } = await import('esbuild')
await bundle({
  absWorkingDir: root,
  entryPoints: [
    'run',
    'browser',
    'sql-alone',
    'act-alone',
    'bytes-alone',
    'yardstick',
    'notices-speed',
    'live-speed',
    'sign-ins-speed',
    'round-speed',
  ].map((name) => `bench/${name}.ts`),
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
})
const program = join(outdir, inBrowser ? 'browser.js' : alone ? `${alone}.js` : 'run.js')
process.exit(await run(findNode(), [program, ...(inBrowser || alone ? others : process.argv.slice(2))]))

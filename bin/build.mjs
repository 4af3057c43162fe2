// Makes dist: the server, the command, and what the browser gets, each under a name that changes with its content.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compress } from './build-compress.mjs'
import { turboStyleHash } from './build-turbo-style.mjs'
import { root } from './project.mjs'

const dist = join(root, 'dist')
const assets = join(dist, 'assets')

/** Builds everything whose source exists; what the browser gets is whole also when the server does not build. */
export async function buildAll() {
  const esbuild = await import('esbuild')
  await mkdir(assets, { recursive: true })
  const outcomes = await Promise.allSettled([browser(esbuild), server(esbuild)])
  // Otherwise its process would stay with the launcher for as long as Ciranda runs.
  await esbuild.stop()
  const trouble = outcomes.find(({ status }) => status === 'rejected')
  if (trouble) throw trouble.reason
}

async function server(esbuild) {
  await rm(join(dist, 'rooms'), { recursive: true, force: true })
  const entries = { main: 'src/main.ts', ciranda: 'src/cli/ciranda.ts' }
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))),
    outdir: dist,
    bundle: true,
    packages: 'external',
    splitting: true,
    chunkNames: 'rooms/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'silent',
  })
}

async function browser(esbuild) {
  const shared = {
    absWorkingDir: root,
    outdir: assets,
    entryNames: 'app-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: 'silent',
    loader: { '.woff2': 'file' },
  }
  // What few pages need is a file of its own, fetched when such a page comes.
  const parts = { splitting: true, chunkNames: '[name]-[hash]' }
  const script = existsSync(join(root, 'src/browser.ts'))
    ? await esbuild.build({
        ...shared,
        entryPoints: { app: 'src/browser.ts' },
        ...parts,
        format: 'esm',
        target: 'es2022',
      })
    : undefined
  const style = await esbuild.build({ ...shared, stdin: { contents: styleSheets(), resolveDir: root, loader: 'css' } })
  const names = [script, style]
    .flatMap((made) => Object.keys(made?.metafile.outputs ?? {}))
    .map((path) => basename(path))
  const find = (pattern) => names.filter((name) => pattern.test(name))
  await Promise.all(find(/\.(css|js)$/).map((name) => compress(join(assets, name))))
  const made = {
    css: addressOf(find(/\.css$/)[0]),
    js: addressOf(find(/^app-.*\.js$/)[0]),
    fonts: find(/\.woff2$/)
      .sort()
      .map(addressOf),
    turboStyleHash: await turboStyleHash(),
  }
  await writeFile(join(assets, 'manifest.json'), JSON.stringify(made, undefined, 2))
  await clear(names)
}

const addressOf = (name) => (name ? `/assets/${name}` : '')

// The tokens come first and the modules last, each group by name: the same order on every computer.
function styleSheets() {
  const below = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true })
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
          .filter((name) => name.endsWith('.css'))
          .sort()
      : []
  const tokens = below('src/ui').filter((name) => name.endsWith('/tokens.css'))
  const ui = below('src/ui').filter((name) => !tokens.includes(name))
  return [...tokens, ...ui, ...below('src/modules')].map((name) => `@import "./${name}";`).join('\n')
}

async function clear(kept) {
  for (const name of readdirSync(assets)) {
    const whole = name.replace(/\.(br|gz)$/, '')
    if (name !== 'manifest.json' && !kept.includes(whole)) await rm(join(assets, name), { recursive: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll()

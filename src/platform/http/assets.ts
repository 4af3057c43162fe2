/** The built style, script and fonts: read once, served whole and compressed, kept by browsers for a year. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'
import { projectRoot } from '../root.ts'
import { iconAddress } from './signs.ts'

/** Where pages find their style and script. */
export interface Assets {
  readonly css: string
  readonly js: string
  readonly fonts: readonly string[]
  readonly turboStyleHash: string
  readonly icon: string
}

const folder = join(projectRoot, 'dist', 'assets')
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

const addressOf = (name: string): string => (name.startsWith('/') || name === '' ? name : `/assets/${name}`)

/** Reads the manifest of the last build; before the first build (in tests of rules) there is nothing to show. */
export const readAssets = (): Assets => {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return { css: '', js: '', fonts: [], turboStyleHash: '', icon: iconAddress }
  const made = JSON.parse(readFileSync(file, 'utf8')) as Assets
  return {
    ...made,
    css: addressOf(made.css),
    js: addressOf(made.js),
    fonts: made.fonts.map(addressOf),
    icon: iconAddress,
  }
}

const kept = new Map<string, Uint8Array<ArrayBuffer> | undefined>()

const bytesOf = (name: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!kept.has(name)) {
    const file = join(folder, name)
    kept.set(name, existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined)
  }
  return kept.get(name)
}

/** Serves one built file, in the best form that the browser takes. */
export const serveAsset = (c: Context, name: string): Response | undefined => {
  const ending = /^[\w.-]+\.(css|js|woff2|svg)$/.exec(name)?.[1]
  if (!ending) return undefined
  const accepts = c.req.header('accept-encoding') ?? ''
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
    ['', ''],
  ] as const) {
    if (encoding && !accepts.includes(encoding)) continue
    const bytes = bytesOf(name + suffix)
    if (!bytes) continue
    return c.body(bytes, 200, {
      'content-type': types[ending] as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    })
  }
  return undefined
}

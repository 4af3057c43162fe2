/** Reads a CPU profile: which functions and which parts of the house the time went to. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CpuProfile } from './inspector.ts'

/** A function, or a part of the house, with the milliseconds that were spent in it itself. */
export interface Spent {
  readonly name: string
  readonly ms: number
}

const kept = new Map<string, string[]>()

const linesOf = (url: string): string[] => {
  const known = kept.get(url)
  if (known) return known
  const read = url.startsWith('file:') ? readFileSync(fileURLToPath(url), 'utf8').split('\n') : []
  kept.set(url, read)
  return read
}

/** The source of a built line: our bundles name each file above what came from it. */
const sourceOf = (url: string, line: number): string => {
  const foreign = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (foreign) return foreign
  if (!url.startsWith('file:')) return url || 'Node itself'
  const lines = linesOf(url)
  for (let at = line; at >= 0; at--) {
    const named = /^\/\/ (\S+\.(?:tsx?|json))$/.exec(lines[at] ?? '')?.[1]
    if (named) return named
  }
  return url
}

const byMost = (sums: ReadonlyMap<string, number>): Spent[] =>
  [...sums].map(([name, ms]) => ({ name, ms })).sort((one, other) => other.ms - one.ms)

/** Without the time in which nothing was to do. */
export const selfTimes = (profile: CpuProfile): { functions: Spent[]; sources: Spent[] } => {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const functions = new Map<string, number>()
  const sources = new Map<string, number>()
  const add = (sums: Map<string, number>, name: string, ms: number) => sums.set(name, (sums.get(name) ?? 0) + ms)
  for (const [at, id] of profile.samples.entries()) {
    const frame = frames.get(id)
    if (!frame || frame.functionName === '(idle)') continue
    const ms = (profile.timeDeltas[at] ?? 0) / 1000
    const source = frame.functionName.startsWith('(') ? frame.functionName : sourceOf(frame.url, frame.lineNumber)
    add(sources, source, ms)
    add(functions, `${frame.functionName || '(unnamed)'}  ${source}`, ms)
  }
  return { functions: byMost(functions), sources: byMost(sources) }
}

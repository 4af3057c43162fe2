// The tree of files that the laws look at, read once and parsed at most once.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/** Every path is relative to the root and has forward slashes, on Windows too. */
export interface Tree {
  readonly files: readonly string[]
  text(path: string): string
  parsed(path: string): ts.SourceFile
  has(path: string): boolean
}

const ROOMS = ['src', 'db', 'tests', 'checks', 'bench']
const SKIPPED = new Set(['node_modules', 'dist', 'data'])

/** Reads the rooms of the house under `root`; rooms that do not exist yet are simply empty. */
export function readTree(root: string): Tree {
  const files = ROOMS.flatMap((room) => filesUnder(root, join(root, room))).sort()
  const known = new Set(files)
  const texts = new Map<string, string>()
  const trees = new Map<string, ts.SourceFile>()
  const text = (path: string): string => kept(texts, path, () => readFileSync(join(root, path), 'utf8'))
  return {
    files,
    text,
    has: (path) => known.has(path),
    parsed: (path) => kept(trees, path, () => parse(path, text(path))),
  }
}

function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

function filesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) return []
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(root, path) : [relative(root, path).split(sep).join('/')]
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key)
  if (found !== undefined) return found
  const made = make()
  cache.set(key, made)
  return made
}

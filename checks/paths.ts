// Paths: an address stands once, in urls.ts; everything else builds it from there.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isSource } from './places.ts'
import { lineOf, stringsOf, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const LOOKS_LIKE_PATH = /^\/[a-z:…]/i
const ADDRESSES = new Set(['href', 'action', 'formaction', 'formAction', 'src', 'hx-get', 'poster'])

export const law: Law = {
  name: 'paths',
  look: (tree) => {
    const files = tree.files.filter((path) => isSource(path) && isLookedAt(path))
    const urls = tree.files.filter((path) => path.endsWith('/urls.ts'))
    const findings = files.flatMap((path) => [...literals(tree, path), ...addresses(tree, path)])
    return { findings, seen: { files: files.length, 'urls files': urls.length } }
  },
}

// The platform and the command line speak of files on disk and build the paths themselves.
function isLookedAt(path: string): boolean {
  return !path.endsWith('/urls.ts') && !/^src\/(platform|cli)\//.test(path)
}

function literals(tree: Tree, file: string): Finding[] {
  return stringsOf(tree.parsed(file))
    .filter(({ node, text }) => LOOKS_LIKE_PATH.test(text) && !isImport(node) && !isForMachines(text))
    .map(({ node, text }) => ({
      file,
      line: lineOf(node),
      says: `${text} is a path: name it in urls.ts and build it from there`,
    }))
}

function addresses(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = []
  walk(tree.parsed(file), (node) => {
    if (!ts.isJsxAttribute(node) || !ADDRESSES.has(node.name.getText())) return
    const value = node.initializer
    // Longer paths are found as literals already; here it is the bare "/" that slips through.
    const text = value && ts.isStringLiteral(value) ? value.text : undefined
    if (text === '/') findings.push({ file, line: lineOf(node), says: `${node.name.getText()}="/" belongs in urls.ts` })
  })
  return findings
}

function isImport(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)
}

// What a build names, and where a balancer knocks: nobody ever links to them.
function isForMachines(text: string): boolean {
  return text.startsWith('/assets/') || text === '/healthz'
}

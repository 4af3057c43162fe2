// Cycles: no file imports itself by way of others; types alone may point back.
import type { Finding, Law } from './law.ts'
import { isSource } from './places.ts'
import { importsOf, target } from './syntax.ts'
import type { Tree } from './tree.ts'

export const law: Law = {
  name: 'cycles',
  look: (tree) => {
    const files = tree.files.filter(isSource)
    const graph = new Map(files.map((path) => [path, neighbours(tree, path)]))
    const imports = [...graph.values()].reduce((sum, list) => sum + list.length, 0)
    return { findings: circlesIn(graph), seen: { files: files.length, imports } }
  },
}

function neighbours(tree: Tree, path: string): string[] {
  return importsOf(tree.parsed(path)).flatMap(({ from, typeOnly }) => {
    const to = typeOnly ? undefined : target(path, from)
    return to !== undefined && tree.has(to) ? [to] : []
  })
}

// Depth first: a file met again while still on the path closes a circle.
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): Finding[] {
  const findings: Finding[] = []
  const finished = new Set<string>()
  const trail: string[] = []
  const follow = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const circle = [...trail.slice(start), path].join(' → ')
      findings.push({ file: path, says: `${circle}: move what both need into a noun of its own` })
      return
    }
    if (finished.has(path)) return
    trail.push(path)
    for (const next of graph.get(path) ?? []) follow(next)
    trail.pop()
    finished.add(path)
  }
  for (const path of graph.keys()) follow(path)
  return findings
}

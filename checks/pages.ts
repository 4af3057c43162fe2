// Pages: a page shows what it is given; it waits for nothing, asks no store and decides no rule.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isPage } from './places.ts'
import { importsOf, lineOf, target, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const BEHIND = /\/(store|actions|jobs|notices|routes)(\.ts|\/[^/]+\.ts)$/

export const law: Law = {
  name: 'pages',
  look: (tree) => {
    const pages = tree.files.filter(isPage)
    return {
      findings: pages.flatMap((path) => [...waiting(tree, path), ...reaching(tree, path)]),
      seen: { pages: pages.length },
    }
  },
}

function waiting(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = []
  walk(tree.parsed(file), (node) => {
    if (
      node.kind === ts.SyntaxKind.AwaitKeyword ||
      node.kind === ts.SyntaxKind.AsyncKeyword ||
      ts.isAwaitExpression(node)
    )
      findings.push({ file, line: lineOf(node), says: 'a page waits for nothing: read it in routes.ts and pass it in' })
  })
  return findings
}

function reaching(tree: Tree, file: string): Finding[] {
  return importsOf(tree.parsed(file)).flatMap(({ from, typeOnly, line }) => {
    const to = target(file, from)
    if (typeOnly || to === undefined || !BEHIND.test(to)) return []
    return [{ file, line, says: `a page does not call ${to}: let routes.ts call it and pass the answer in` }]
  })
}

// Clock: time and chance are passed in, so that a rule gives the same answer in a test as in a school.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isCode, isIsland, isTest, moduleOf, plays } from './places.ts'
import { lineOf, templateText, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const CALLS = new Set(['Date.now', 'Math.random', 'performance.now'])
const SQL_TIME = /\b(now\s*\(\s*\)|current_timestamp|current_date|clock_timestamp|random\s*\(\s*\))/i

export const law: Law = {
  name: 'clock',
  look: (tree) => {
    // Browser code has no house clock to ask.
    const files = tree.files.filter((path) => moduleOf(path) && isCode(path) && !isTest(path) && !isIsland(path))
    return { findings: files.flatMap((path) => ticking(tree, path)), seen: { files: files.length } }
  },
}

function ticking(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = []
  walk(tree.parsed(file), (node) => {
    const what = named(node) ?? (plays('store', file) ? inSql(node) : undefined)
    if (what === undefined) return
    const says = `${what}: pass the time (house.clock.now(), tx.now) or the chance in as an argument`
    findings.push({ file, line: lineOf(node), says })
  })
  return findings
}

function named(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression.getText()
  return CALLS.has(callee) ? `${callee}()` : undefined
}

function inSql(node: ts.Node): string | undefined {
  if (!ts.isTaggedTemplateExpression(node)) return undefined
  return SQL_TIME.exec(templateText(node.template))?.[0]
}

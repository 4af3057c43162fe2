// Finds words that stand in TSX itself, where no other language can reach them.
import ts from 'typescript'
import type { Finding } from './law.ts'
import { lineOf, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const SPOKEN = new Set([
  'alt',
  'title',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
])
const LETTERS = /\p{L}{2,}/u

/** Letters between tags, letters in braces between tags, and letters in attributes that are read out. */
export function visibleText(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = []
  walk(tree.parsed(file), (node) => {
    const text = spoken(node)
    if (text === undefined || !LETTERS.test(text.replace(/&#?\w+;/g, ''))) return
    const says = `shows "${text.trim().slice(0, 40)}" in one language: put it in words.en.json and its four sisters`
    findings.push({ file, line: lineOf(node), says })
  })
  return findings
}

function spoken(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text
  if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer)
    return ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
  const inBraces = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? node.expression : undefined
  return inBraces && ts.isStringLiteralLike(inBraces) ? inBraces.text : undefined
}

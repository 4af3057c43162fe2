// Style: no style attribute, no inline script, no raw HTML outside the Markdown part, no chatter on the console.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isSource } from './places.ts'
import { lineOf, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

/** The only parts that may write HTML which was made elsewhere, each with the reason why it is safe. */
const RAW_HTML: Readonly<Record<string, string>> = {
  'src/ui/markdown.tsx': 'shows what src/platform/text/markdown.ts has sanitised',
  'src/platform/http/kept-parts.ts': 'gives back what the renderer made of our own parts',
  'src/ui/qr-code.tsx': 'shows the SVG that the qrcode library drew from an address of ours',
}
const CONSOLE = new Set(['log', 'info', 'debug', 'dir', 'table'])

export const law: Law = {
  name: 'style',
  look: (tree) => {
    const files = tree.files.filter(isSource)
    const pages = files.filter((path) => path.endsWith('.tsx'))
    return { findings: files.flatMap((path) => spots(tree, path)), seen: { files: files.length, pages: pages.length } }
  },
}

function spots(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = []
  walk(tree.parsed(file), (node) => {
    const says = complaint(node, file)
    if (says) findings.push({ file, line: lineOf(node), says })
  })
  return findings
}

function complaint(node: ts.Node, file: string): string | undefined {
  if (ts.isIdentifier(node) && node.text === 'jsxTemplate' && !(file in RAW_HTML))
    return 'only the parts listed in checks/style.ts write raw HTML: keep a part with KeptParts'
  if (ts.isJsxAttribute(node)) return attribute(node, file)
  if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && node.tagName.getText() === 'style')
    return '<style> breaks the content security policy: move it to the stylesheet of its noun'
  if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'script' && node.children.length > 0)
    return 'an inline script breaks the content security policy: make it an island'
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  const { expression, name } = node.expression
  const chats = expression.getText() === 'console' && CONSOLE.has(name.text)
  return chats && !/^src\/(main\.ts|cli\/.*)$/.test(file)
    ? 'report through src/platform/telemetry, not the console'
    : undefined
}

function attribute(node: ts.JsxAttribute, file: string): string | undefined {
  const name = node.name.getText()
  const value = node.initializer
  if (name === 'style') return 'the style attribute is refused by the browser: use a class, or an SVG attribute'
  const tag = node.parent.parent.tagName.getText()
  if (/^on[a-z]+$/i.test(name) && /^[a-z]/.test(tag) && value && ts.isStringLiteral(value))
    return `${name}="…" is an inline script: make it an island`
  if (name === 'dangerouslySetInnerHTML' && !(file in RAW_HTML))
    return 'only the parts listed in checks/style.ts write raw HTML: show text with <Markdown>'
  return undefined
}

// Small questions to a parsed file that several laws ask.
import { dirname, posix } from 'node:path'
import ts from 'typescript'

/** Visits every node below `node`, itself included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** The line a node stands on, counted from 1. */
export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}

export interface Import {
  readonly from: string
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}

/** Everything a file imports or re-exports, `import()` included. `* as x` is the name `*`. */
export function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = []
  walk(file, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      found.push({ from: node.moduleSpecifier.text, typeOnly, names: namesOf(clause), line: lineOf(node) })
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.exportClause
      const names = clause && ts.isNamedExports(clause) ? clause.elements.map(nameThere) : ['*']
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names, line: lineOf(node) })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      if (argument && ts.isStringLiteralLike(argument))
        found.push({ from: argument.text, typeOnly: false, names: ['*'], line: lineOf(node) })
    }
  })
  return found
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  if (!bindings) return []
  return ts.isNamespaceImport(bindings) ? ['*'] : bindings.elements.map(nameThere)
}

function nameThere(element: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (element.propertyName ?? element.name).text
}

/** The path a relative import points at, or nothing for a package. */
export function target(path: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.join(dirname(path), from) : undefined
}

/** The written text of a template, with `…` where a value goes in. */
export function templateText(node: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('')
}

/** Strings and templates alike, each with its text. */
export function stringsOf(file: ts.SourceFile): { node: ts.Node; text: string }[] {
  const found: { node: ts.Node; text: string }[] = []
  walk(file, (node) => {
    if (ts.isStringLiteral(node)) found.push({ node, text: node.text })
    else if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      found.push({ node, text: templateText(node) })
  })
  return found
}

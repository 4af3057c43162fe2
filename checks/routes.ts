// Routes: every door has a typed path and a named access rule, and one for programs also the right a token needs.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isSource, moduleOf, plays } from './places.ts'
import { importsOf, lineOf, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const MOUNTS = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'on', 'use', 'stream'])

export const law: Law = {
  name: 'routes',
  look: (tree) => {
    const files = tree.files.filter((path) => moduleOf(path) && isSource(path))
    const doors = files.filter((path) => plays('routes', path))
    const apis = files.filter((path) => plays('api', path))
    const mounted = [...doors, ...apis].map((path) => mountsIn(tree, path))
    const findings = [...mounted.flatMap(({ findings }) => findings), ...files.flatMap((path) => servers(tree, path))]
    const routes = mounted.reduce((sum, { count }) => sum + count, 0)
    return { findings, seen: { 'route files': doors.length + apis.length, routes } }
  },
}

function mountsIn(tree: Tree, file: string): { findings: Finding[]; count: number } {
  const findings: Finding[] = []
  let count = 0
  walk(tree.parsed(file), (node) => {
    if (!isMount(node)) return
    count += 1
    const [path, rule, right] = node.arguments
    const line = lineOf(node.expression.name)
    if (!path || !isUrl(path))
      findings.push({ file, line, says: 'mount urls.something: the pattern itself belongs in urls.ts' })
    if (!rule || !isNamed(rule))
      findings.push({
        file,
        line,
        says: 'name the access rule as second argument: a rule without a name cannot be read aloud',
      })
    if (plays('api', file) && !isRight(right))
      findings.push({ file, line, says: "say the right a token needs as third argument: 'read' or 'write'" })
  })
  // A room with several doors may only gather them.
  const gathers = importsOf(tree.parsed(file)).some(({ from }) => /\/(routes|api)\//.test(from))
  if (count === 0 && !gathers) findings.push({ file, says: 'mounts no route: table.get(urls.thing, rule, handler)' })
  return { findings, count }
}

type Mount = ts.CallExpression & { expression: ts.PropertyAccessExpression }

// `form.get('title')` reads a field; a mount has at least a path and a handler.
function isMount(node: ts.Node): node is Mount {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    MOUNTS.has(node.expression.name.text) &&
    node.arguments.length >= 2
  )
}

function isUrl(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && /[uU]rls$/.test(node.expression.getText())
}

function isNamed(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isNamed(node.expression))
}

function isRight(node: ts.Expression | undefined): boolean {
  return node !== undefined && ts.isStringLiteral(node) && ['read', 'write'].includes(node.text)
}

function servers(tree: Tree, file: string): Finding[] {
  return importsOf(tree.parsed(file))
    .filter(({ from, typeOnly, names }) => from === 'hono' && !typeOnly && names.includes('Hono'))
    .map(({ line }) => ({
      file,
      line,
      says: 'a module has no server of its own: mount through the RouteTable in routes.ts',
    }))
}

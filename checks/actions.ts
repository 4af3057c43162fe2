// Actions: whatever can be done has a door that leads to it and a test that tells its story.
import ts from 'typescript'
import type { Finding, Law } from './law.ts'
import { isCode, isTest, plays } from './places.ts'
import { importsOf, lineOf, target } from './syntax.ts'
import { toldIn } from './told.ts'
import type { Tree } from './tree.ts'

interface Action {
  readonly file: string
  readonly name: string
  readonly line: number
}

export const law: Law = {
  name: 'actions',
  look: (tree) => {
    const actions = tree.files.filter((path) => plays('actions', path)).flatMap((path) => actionsIn(tree, path))
    const reached = reachedFromDoors(tree)
    const told = toldIn(tree)
    const tests = tree.files.filter((path) => isTest(path) && isCode(path))
    const findings = actions.flatMap((action) => [
      ...(reached.has(`${action.file} ${action.name}`) ? [] : [orphan(action)]),
      ...(told(action.name) ? [] : [untold(action)]),
    ])
    return { findings, seen: { actions: actions.length, tests: tests.length } }
  },
}

function orphan({ file, line, name }: Action): Finding {
  return {
    file,
    line,
    says: `${name} has no door: call it from routes, api, jobs, public.ts or the command line, or delete it`,
  }
}

function untold({ file, line, name }: Action): Finding {
  return {
    file,
    line,
    says: `${name} is in no test: tell its story beside it, by name or by asking its address (urls.…)`,
  }
}

function actionsIn(tree: Tree, file: string): Action[] {
  return tree.parsed(file).statements.flatMap((node) => {
    if (!isExported(node)) return []
    if (ts.isFunctionDeclaration(node) && node.name) return [{ file, name: node.name.text, line: lineOf(node) }]
    if (!ts.isVariableStatement(node)) return []
    return node.declarationList.declarations
      .filter(
        ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
      )
      .map((declaration) => ({ file, name: declaration.name.getText(), line: lineOf(node) }))
  })
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  )
}

function reachedFromDoors(tree: Tree): Set<string> {
  const doors = tree.files.filter((path) => isCode(path) && !isTest(path) && isDoor(path))
  const reached = new Set<string>()
  for (const door of doors)
    for (const { from, names } of importsOf(tree.parsed(door))) {
      const to = target(door, from)
      if (to === undefined || !plays('actions', to)) continue
      const all = names.includes('*') ? actionsIn(tree, to).map(({ name }) => name) : names
      for (const name of all) reached.add(`${to} ${name}`)
    }
  return reached
}

// Facts are doors too: app.ts answers a fact of one module with an act of another.
function isDoor(path: string): boolean {
  const role = ['routes', 'api', 'jobs', 'public', 'notices'].some((name) => plays(name, path))
  return role || /^src\/([^/]+\.tsx?|cli\/.*)$/.test(path)
}

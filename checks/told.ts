// Which acts the tests tell of: by their name, or by asking the door that leads to them.
import ts from 'typescript'
import { isCode, isTest, plays } from './places.ts'
import { walk } from './syntax.ts'
import type { Tree } from './tree.ts'

/** Answers whether an act of this name is told of in any test. Requests count: our tests mostly knock at doors. */
export function toldIn(tree: Tree): (name: string) => boolean {
  const tests = tree.files.filter((path) => isTest(path) && isCode(path)).map((path) => tree.text(path))
  const all = tests.join('\n')
  const doors = tree.files.filter((path) => plays('routes', path) || plays('api', path))
  const knocked = doors.flatMap((path) => handlersKnocked(tree, path, all))
  return (name) => {
    const word = new RegExp(`\\b${name}\\b`)
    return word.test(all) || knocked.some((handler) => word.test(handler))
  }
}

// The text of every handler whose address a test builds, with the functions of the same file that it calls.
function handlersKnocked(tree: Tree, file: string, tests: string): string[] {
  const parsed = tree.parsed(file)
  const own = new Map(parsed.statements.flatMap(declared))
  const found: string[] = []
  walk(parsed, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const [address, ...rest] = node.arguments
    // Behind the path stand the rule and, for programs, the right and the schemas; the handler comes last.
    const handler = rest.length < 2 ? undefined : rest.at(-1)
    if (!address || !handler || !ts.isPropertyAccessExpression(address)) return
    // `urls.reading` may be `peopleUrls.reading` in a test of another room.
    if (new RegExp(`[uU]rls\\.${address.name.text}\\b`).test(tests)) found.push(withCalled(handler.getText(), own))
  })
  return found
}

function declared(statement: ts.Statement): [string, string][] {
  if (ts.isFunctionDeclaration(statement) && statement.name) return [[statement.name.text, statement.getText()]]
  if (!ts.isVariableStatement(statement)) return []
  // The table of routes itself names every act and would tell of all of them.
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && ts.isArrowFunction(initializer))
    .map((declaration) => [declaration.name.getText(), declaration.getText()])
}

function withCalled(text: string, own: ReadonlyMap<string, string>): string {
  const called = [...own].filter(([name]) => new RegExp(`\\b${name}\\b`).test(text)).map(([, body]) => body)
  return [text, ...called].join('\n')
}

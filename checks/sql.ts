// SQL: it stands in a module's store, in the platform and in migrations; another module's tables only through its views.
import ts from 'typescript'
import { FLOORS } from './floors.ts'
import type { Finding, Law } from './law.ts'
import { isCode, isTest, moduleOf, plays } from './places.ts'
import { lineOf, stringsOf, templateText, walk } from './syntax.ts'
import type { Tree } from './tree.ts'

const LOOKS_LIKE_SQL =
  /^\s*(select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|(create|alter|drop)\s+(table|view|index|schema|policy)\s)/i
const READS = /\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_]+)\.([a-z_]+)/gi

/** Files that hold SQL although they are no store, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'src/modules/community/audience.ts': 'the one audience rule is also the fragment that every store composes',
}

export const law: Law = {
  name: 'sql',
  look: (tree) => {
    const code = tree.files.filter((path) => path.startsWith('src/') && isCode(path) && !isTest(path))
    const stores = code.filter((path) => plays('store', path))
    const outside = code.filter(
      (path) => !stores.includes(path) && !(path in ELSEWHERE) && !/^src\/(platform|cli)\//.test(path),
    )
    const migrations = tree.files.filter((path) => path.startsWith('db/migrations/'))
    const findings = [...outside.flatMap((path) => sqlIn(tree, path)), ...borrowed(tree, stores)]
    return { findings, seen: { files: code.length, stores: stores.length, migrations: migrations.length } }
  },
}

function sqlIn(tree: Tree, file: string): Finding[] {
  const lines = new Set<number>()
  const parsed = tree.parsed(file)
  walk(parsed, (node) => {
    if (ts.isTaggedTemplateExpression(node) && isSqlTag(node.tag)) lines.add(lineOf(node))
  })
  for (const { node, text } of stringsOf(parsed)) if (LOOKS_LIKE_SQL.test(text)) lines.add(lineOf(node))
  const says = moduleOf(file)
    ? `holds SQL: write it as a query in ${moduleOf(file)}/store.ts and call it here`
    : 'holds SQL: it belongs in the store of the module whose noun it reads, or in src/platform/db'
  return [...lines].map((line) => ({ file, line, says }))
}

function isSqlTag(tag: ts.Expression): boolean {
  if (ts.isIdentifier(tag)) return tag.text === 'sql'
  return ts.isPropertyAccessExpression(tag) && isSqlTag(tag.expression)
}

// The schemas are called like the modules: a name of another module must be a view that its contract names.
function borrowed(tree: Tree, stores: readonly string[]): Finding[] {
  const readers = new Map<string, Set<string>>()
  for (const file of stores)
    for (const name of foreignNames(tree, file)) readers.set(name, (readers.get(name) ?? new Set()).add(file))
  return [...readers].flatMap(([name, files]) => {
    const contract = `src/modules/${name.split('.')[0]}/contract.ts`
    if (tree.has(contract) && tree.text(contract).includes(name)) return []
    return [
      { file: contract, says: `does not name ${name} as a view for others, but ${[...files].join(', ')} read it` },
    ]
  })
}

function foreignNames(tree: Tree, file: string): string[] {
  const names: string[] = []
  walk(tree.parsed(file), (node) => {
    if (!ts.isTaggedTemplateExpression(node) || !isSqlTag(node.tag)) return
    for (const [, schema = '', name = ''] of templateText(node.template).matchAll(READS))
      if (schema !== moduleOf(file) && schema in FLOORS) names.push(`${schema}.${name}`)
  })
  return names
}

// Reads the migrations in order and answers which tables stand at the end, with their columns and walls.
import type { Tree } from './tree.ts'

export interface Table {
  readonly name: string
  readonly file: string
  /** Each column's name with the rest of its definition. */
  readonly columns: Map<string, string>
  walled: boolean
  policies: number
  /** Whether the web's role was granted anything on it. */
  open: boolean
}

const NAME = '(?:if (?:not )?exists )?(?:only )?([a-z_]+\\.[a-z_]+)'
const NOT_A_COLUMN = /^(primary|constraint|unique|foreign|check|exclude|like)\b/

/** The tables that the migrations leave behind, in the order they were made. Partitions belong to their parent. */
export function tablesIn(tree: Tree): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const file of tree.files.filter((path) => /^db\/migrations\/.*\.sql$/.test(path)))
    for (const statement of statementsOf(tree.text(file))) apply(tables, file, statement)
  return tables
}

function statementsOf(text: string): string[] {
  const bare = text.replace(/--[^\n]*/g, '').replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
  return bare.split(';').map((part) => part.replace(/\s+/g, ' ').trim().toLowerCase())
}

function apply(tables: Map<string, Table>, file: string, statement: string): void {
  const made = new RegExp(`^create (?:unlogged )?table ${NAME} ?\\((.*)`).exec(statement)
  if (made?.[1]) {
    const columns = new Map(piecesOf(made[2] ?? '').flatMap(column))
    tables.set(made[1], { name: made[1], file, columns, walled: false, policies: 0, open: false })
    return
  }
  for (const [, name = ''] of statement.matchAll(new RegExp(`^drop table ${NAME}`, 'g'))) tables.delete(name)
  const altered = tables.get(new RegExp(`^alter table ${NAME} `).exec(statement)?.[1] ?? '')
  if (altered) alter(altered, statement)
  const guarded = tables.get(new RegExp(`^create policy \\S+ on ${NAME}`).exec(statement)?.[1] ?? '')
  if (guarded) guarded.policies += 1
  if (/^grant .* to ciranda_app/.test(statement)) grant(tables, statement)
}

function alter(table: Table, statement: string): void {
  if (statement.includes('enable row level security')) table.walled = true
  if (statement.includes('disable row level security')) table.walled = false
  for (const [, name = '', rest = ''] of statement.matchAll(/add (?:column )(?:if not exists )?([a-z_]+) ([^,]*)/g))
    table.columns.set(name, rest)
  for (const [, name = ''] of statement.matchAll(/drop column (?:if exists )?([a-z_]+)/g)) table.columns.delete(name)
}

function grant(tables: Map<string, Table>, statement: string): void {
  const wholeSchema = /on all tables in schema ([a-z_]+)/.exec(statement)?.[1]
  for (const table of tables.values()) {
    const named = new RegExp(`\\bon .*\\b${table.name.replace('.', '\\.')}\\b`).test(statement)
    if (named || table.name.startsWith(`${wholeSchema}.`)) table.open = true
  }
}

function column(piece: string): [string, string][] {
  const [, name, rest] = /^"?([a-z_]+)"? (.*)$/.exec(piece) ?? []
  return name && rest && !NOT_A_COLUMN.test(piece) ? [[name, rest]] : []
}

// Splits at the commas of the outermost bracket and stops where it closes.
function piecesOf(body: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of body) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) break
    if (character === ',' && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] += character
  }
  return pieces.map((piece) => piece.trim())
}

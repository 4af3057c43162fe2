// Structure: nouns are free, roles are closed; one file holds one thought and opens by saying which.
import type { Finding, Law } from './law.ts'
import { isCode, isTest, modulesIn } from './places.ts'
import type { Tree } from './tree.ts'

const FORBIDDEN = new Set('utils util helpers helper services service index common lib misc types constants'.split(' '))
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LANGUAGES = 'en|pt|nl|de|sk'
const LONGEST = 300
const LONGEST_STYLESHEET = 600
const LONGEST_README = 40
const ROLE_FOLDERS: Record<string, RegExp> = {
  pages: /\.tsx?$/,
  islands: /\.tsx?$/,
  store: /\.ts$/,
  actions: /\.ts$/,
  routes: /\.ts$/,
  api: /\.ts$/,
}

export const law: Law = {
  name: 'structure',
  look: (tree) => {
    const modules = modulesIn(tree.files)
    const code = tree.files.filter(isCode)
    const lengths = code.filter((path) => path.startsWith('src/')).map((path) => linesOf(tree.text(path)))
    const findings = [
      ...modules.flatMap((name) => readme(tree, name)),
      ...tree.files.filter((path) => path.startsWith('src/')).flatMap((path) => place(path)),
      ...tree.files.flatMap((path) => length(tree, path)),
      ...code.flatMap((path) => firstSentence(path, tree.text(path))),
      ...migrations(tree),
    ]
    return { findings, seen: { modules: modules.length, files: code.length, 'lines median': median(lengths) } }
  },
}

function readme(tree: Tree, name: string): Finding[] {
  const file = `src/modules/${name}/README.md`
  if (!tree.has(file))
    return [{ file, says: 'is missing: say the noun, its words, what always holds, whom it may see' }]
  const lines = linesOf(tree.text(file))
  return lines > LONGEST_README
    ? [{ file, says: `has ${lines} lines, ${LONGEST_README} is the most: what, not how` }]
    : []
}

function place(file: string): Finding[] {
  const parts = file.split('/')
  const dusty = parts.find((part) => FORBIDDEN.has(part.replace(/(\.test)?\.[a-z]+$/, '')))
  if (dusty) return [{ file, says: `"${dusty}" is a drawer, not a noun: name the file after the thing it is about` }]
  if (parts[1] !== 'modules') return []
  if (parts.length < 4)
    return [{ file, says: 'lies loose among the modules: move it into the module whose noun it is' }]
  return inModule(file, parts.slice(3), parts[2] ?? '')
}

function inModule(file: string, parts: string[], owner: string): Finding[] {
  const [first = '', ...rest] = parts
  if (rest.length === 0) return atRoot(file, first, owner)
  const role = ROLE_FOLDERS[first]
  if (role) {
    const flat = rest.length === 1 && KEBAB.test(stem(rest[0] ?? '')) && role.test(rest[0] ?? '')
    return flat
      ? []
      : [{ file, says: `${first}/ is flat and holds only kebab-case ${role.source} files: use a sub-noun folder` }]
  }
  if (!KEBAB.test(first)) return [{ file, says: `folder "${first}" is not a kebab-case noun` }]
  return inModule(file, rest, first)
}

function atRoot(file: string, name: string, owner: string): Finding[] {
  if (name === 'README.md' || new RegExp(`^words(\\.(${LANGUAGES}))?(\\.easy)?\\.json$`).test(name)) return []
  if (name.endsWith('.css'))
    return name === `${owner}.css` ? [] : [{ file, says: `call it ${owner}.css: one stylesheet for each noun` }]
  if (name.endsWith('.tsx') && !isTest(file))
    return [{ file, says: 'pages and parts live in pages/, browser code in islands/' }]
  if (name.endsWith('.ts') || isTest(file))
    return KEBAB.test(stem(name)) ? [] : [{ file, says: 'use a role name or one kebab-case noun of the field' }]
  if (name.endsWith('.json') && KEBAB.test(stem(name))) return []
  // Texts of a noun (a shelf's entries, say) lie in that noun's own folder, not beside the roles.
  const inSubNoun = file.split('/').length > 4
  return inSubNoun && /^[a-z0-9.-]+\.(md|json|txt|xml|csv)$/.test(name)
    ? []
    : [{ file, says: 'is neither a role nor a noun.ts: content lies in a sub-noun folder, pictures in src/ui/assets' }]
}

function length(tree: Tree, file: string): Finding[] {
  const most = isCode(file) ? LONGEST : file.endsWith('.css') ? LONGEST_STYLESHEET : undefined
  if (most === undefined) return []
  const lines = linesOf(tree.text(file))
  return lines > most
    ? [{ file, says: `has ${lines} lines, ${most} is the most: which second thought can move out?` }]
    : []
}

function firstSentence(file: string, text: string): Finding[] {
  const first = text.replace(/^#!.*\n/, '').match(/^(?:\/\/|\/\*\*?)\s*(?:\*\s*)?([^\n]*)/)?.[1] ?? ''
  const says = 'must open with one comment sentence that says what the file is'
  return /^\p{L}/u.test(first) && first.trim().split(/\s+/).length >= 3 ? [] : [{ file, line: 1, says }]
}

// Two migrations of one number would run in an order that nobody chose.
function migrations(tree: Tree): Finding[] {
  const taken = new Map<string, string>()
  return tree.files.flatMap((file) => {
    const name = /^db\/migrations\/(.*)$/.exec(file)?.[1]
    if (name === undefined) return []
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
    if (number === undefined) return [{ file, says: 'call it NNNN_what_it_adds.sql, the next free number first' }]
    const other = taken.get(number)
    taken.set(number, file)
    if (other) return [{ file, says: `takes the number of ${other}: use the next free one` }]
    if (!tree.text(file).startsWith('-- '))
      return [{ file, line: 1, says: 'opens with one comment that says what it adds' }]
    return []
  })
}

function stem(name: string): string {
  return name.replace(/(\.test)?\.[a-z]+$/, '')
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

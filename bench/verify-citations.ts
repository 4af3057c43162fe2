// Cites references that others published, writes and reads their files back, and counts what was lost: DIR holds them.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type FileKind, writeFile } from '../src/modules/library/citation/file.ts'
import { formatted } from '../src/modules/library/citation/formatter.ts'
import { plainOf } from '../src/modules/library/citation/pieces.ts'
import type { CitedItem, CitedName } from '../src/modules/library/citation/reference.ts'
import { styles } from '../src/modules/library/citation/style.ts'
import { languages } from '../src/platform/words/words.ts'

const load = createRequire(import.meta.url)
const { plugins } = load('@citation-js/core') as {
  plugins: { input: { chain(text: unknown, options: { generateGraph: false }): CitedItem[] } }
}
for (const plugin of ['bibtex', 'ris', 'csl']) load(`@citation-js/plugin-${plugin}`)

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Name the folder of the sets: node bench/verify-citations.ts DIR\n')
  process.exit(2)
}

/** The references of a file: BibTeX and RIS as citation-js reads them, CSL-JSON, and the input of CSL's own tests. */
const itemsIn = (path: string): CitedItem[] => {
  try {
    const text = readFileSync(path, 'utf8')
    if (/\.(bib|ris)$/.test(path)) return plugins.input.chain(text, { generateGraph: false })
    if (/csl\.json$/.test(path)) return JSON.parse(text) as CitedItem[]
    const input = />>=+ INPUT =+>>([\s\S]*?)<<=/.exec(text)?.[1]
    return input ? (JSON.parse(input) as CitedItem[]) : []
  } catch {
    return []
  }
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/<[^>]*>|[\s“”‘’«»"'`–—.,-]+/g, '')
const nameOf = (name: CitedName): string =>
  squeezed(
    name.literal ??
      [name['non-dropping-particle'] ?? name['dropping-particle'], name.family, name.given, name.suffix].join(''),
  )
const letters = (names: readonly CitedName[] | undefined): string =>
  (names ?? []).map((name) => [...nameOf(name)].sort().join('')).join(' ')

let failed = 0
for (const set of ['bib-citationjs', 'bib-ris-a', 'bib-csl-a']) {
  const files = readdirSync(join(folder, set), { recursive: true, encoding: 'utf8' })
  const items = files
    .flatMap((file) => itemsIn(join(folder, set, file)))
    .filter((item) => typeof item.title === 'string' && item.title.trim() !== '' && typeof item.type === 'string')
    .map((item, i): CitedItem => ({ ...item, id: `item-${i}` }))
  const lost: Record<FileKind, string[]> = { bib: [], ris: [], json: [] }
  for (const kind of ['bib', 'ris'] as const)
    for (const item of items) {
      const read = (() => {
        try {
          return plugins.input.chain(writeFile(kind, [item]), { generateGraph: false })[0]
        } catch {
          return undefined
        }
      })()
      const same =
        squeezed(read?.title ?? '') === squeezed(item.title) && letters(read?.author) === letters(item.author)
      if (!same)
        lost[kind].push(`${kind}: ${item.title} | ${letters(item.author)} | ${read?.title} | ${letters(read?.author)}`)
    }
  const written: Record<string, number> = {}
  for (const style of styles)
    for (const lang of languages) {
      const pieces = await formatted(items, lang, style)
      const good = pieces.filter(
        (one) => plainOf(one).trim() !== '' && !/<\/?(i|b|div|span)|&#\d+;|undefined/.test(plainOf(one)),
      )
      written[style] = (written[style] ?? 0) + good.length
    }
  failed += lost.bib.length + lost.ris.length
  process.stdout.write(
    `${set}: ${items.length} references; lost in BibTeX ${lost.bib.length}, in RIS ${lost.ris.length}; ` +
      `formatted in ${languages.length} languages ${JSON.stringify(written)} of ${items.length * languages.length} each\n`,
  )
  if (process.argv.includes('--each'))
    for (const line of [...lost.bib, ...lost.ris]) process.stdout.write(`  ${line}\n`)
}
process.exitCode = failed > 0 ? 1 : 0

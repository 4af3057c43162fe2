/** Formats references by citeproc, loaded when the first citation is asked for, and remembers what it wrote. */
import { createRequire } from 'node:module'
import type { Language } from '../../../platform/words/words.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type { CitedItem } from './reference.ts'
import { addedLocales, lightened, localeOf, type Style, templateOf } from './style.ts'

interface Register {
  get(name: string): string
  has(name: string): boolean
  add(name: string, xml: string): void
}

// citation-js comes without types; this is all we use of it.
interface CitationJs {
  readonly plugins: {
    readonly config: { get(plugin: '@csl'): { readonly styles: Register; readonly locales: Register } }
    readonly output: {
      format(
        how: 'bibliography',
        items: readonly object[],
        options: { template: string; lang: string; format: 'html'; asEntryArray: true; nosort: true },
      ): [id: string, html: string][]
    }
  }
}

let kept: CitationJs | undefined

const citationJs = (): CitationJs => {
  if (kept) return kept
  const load = createRequire(import.meta.url)
  const core = load('@citation-js/core') as CitationJs
  load('@citation-js/plugin-csl')
  for (const [name, xml] of Object.entries(addedLocales())) core.plugins.config.get('@csl').locales.add(name, xml)
  kept = core
  return core
}

/** Formats a few references at once; the answers stand in the order of the items. */
const write = (items: readonly CitedItem[], lang: Language, style: Style): Piece[][] => {
  const { config, output } = citationJs().plugins
  const { styles } = config.get('@csl')
  const template = `${style}-${lang}`
  if (!styles.has(template)) styles.add(template, lightened(styles.get(templateOf[style]), lang))
  const given = items.map((item, i) => ({ ...item, id: String(i) }))
  const written = output.format('bibliography', given, {
    template,
    lang: localeOf[lang],
    format: 'html',
    asEntryArray: true,
    nosort: true,
  })
  const byId = new Map(written)
  return given.map(({ id }) => piecesOf(byId.get(id) ?? ''))
}

// Some megabytes: a whole library of a thousand entries in five languages.
const MOST = 5000
// Formatting one takes milliseconds; others are answered between two handfuls.
const HANDFUL = 8

const remembered = new Map<string, readonly Piece[]>()

const remember = (key: string, pieces: readonly Piece[]): readonly Piece[] => {
  if (remembered.size >= MOST) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, pieces)
  return pieces
}

/**
 * References in a style and the words of a language, each in pieces and in the order given. What was written before is
 * not written again: its key is everything that is cited, so a new version, a mended name or a withdrawn one never shows
 * an old text.
 */
export const formatted = async (
  items: readonly CitedItem[],
  lang: Language,
  style: Style = 'apa',
): Promise<(readonly Piece[])[]> => {
  const keys = items.map((item) => `${style} ${lang} ${JSON.stringify(item)}`)
  const answers = keys.map((key) => remembered.get(key))
  const missing = answers.flatMap((answer, i) => (answer ? [] : [i]))
  for (let from = 0; from < missing.length; from += HANDFUL) {
    if (from > 0) await new Promise((done) => setImmediate(done))
    const handful = missing.slice(from, from + HANDFUL)
    const written = write(
      handful.map((i) => items[i] as CitedItem),
      lang,
      style,
    )
    for (const [n, i] of handful.entries()) answers[i] = remember(keys[i] as string, written[n] ?? [])
  }
  return answers.map((answer) => answer ?? [])
}

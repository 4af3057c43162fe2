// Reads the shelf: one folder per entry, with entry.json and one Markdown file in each language.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, languages } from '../../../platform/words/words.ts'
import { type EntryCard, entryCard } from './entry-card.ts'

/** One language of an entry: plain-text title and summary, body in Markdown with `entry:slug` links. */
export interface ShelfText {
  readonly title: string
  readonly summary: string
  readonly body: string
}

/** One thing on the shelf: its card and its text in all five languages. */
export type ShelfEntry = EntryCard & {
  readonly slug: string
  readonly texts: Readonly<Record<Language, ShelfText>>
}

/**
 * All entries in a shelf folder, in the order of their cards.
 * Throws an Error that begins with the file's path when a card, a language or a line of front matter is missing.
 */
export function readShelf(folder: string): ShelfEntry[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => readEntry(folder, item.name))
    .sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug))
}

function readEntry(folder: string, slug: string): ShelfEntry {
  const card = join(folder, slug, 'entry.json')
  const textIn = (language: Language) => readText(join(folder, slug, `${language}.md`))
  const texts = Object.fromEntries(languages.map((language) => [language, textIn(language)]))
  return { slug, ...readCard(card), texts: texts as Record<Language, ShelfText> }
}

function readCard(file: string): EntryCard {
  const parsed = entryCard.safeParse(JSON.parse(contentOf(file)))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function readText(file: string): ShelfText {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(contentOf(file)) ?? []
  if (head === undefined || body === undefined) throw new Error(`${file}: no front matter between two lines of ---`)
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  const fields = new Map(lines.map((line) => fieldOf(file, line)))
  const needed = (name: string) => {
    const value = fields.get(name)
    if (!value) throw new Error(`${file}: no ${name} in the front matter`)
    return value
  }
  return { title: needed('title'), summary: needed('summary'), body: body.trim() }
}

function fieldOf(file: string, line: string): [string, string] {
  const colon = line.indexOf(': ')
  if (colon < 1) throw new Error(`${file}: a line of front matter that is not "name: words": ${line}`)
  return [line.slice(0, colon), line.slice(colon + 2).trim()]
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`${file}: cannot be read`, { cause })
  }
}

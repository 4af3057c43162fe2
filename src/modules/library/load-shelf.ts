/** Puts the shelf that comes with the program into the library: at every start, and only what changed. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Tx } from '../../platform/db/database.ts'
import type { House } from '../../platform/house.ts'
import { projectRoot } from '../../platform/root.ts'
import { forgetText, indexText, learnWords } from '../../platform/search/store.ts'
import { libraryHtmlOf, plainOf } from '../../platform/text/markdown.ts'
import { languages } from '../../platform/words/words.ts'
import type { CitedName } from './citation/reference.ts'
import { seriesOf } from './series.ts'
import { readShelf, type ShelfEntry } from './shelf/read-shelf.ts'
import * as store from './store.ts'
import { urls } from './urls.ts'

// Raised when the same texts are to be rendered or indexed in another way.
const RENDERING = 4

const hashOf = (entry: ShelfEntry): string =>
  createHash('sha256')
    .update(JSON.stringify([RENDERING, entry]))
    .digest('base64url')

/** `entry:trust` leads to the entry's page; every other address stays as it is. */
const hrefOf = (address: string): string =>
  address.startsWith('entry:') ? urls.entry({ slug: address.slice('entry:'.length) }) : address

/** An institution has no family name. */
const nameOf = (author: CitedName): string => author.family ?? author.literal ?? ''

const put = async (tx: Tx, entry: ShelfEntry, hash: string): Promise<void> => {
  const row = await tx.one(
    store.putShelfEntry({
      slug: entry.slug,
      kind: entry.kind,
      series: entry.kind === 'concept' ? seriesOf(entry.slug) : null,
      place: entry.order,
      dimensions: entry.dimensions,
      reference: entry.kind === 'reference' ? entry.csl : null,
      sources: entry.sources,
      hash,
      at: tx.now,
    }),
  )
  // A story that took this address first keeps it.
  if (!row) return
  for (const language of languages) {
    const { title, summary, body } = entry.texts[language]
    // Boxes to tick and lines to write on are no words.
    const plain = plainOf(body.replaceAll('[ ] ', '').replaceAll(/_{3,}/g, ''))
    const html = libraryHtmlOf(body, hrefOf)
    await tx.rows(store.putText({ entryId: row.id, language, title, summary, body, html, plain, audience: 'public' }))
    const named = entry.kind === 'reference' ? `${plain} ${entry.csl.author.map(nameOf).join(' ')}` : plain
    await indexText(tx, { kind: 'entry', id: row.id, language, title, summary, body: named })
  }
}

/** Reads `folder`, puts in what is new, mends what changed, takes off what is gone. Answers how many entries changed. */
export const loadShelf = (
  house: Pick<House, 'db'>,
  folder = join(projectRoot, 'src', 'modules', 'library', 'shelf'),
): Promise<number> => {
  const entries = readShelf(folder)
  return house.db.asSystem('import', async (tx) => {
    const known = new Map((await tx.rows(store.shelfHashes())).map((row) => [row.slug, row.shelf_hash]))
    let changed = 0
    for (const entry of entries) {
      const hash = hashOf(entry)
      if (known.get(entry.slug) !== hash) {
        await put(tx, entry, hash)
        changed += 1
      }
      known.delete(entry.slug)
    }
    for (const slug of known.keys()) {
      const gone = await tx.one(store.dropShelfEntry(slug, tx.now))
      if (gone) await forgetText(tx, 'entry', gone.id)
      changed += 1
    }
    if (changed > 0) await learnWords(tx)
    return changed
  })
}

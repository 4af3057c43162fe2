/** Brings many entries in at once: invented ones, open to everybody, found again by their addresses. */
import type { Tx } from '../../platform/db/database.ts'
import { indexTexts } from '../../platform/search/store.ts'
import { libraryHtmlOf, wordsIn } from '../../platform/text/markdown.ts'
import * as store from './store/archive.ts'

/**
 * Brings one batch in, in the caller's transaction as the owner (`house.db.asSystem('import', …)`). Safe to repeat:
 * an entry whose address is taken is left alone.
 * @param hrefOf resolves the addresses of links in the texts
 * @returns how many were new
 * @throws when a title, summary or address has no allowed length
 */
export const importEntries = async (
  tx: Tx,
  entries: readonly store.ArchivedEntry[],
  hrefOf: (address: string) => string,
): Promise<number> => {
  if (entries.length === 0) return 0
  const added = await tx.rows(store.insertArchivedEntries(entries))
  const ids = new Map(added.map(({ id, slug }) => [slug, id]))
  const kept = entries.flatMap((entry): store.KeptEntry[] => {
    const id = ids.get(entry.slug)
    if (id === undefined) return []
    const html = libraryHtmlOf(entry.markdown, hrefOf)
    return [{ ...entry, id, html, plain: wordsIn(html) }]
  })
  if (kept.length === 0) return 0
  await Promise.all([
    tx.rows(store.insertArchivedTexts(kept)),
    tx.rows(store.insertArchivedMakers(kept)),
    indexTexts(
      tx,
      kept.map(({ id, language, title, summary, plain: body }) => ({
        kind: 'entry',
        id,
        language,
        title,
        summary,
        body,
      })),
    ),
  ])
  return kept.length
}

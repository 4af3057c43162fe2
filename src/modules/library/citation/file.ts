/** The files in which references leave the house: BibTeX, RIS and CSL-JSON. */
import { bibtexOf } from './bibtex.ts'
import type { CitedItem } from './reference.ts'
import { risOf } from './ris.ts'

/** The endings of the files, which are also their names in addresses. */
export const fileKinds = ['bib', 'ris', 'json'] as const
/** A kind of file. */
export type FileKind = (typeof fileKinds)[number]

/** Whether a text names a kind of file. */
export const isFileKind = (text: unknown): text is FileKind => fileKinds.includes(text as FileKind)

/** Each kind by the name people know it by; names are the same in every language. */
export const fileNames: Record<FileKind, string> = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' }

const mediaTypes: Record<FileKind, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

const writers: Record<FileKind, (items: readonly CitedItem[]) => string> = {
  bib: bibtexOf,
  ris: risOf,
  json: (items) => `${JSON.stringify(items, null, 2)}\n`,
}

/** References as text of one kind. */
export const writeFile = (kind: FileKind, items: readonly CitedItem[]): string => writers[kind](items)

/** The answer that a browser saves. `name` comes without its ending and is an address (slug): plain letters only. */
export const fileAnswer = (kind: FileKind, name: string, items: readonly CitedItem[]): Response =>
  new Response(writeFile(kind, items), {
    headers: {
      'content-type': mediaTypes[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })

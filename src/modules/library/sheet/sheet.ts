/** What goes onto paper or into a file: an entry in one language, with its sources and where it comes from. */
import type { Language } from '../../../platform/words/words.ts'
import type { Piece } from '../citation/pieces.ts'
import type { EntryKind } from '../contract.ts'
import { words } from '../words.ts'
import type { Block } from './blocks.ts'

/** The kinds of files; each name is the ending and stands in the address. */
export const sheetKinds = ['pdf', 'docx'] as const
/** A kind of file. */
export type SheetKind = (typeof sheetKinds)[number]

/** Whether a text names a kind of file. */
export const isSheetKind = (text: unknown): text is SheetKind => sheetKinds.includes(text as SheetKind)

/** Whether an entry is made to be used on paper as it is: a method, a paper, or a page for those who decide. */
export const isUsed = (entry: { readonly kind: EntryKind }): boolean =>
  entry.kind === 'method' || entry.kind === 'paper' || entry.kind === 'policy'

/** An entry as it is set. */
export interface Sheet {
  readonly kind: EntryKind
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly blocks: readonly Block[]
  readonly sources: readonly (readonly Piece[])[]
  /** The whole address of the entry's page. */
  readonly address: string
  readonly version: number
  readonly at: Date
  /** Resolves an address of the text, such as `entry:trust`, to a whole one. */
  readonly hrefOf: (href: string) => string
}

/** What stands at the foot of every page: who made it, what one may do with it, which version it is. */
export const footOf = ({ language, version }: Pick<Sheet, 'language' | 'version'>): string => {
  const t = words(language)
  return `${t('cite.authors.shelf')} · CC BY 4.0 · ${t('cite.version', { n: version })}`
}

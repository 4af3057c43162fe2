/** Citations as pages show them: an entry with the sources it leans on, written in one go. */
import type { Language } from '../../../platform/words/words.ts'
import type { Maker } from '../makers.ts'
import { formatted } from './formatter.ts'
import { type Citable, type CitedAt, itemOf, shownItem } from './item.ts'
import type { Piece } from './pieces.ts'
import type { CitedItem, Reference } from './reference.ts'

/** A reference among the sources of an entry. */
export interface Source {
  readonly slug: string
  readonly reference: Reference
}

/** The sources as they leave the house. */
export const sourceItems = (sources: readonly Source[]): CitedItem[] =>
  sources.map(({ slug, reference }) => ({ ...reference, id: slug }))

/** An entry and its sources, each in the house's style and the reader's words. */
export const citedWithSources = async (
  entry: Citable,
  makers: readonly Maker[],
  sources: readonly Source[],
  at: CitedAt,
): Promise<{ cited: readonly Piece[]; sources: { slug: string; title: string; pieces: readonly Piece[] }[] }> => {
  const items = sourceItems(sources)
  const [cited = [], ...written] = await formatted(shown([itemOf(entry, makers, at), ...items], at.lang), at.lang)
  return {
    cited,
    sources: items.map((item, i) => ({ slug: item.id, title: item.title, pieces: written[i] ?? [] })),
  }
}

/** Items as a formatted list shows them. */
export const shown = (items: readonly CitedItem[], lang: Language): CitedItem[] =>
  items.map((item) => shownItem(item, lang))

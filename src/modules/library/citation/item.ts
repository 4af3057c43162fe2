/** Says what is cited of an entry: a reference as itself, everything else as a page of this library. */
import type { Language } from '../../../platform/words/words.ts'
import type { EntryKind, Licence } from '../contract.ts'
import type { Maker } from '../makers.ts'
import { words } from '../words.ts'
import { withoutTags } from './pieces.ts'
import type { CitedItem, CitedName, Reference } from './reference.ts'

/** What a citation needs to know of an entry. */
export interface Citable {
  readonly slug: string
  readonly kind: EntryKind
  readonly title: string
  readonly language: string
  readonly version: number
  readonly published_at: Date
  readonly invented: boolean
  readonly licence: Licence
  readonly community_name: string | null
  readonly reference: Reference | null
}

/** Where the entry stands: the site's name, and the whole address of the entry's page. */
export interface CitedAt {
  readonly lang: Language
  readonly site: string
  readonly address: string
}

// Each is named as that person wishes, so a name is never turned around.
const authorsOf = (entry: Citable, makers: readonly Maker[], at: CitedAt): CitedName[] => {
  if (entry.kind !== 'story') return [{ literal: words(at.lang)('cite.authors.shelf') }]
  const named = makers.flatMap((maker) => (maker.name ? [{ literal: maker.name }] : []))
  return [...named, { literal: entry.community_name ?? at.site }]
}

/** The entry as CSL-JSON, in the reader's words; an invented one says so. */
export const itemOf = (entry: Citable, makers: readonly Maker[], at: CitedAt): CitedItem => {
  const t = words(at.lang)
  if (entry.reference) return { ...entry.reference, id: entry.slug }
  const day = entry.published_at
  const version = t('cite.version', { n: entry.version })
  return {
    id: entry.slug,
    type: 'webpage',
    title: entry.title,
    author: authorsOf(entry, makers, at),
    issued: { 'date-parts': [[day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]] },
    'container-title': at.site,
    version: String(entry.version),
    ...(entry.invented ? { genre: t('cite.invented') } : {}),
    URL: at.address,
    language: entry.language,
    note: [`${version}.`, t(`licence.${entry.licence}`), ...(entry.invented ? [t('invented')] : [])].join(' '),
  }
}

/**
 * What a formatted citation shows beside the title of a page: its version, and that it is invented. A page's title is
 * somebody's own words, so a tag in it is no markup; in a reference it is.
 */
export const shownItem = (item: CitedItem, lang: Language): CitedItem => {
  if (item.type !== 'webpage' || item.version === undefined) return item
  const version = words(lang)('cite.version', { n: Number(item.version) })
  return { ...item, title: withoutTags(item.title), genre: [version, item.genre].filter(Boolean).join('; ') }
}

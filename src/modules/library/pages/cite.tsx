/** How to cite a page: the text itself, and a button that copies it. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { citePage, plainReference } from '../citation.ts'
import { citedAuthors, type Maker } from '../makers.ts'
import type { EntryRow } from '../store.ts'
import { words } from '../words.ts'

/** What a citation needs to know of the site and of the moment. */
export interface CiteProps {
  readonly lang: Language
  readonly zone: string
  readonly now: Date
  readonly site: string
  readonly address: string
  readonly entry: EntryRow
  readonly makers: readonly Maker[]
}

/** A reference is cited as itself; everything else as a page of this library. */
const citationOf = ({ lang, zone, now, site, address, entry, makers }: CiteProps): string => {
  const t = words(lang)
  if (entry.reference) return plainReference(entry.reference)
  return citePage({
    authors: entry.kind === 'story' ? citedAuthors(makers, entry.community_name ?? site) : t('cite.authors.shelf'),
    year: entry.published_at.getUTCFullYear(),
    title: entry.title,
    version: t('cite.version', { n: entry.version }),
    site,
    retrieved: t('cite.retrieved', { date: dayOf(now, lang, zone), address }),
  })
}

/** The section beside the page. */
export const Cite = (props: CiteProps) => {
  const t = words(props.lang)
  const text = citationOf(props)
  return (
    <section aria-labelledby="cite" class="library-cite">
      <h2 id="cite">{t('cite')}</h2>
      <p dir="auto">{text}</p>
      <CopyButton lang={props.lang} text={text} label={t('cite.copy')} />
    </section>
  )
}

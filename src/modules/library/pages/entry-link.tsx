/** An entry in a list: its title leads there, its summary says why one might go. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../../platform/words/words.ts'
import type { EntryLine } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** The kind and the dimensions of an entry in words, such as “Concept · Policies”. */
export const kindWords = (lang: Language, entry: Pick<EntryLine, 'kind' | 'series' | 'dimensions'>): string => {
  const t = words(lang)
  const kind = entry.kind === 'concept' && entry.series ? t(`series.${entry.series}`) : t(`kind.${entry.kind}`)
  return [kind, entry.dimensions.map((dimension) => t(`dimension.${dimension}`)).join(', ')].filter(Boolean).join(' · ')
}

/** `children` stands in the place of the summary, such as an excerpt. `plain` leaves the kind out. */
export const EntryLink = (props: {
  lang: Language
  entry: EntryLine
  plain?: boolean
  level?: 2 | 3
  children?: ComponentChildren
}) => {
  const { lang, entry } = props
  const t = words(lang)
  const Heading = props.level === 2 ? 'h2' : 'h3'
  const language = entry.language === lang ? undefined : entry.language
  return (
    <>
      {props.plain ? null : (
        <p class="meta">
          {kindWords(lang, entry)}
          {entry.invented ? ` · ${t('invented')}` : ''}
        </p>
      )}
      <Heading>
        <a href={urls.entry({ slug: entry.slug })} lang={language} dir="auto">
          {entry.title}
        </a>
      </Heading>
      {props.children ?? (
        <p class="small muted" lang={language} dir="auto">
          {entry.summary}
        </p>
      )}
    </>
  )
}

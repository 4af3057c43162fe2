/** What was found in the library: numbered pages, with the words asked for marked in their sentence. */
import type { Segment } from '../../../platform/search/excerpt.ts'
import type { Language } from '../../../platform/words/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { type Asked, addressed } from '../asked.ts'
import type { FoundEntry } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { EntryLink } from './entry-link.tsx'
import { Seek } from './seek.tsx'

/** A found entry with its excerpt; without pieces the summary is shown. */
export interface FoundLine extends FoundEntry {
  readonly pieces: readonly Segment[]
}

const Excerpt = ({ line, lang }: { line: FoundLine; lang: Language }) => (
  <p class="small" lang={line.language === lang ? undefined : line.language} dir="auto">
    {line.pieces.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text))}
  </p>
)

/** `total` counts what this reader may see. */
export const FoundPage = (props: {
  lang: Language
  asked: Asked
  lines: readonly FoundLine[]
  total: number
  pages: number
}) => {
  const { lang, asked, lines, total } = props
  const t = words(lang)
  const counted = [t('search.count', { n: total }), asked.q ? t('search.of', { q: asked.q }) : '']
    .filter(Boolean)
    .join(' ')
  return (
    <Page
      title={t('front.title')}
      eyebrow={
        <p class="eyebrow">
          <a href={urls.library()}>{t('search.clear')}</a>
        </p>
      }
      measure="wide"
      under={<Seek lang={lang} asked={asked} />}
    >
      {lines.length === 0 ? (
        <Empty title={t('search.none')} text={t('search.none.text')}>
          <ButtonLink href={urls.library()} look="quiet">
            {t('search.clear')}
          </ButtonLink>
        </Empty>
      ) : (
        <section class="library-found" aria-label={counted}>
          <p class="muted">
            {counted} · <a href={urls.bibliography({}, addressed(asked, 1))}>{t('bibliography.link')}</a>
          </p>
          <List lined>
            {lines.map((line) => (
              <EntryLink key={line.slug} lang={lang} entry={line} level={2}>
                {line.pieces.length > 0 ? <Excerpt line={line} lang={lang} /> : undefined}
              </EntryLink>
            ))}
          </List>
          <Pagination
            lang={lang}
            page={asked.page}
            pages={props.pages}
            href={(page) => urls.library({}, addressed(asked, page))}
          />
        </section>
      )}
    </Page>
  )
}

/** A reference list of what was asked of the library: read, copied, printed, taken along. */
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { type Asked, addressed } from '../../asked.ts'
import { Seek } from '../../pages/seek.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { type Piece, plainOf } from '../pieces.ts'
import { type Style, styleNames, styles } from '../style.ts'
import { CitedList } from './cited-list.tsx'
import { Files } from './files.tsx'

interface BibliographyProps {
  readonly lang: Language
  readonly asked: Asked
  readonly style: Style
  readonly written: readonly { readonly slug: string; readonly title: string; readonly pieces: readonly Piece[] }[]
  readonly total: number
  readonly pages: number
  /** How many references a file holds. */
  readonly most: number
}

const Styles = ({ lang, asked, style }: BibliographyProps) => (
  <p class="library-files no-print">
    <span class="muted">{words(lang)('bibliography.style')}</span>
    {styles.map((one) => (
      <a
        key={one}
        href={urls.bibliography({}, { ...addressed(asked, asked.page), style: one })}
        aria-current={one === style ? 'true' : undefined}
      >
        {styleNames[one]}
      </a>
    ))}
  </p>
)

const References = (props: BibliographyProps) => {
  const { lang, asked, style, written, total, most } = props
  const t = words(lang)
  return (
    <>
      <Styles {...props} />
      <CitedList lang={lang} cited={written} />
      <Pagination
        lang={lang}
        page={asked.page}
        pages={props.pages}
        href={(page) => urls.bibliography({}, { ...addressed(asked, page), style })}
      />
      <div class="library-cite">
        <CopyButton
          lang={lang}
          text={written.map(({ pieces }) => plainOf(pieces)).join('\n')}
          label={t('bibliography.copy')}
        />
        <Files lang={lang} href={(kind) => urls.bibliographyFile({ kind }, addressed(asked, 1))} />
        {total > most ? <p class="small muted">{t('bibliography.most', { most })}</p> : null}
      </div>
    </>
  )
}

/** What stands in it is asked for as in the library itself. */
export const Bibliography = (props: BibliographyProps) => {
  const { lang, asked } = props
  const t = words(lang)
  return (
    <Page
      title={t('bibliography.title')}
      lead={t('bibliography.lead')}
      measure="wide"
      eyebrow={
        <p class="eyebrow">
          <a href={urls.library()}>{t('library')}</a>
        </p>
      }
      under={<Seek lang={lang} asked={asked} action={urls.bibliography()} />}
    >
      {props.written.length === 0 ? (
        <Empty title={t('search.none')} text={t('search.none.text')}>
          <ButtonLink href={urls.bibliography()} look="quiet">
            {t('bibliography.all')}
          </ButtonLink>
        </Empty>
      ) : (
        <section class="flow" aria-label={t('search.count', { n: props.total })}>
          <p class="muted">{t('search.count', { n: props.total })}</p>
          <References {...props} />
        </section>
      )}
    </Page>
  )
}

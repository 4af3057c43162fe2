/** One entry cited in every style. */
import type { Language } from '../../../../platform/words/words.ts'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Page } from '../../../../ui/page.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { type Piece, plainOf } from '../pieces.ts'
import { type Style, styleNames } from '../style.ts'
import { CitedLine } from './cited-line.tsx'
import { Files } from './files.tsx'

export const StylesPage = (props: {
  lang: Language
  slug: string
  title: string
  shown?: string | undefined
  written: readonly { readonly style: Style; readonly pieces: readonly Piece[] }[]
}) => {
  const { lang, slug, title, shown, written } = props
  const t = words(lang)
  return (
    <Page
      title={t('styles.title', { title })}
      lead={t('styles.lead')}
      eyebrow={
        <p class="eyebrow">
          <a href={urls.library()}>{t('library')}</a> ·{' '}
          <a href={urls.entry({ slug }, { lang: shown })} lang={shown} dir="auto">
            {title}
          </a>
        </p>
      }
    >
      {written.map(({ style, pieces }) => (
        <section key={style} aria-labelledby={`in-${style}`} class="library-cite">
          <h2 id={`in-${style}`}>{styleNames[style]}</h2>
          <CitedLine pieces={pieces} />
          <CopyButton lang={lang} text={plainOf(pieces)} label={t('cite.copy')} />
        </section>
      ))}
      <Files lang={lang} href={(kind) => urls.citationFile({ slug, kind }, { lang: shown })} />
    </Page>
  )
}

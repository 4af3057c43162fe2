/** How to cite an entry: the text itself, a button that copies it, and its files. */
import type { Language } from '../../../../platform/words/words.ts'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { type Piece, plainOf } from '../pieces.ts'
import { CitedLine } from './cited-line.tsx'
import { Files } from './files.tsx'

/** `shown` is the language of the page's text when it is not the reader's: it is cited in that one. */
export const Cite = (props: { lang: Language; slug: string; shown?: string | undefined; pieces: readonly Piece[] }) => {
  const { lang, slug, shown, pieces } = props
  const t = words(lang)
  return (
    <section aria-labelledby="cite" class="library-cite">
      <h2 id="cite">{t('cite')}</h2>
      <CitedLine pieces={pieces} />
      <CopyButton lang={lang} text={plainOf(pieces)} label={t('cite.copy')} />
      <Files lang={lang} href={(kind) => urls.citationFile({ slug, kind }, { lang: shown })} />
      <p class="small no-print">
        <a href={urls.citation({ slug }, { lang: shown })}>{t('cite.styles')}</a>
      </p>
    </section>
  )
}

/** An entry to take along: printed, as PDF, or as a file to change. */
import type { Language } from '../../../../platform/words/words.ts'
import { PrintButton } from '../../../../ui/copy-button.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { footOf, type SheetKind } from '../sheet.ts'

/** `language` is the one the entry is shown in, and the one its files are in. */
export const TakeAlong = (props: { lang: Language; slug: string; language: string }) => {
  const { lang, slug, language } = props
  const t = words(lang)
  const href = (kind: SheetKind) => urls.sheet({ slug, kind }, { lang: language })
  return (
    <div class="acts no-print">
      <PrintButton lang={lang} label={t('print')} />
      <a class="btn quiet" href={href('pdf')} download>
        <Icon name="book" />
        {'pdf'.toUpperCase()}
      </a>
      <a class="btn quiet" href={href('docx')} download>
        <Icon name="pen" />
        {t('sheet.word')}
      </a>
    </div>
  )
}

/** Stands on paper alone, below what is printed: who made it, what one may do with it, where it is found. */
export const SheetFoot = (props: { language: Language; version: number; address: string }) => (
  <p class="library-foot" lang={props.language}>
    <span>{footOf(props)}</span>
    <span>{props.address}</span>
  </p>
)

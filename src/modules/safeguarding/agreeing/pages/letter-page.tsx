/** A guardian's link, shown once: a letter to print in the guardian's language, or to send by one's own mail. */
import { isLanguage, type Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { CopyButton, PrintButton } from '../../../../ui/copy-button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { QrCode, type QrSquares } from '../../../community/public.ts'
import type { Guardian } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const LetterPage = (props: {
  lang: Language
  slug: string
  community: string
  student: { readonly person_id: number; readonly name: string }
  guardian: Guardian
  link: string
  squares: QrSquares
}) => {
  const { lang, guardian, link, student } = props
  const t = words(lang)
  const theirs = isLanguage(guardian.language) ? guardian.language : lang
  const letter = words(theirs)
  const called = { guardian: guardian.name, student: student.name, community: props.community }
  const text = [letter('letter.dear', called), letter('letter.text', called), link]
  // No name in the subject: it is read over shoulders.
  const mail = `mailto:?subject=${encodeURIComponent(letter('letter.subject'))}&body=${encodeURIComponent(text.join('\n\n'))}`
  return (
    <Page title={t('letter.title', called)} measure="narrow">
      <div class="no-print flow">
        <Notice kind="warn">
          <p>{t('letter.once', called)}</p>
        </Notice>
        <div class="acts">
          <PrintButton lang={lang} />
          <CopyButton lang={lang} text={link} />
          <ButtonLink look="quiet" icon="mail" href={mail}>
            {t('letter.mail')}
          </ButtonLink>
        </div>
      </div>
      <div class="letter-home flow" lang={theirs}>
        <p>{text[0]}</p>
        <p>{text[1]}</p>
        <QrCode squares={props.squares} />
        <p>{letter('letter.scan')}</p>
        <p class="poster-link">{link}</p>
      </div>
      <p class="no-print">
        <a href={urls.family({ slug: props.slug, person: student.person_id })}>{student.name}</a>
      </p>
    </Page>
  )
}

/** The two pages around a sign-in letter: it is on its way, and it was opened. */
import type { Language } from '../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const LetterSentPage = (props: { lang: Language; mailbox: boolean }) => {
  const t = words(props.lang)
  return (
    <Page title={t('letter.sentTitle')} lead={t('letter.sentLead')} measure="slim">
      {props.mailbox ? (
        <p>
          <a href={urls.mailbox()}>{t('letter.mailbox')}</a>
        </p>
      ) : null}
    </Page>
  )
}

export const OpenLetterPage = (props: { lang: Language; token: string; used: boolean }) => {
  const t = words(props.lang)
  return (
    <Page title={t('letter.openTitle')} {...(props.used ? {} : { lead: t('letter.openLead') })} measure="slim">
      {props.used ? (
        <>
          <Notice kind="warn">{t('letter.used')}</Notice>
          <p>
            <ButtonLink href={urls.signIn()}>{t('signIn.title')}</ButtonLink>
          </p>
        </>
      ) : (
        <Form action={urls.openLetter({ token: props.token })} whole>
          <Button>{t('letter.open')}</Button>
        </Form>
      )}
    </Page>
  )
}

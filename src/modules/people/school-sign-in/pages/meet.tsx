/** The two pages for somebody whom the school named and the site knows already: come in as usual, then link both. */
import type { Language } from '../../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'

export const KnownPage = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <Page title={t('knownTitle')} lead={t('known')} measure="slim">
      <p>
        <ButtonLink href={urls.signIn({}, { next: urls.linkSchool() })}>{t('knownGo')}</ButtonLink>
      </p>
    </Page>
  )
}

export const LinkPage = ({ lang, gone }: { lang: Language; gone: boolean }) => {
  const t = words(lang)
  return (
    <Page title={t('linkTitle')} lead={t('linkLead')} measure="slim">
      <ErrorSummary lang={lang} errors={gone ? [{ field: '', message: t('linkGone') }] : []} />
      <Form action={urls.linkSchool()} whole>
        <Button>{t('linkGo')}</Button>
      </Form>
      <p>
        <a href={urls.me()}>{t('linkNot')}</a>
      </p>
    </Page>
  )
}

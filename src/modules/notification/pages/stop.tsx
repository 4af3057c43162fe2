/** Ending a kind of letter: one button, and then that it is done. */
import { mailUrls } from '../../../platform/mail/urls.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const StopPage = (props: { lang: Language; token: string; topic: string; ended: boolean }) => {
  const t = words(props.lang)
  const { topic } = props
  return props.ended ? (
    <Page title={t('stop.done')} lead={t('stop.doneLead', { topic })} measure="slim">
      <p>
        <a href={urls.letters()}>{t('stop.back')}</a>
      </p>
    </Page>
  ) : (
    <Page title={t('stop.title')} lead={t('stop.lead', { topic })} measure="slim">
      <Form action={mailUrls.stop({ token: props.token })} whole>
        <Button>{t('stop.go')}</Button>
      </Form>
    </Page>
  )
}

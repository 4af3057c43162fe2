/** The one question to facilitators about a time of quiet, with its quickest answer. */
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { rhythmUrls as urls } from '../urls.ts'
import { words } from '../words.ts'

export const Quiet = ({ lang, slug }: { lang: Language; slug: string }) => {
  const t = words(lang)
  return (
    <Notice kind="human" title={t('quiet.title')}>
      <p>{t('quiet.text')}</p>
      <Form action={urls.goingOn({ slug })}>
        <Button look="quiet">{t('goOn')}</Button>
      </Form>
    </Notice>
  )
}

/** Who said something without a name, for the two who may know. */
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const NamePage = (props: Setting & { name: string }) => {
  const t = words(props.lang)
  return (
    <Page title={t('name.title')} measure="narrow">
      <Notice kind="info">
        <p>
          <b dir="auto">{props.name}</b>
        </p>
        <p>{t('name.keep')}</p>
      </Notice>
      <p>
        <a href={urls.all({ slug: props.slug })}>{t('all.title')}</a>
      </p>
    </Page>
  )
}

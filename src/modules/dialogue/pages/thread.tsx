/** The page of an open conversation. */
import type { ComponentProps } from 'preact'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Page } from '../../../ui/page.tsx'
import { circleOf } from '../../community/public.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Voices } from './voices.tsx'

export const ThreadPage = (props: ComponentProps<typeof Voices>) => {
  const { lang, slug, thread } = props
  const t = words(lang)
  return (
    <Page
      title={thread?.title ?? ''}
      {...(thread ? { titleLang: thread.language } : {})}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('threads.title'), href: urls.threads({ slug }) }]} />}
      aside={
        <section>
          <h2>{t('thread.heard')}</h2>
          <p>{t(thread && circleOf(thread.audience) === 'public' ? 'thread.public' : 'thread.narrow')}</p>
        </section>
      }
    >
      <Voices {...props} />
    </Page>
  )
}

/** The pages on which a question gets its words: the first time, and again. */
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Challenge } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import type { Returned } from './mistake.ts'
import { WordingForm } from './wording-form.tsx'

type Props = Returned & { lang: Language; slug: string; place: string; once: string }

/** Brings a question in. */
export const RaisePage = (props: Props) => {
  const t = words(props.lang)
  const { slug } = props
  return (
    <Page
      title={t('raise.title')}
      lead={t('raise.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={props.lang} crumbs={[{ label: t('list.title'), href: urls.challenges({ slug }) }]} />}
    >
      <WordingForm {...props} action={urls.raise({ slug })} go={t('raise.go')} />
    </Page>
  )
}

/** Words a question anew, or gives it to other ears. */
export const RewordPage = (props: Props & { before: Challenge }) => {
  const t = words(props.lang)
  const { slug, before } = props
  const id = before.id
  return (
    <Page
      title={t('wording.title')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={props.lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id }) }]} />}
    >
      <WordingForm {...props} action={urls.reword({ slug, id })} go={t('wording.save')} />
    </Page>
  )
}

/** The page that closes something we did not know: how do we know, and where was it said. */
import { typedText } from '../../../platform/http/form.ts'
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select, TextArea } from '../../../ui/text-field.tsx'
import type { UnknownRow } from '../store/unknown.ts'
import { urls } from '../urls.ts'
import type { Whole } from '../whole.ts'
import { words } from '../words.ts'
import { fieldOf, mistakesIn, type Returned } from './mistake.ts'

export const EvidencePage = (
  props: Returned & { lang: Language; zone: string; whole: Whole; item: UnknownRow; once: string },
) => {
  const t = words(props.lang)
  const { whole, item, lang } = props
  const { slug, id } = whole.challenge
  const errors = mistakesIn(t, props.errors)
  const voices = whole.voices.filter((said) => !said.withdrawn)
  return (
    <Page
      title={t('evidence.title')}
      lead={
        <p class="lead" lang={item.language} dir="auto">
          {item.words}
        </p>
      }
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id }) }]} />}
    >
      <Form action={urls.unknown({ slug, id, unknown: item.id })} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <TextArea
          {...fieldOf('evidence', props, errors)}
          label={t('evidence.label')}
          hint={t('evidence.hint')}
          required
        />
        {voices.length > 0 ? (
          <Select
            name="where"
            label={t('evidence.where')}
            value={typedText(props.typed, 'where')}
            options={[
              { value: '', label: t('evidence.nowhere') },
              ...voices.map((said) => ({
                value: String(said.id),
                label: `${said.author ?? t('leftPerson')}, ${dayOf(said.said_at, lang, props.zone)}`,
              })),
            ]}
          />
        ) : null}
        <Acts>
          <Button>{t('evidence.go')}</Button>
        </Acts>
      </Form>
    </Page>
  )
}

/** The page that answers a question for now, beside what stays open and where we differ. */
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { urls } from '../urls.ts'
import type { Whole } from '../whole.ts'
import { words } from '../words.ts'
import { Difference } from './difference-section.tsx'
import { fieldOf, mistakesIn, type Returned } from './mistake.ts'

const Beside = (props: { lang: Language; zone: string; whole: Whole }) => {
  const t = words(props.lang)
  const { unknowns, differences, tryouts } = props.whole
  const open = unknowns.filter((one) => !one.evidence)
  return (
    <>
      {tryouts.length === 0 ? (
        <section>
          <p>{t('answer.untried')}</p>
        </section>
      ) : null}
      {open.length > 0 ? (
        <section>
          <h2>{t('answer.stillOpen')}</h2>
          <ul>
            {open.map((one) => (
              <li key={one.id} lang={one.language} dir="auto">
                {one.words}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {differences.length > 0 ? (
        <section>
          <h2>{t('answer.keeps')}</h2>
          <List near>
            {differences.map((item) => (
              <Difference key={item.id} lang={props.lang} zone={props.zone} item={item} />
            ))}
          </List>
        </section>
      ) : null}
    </>
  )
}

export const AnswerPage = (props: Returned & { lang: Language; zone: string; whole: Whole; once: string }) => {
  const t = words(props.lang)
  const { whole, lang } = props
  const { slug, id } = whole.challenge
  const errors = mistakesIn(t, props.errors)
  return (
    <Page
      title={t('answer.pageTitle')}
      lead={
        <p class="lead" lang={whole.challenge.language} dir="auto">
          {whole.challenge.question}
        </p>
      }
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id }) }]} />}
      aside={<Beside {...props} />}
    >
      <Form action={urls.answer({ slug, id })} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <TextArea
          {...fieldOf('known', props, errors)}
          label={t('answer.known')}
          hint={t('answer.knownHint')}
          required
        />
        <TextArea {...fieldOf('open', props, errors)} label={t('answer.open')} note={t('optional')} low />
        <Acts>
          <Button>{t('answer.go')}</Button>
        </Acts>
      </Form>
    </Page>
  )
}

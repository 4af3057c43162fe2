/** Reporting a thing: why, a few words if wished, Send; and the page that says what happens now. */
import { typedText } from '../../../platform/http/form.ts'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import { reasons } from '../contract.ts'
import type { Country } from '../numbers.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Outside } from './outside.tsx'
import { mistakesIn, type Returned, wrong } from './returned.ts'

export const ReportPage = (
  props: Returned & {
    reader: Reader
    slug: string
    kind: string
    thing: number
    title: string
    country: Country
    once: string
  },
) => {
  const { reader, slug, kind, thing, typed } = props
  const { lang } = reader
  const t = words(lang)
  return (
    <Page title={t('report.title')} lead={t('report.lead')} measure="narrow">
      <Form action={urls.report({ slug, kind, thing })} once={props.once} unkept>
        <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
        <Card calm>
          <p class="eyebrow">{t('report.about')}</p>
          <p dir="auto">{props.title}</p>
        </Card>
        <Choice
          name="reason"
          label={t('report.why')}
          required
          value={typedText(typed, 'reason')}
          options={reasons.map((reason) => ({
            value: reason,
            label: t(`reason.${reason}`),
            hint: t(`reason.${reason}Hint`),
          }))}
          {...wrong(lang, props, 'reason')}
        />
        <TextArea
          name="words"
          label={t('report.words')}
          low
          value={typedText(typed, 'words')}
          maxlength={1000}
          {...wrong(lang, props, 'words')}
        />
        <p class="muted">{t('report.secret')}</p>
        <Acts>
          <Button>{t('report.send')}</Button>
        </Acts>
      </Form>
      <Outside lang={lang} country={props.country} />
    </Page>
  )
}

export const ReportedPage = (props: { reader: Reader; slug: string; nobody: boolean; country: Country }) => {
  const { lang } = props.reader
  const t = words(lang)
  return (
    <Page title={t('reported.title')} lead={t('reported.lead')} measure="narrow">
      {props.nobody ? (
        <Notice kind="warn" title={t('reported.nobody')}>
          <p>{t('reported.nobodyText')}</p>
        </Notice>
      ) : (
        <p>{t('reported.text')}</p>
      )}
      <Outside lang={lang} country={props.country} />
      <Acts>
        <ButtonLink look="quiet" href={urls.ask({ slug: props.slug })} icon="hand">
          {t('ask.title')}
        </ButtonLink>
        <ButtonLink look="quiet" href={urls.who({ slug: props.slug })}>
          {t('who.title')}
        </ButtonLink>
      </Acts>
    </Page>
  )
}

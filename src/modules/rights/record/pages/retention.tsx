/** How long things are kept: the periods of the site, to be changed by those who look after it. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { administrationHref, arrivalWords } from '../../../people/public.ts'
import type { Periods } from '../../retention.ts'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

const fields = [
  'mailDays',
  'draftDays',
  'begunDays',
  'noticeMonths',
  'endMonths',
  'auditMonths',
  'studentMonths',
  'newcomerDays',
  'requestDays',
  'caseYears',
] as const

export const RetentionPage = (props: {
  lang: Language
  periods: Periods
  saved: boolean
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const { lang, periods, saved, typed } = props
  const t = words(lang)
  const errors = mistakesIn(lang, props.errors)
  return (
    <Page
      title={t('retention.title')}
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: arrivalWords(lang)('administration.title'), href: administrationHref() }]}
        />
      }
      lead={t('retention.lead')}
      measure="narrow"
    >
      <ErrorSummary lang={lang} errors={errors} />
      {saved ? (
        <Notice kind="ok" announce>
          {t('record.saved')}
        </Notice>
      ) : null}
      <Form action={urls.retention()}>
        {fields.map((field) => (
          <TextField
            key={field}
            name={field}
            type="number"
            inputmode="numeric"
            width="short"
            label={t(`retention.${field}`)}
            hint={t(`retention.${field}.hint`)}
            value={typedText(typed, field, String(periods[field]))}
            error={mistakeOf(errors, field)}
          />
        ))}
        <Button>{t('record.save')}</Button>
      </Form>
      <section class="flow">
        <h2>{t('retention.always')}</h2>
        <ul>
          <li>{t('retention.addresses')}</li>
          <li>{t('retention.proofs')}</li>
          <li>{t('retention.facts')}</li>
          <li>{t('retention.backups')}</li>
        </ul>
      </section>
    </Page>
  )
}

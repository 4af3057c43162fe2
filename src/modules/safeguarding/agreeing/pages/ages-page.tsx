/** From which age somebody answers alone, by country: for those who look after the site. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { administrationHref, arrivalWords } from '../../../people/public.ts'
import { countries } from '../../numbers.ts'
import { words as careWords } from '../../words.ts'
import { type Ages, purposes } from '../ages.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './returned.ts'

export const AgesPage = (props: {
  lang: Language
  ages: Ages
  saved: boolean
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const { lang, ages, typed } = props
  const t = words(lang)
  const errors = mistakesIn(lang, props)
  return (
    <Page
      title={t('ages.title')}
      lead={t('ages.lead')}
      measure="narrow"
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: arrivalWords(lang)('administration.title'), href: administrationHref() }]}
        />
      }
    >
      <ErrorSummary lang={lang} errors={errors} />
      {props.saved ? (
        <Notice kind="ok" announce>
          {t('ages.saved')}
        </Notice>
      ) : null}
      <Form action={urls.ages()}>
        {countries.map((country) => (
          <fieldset key={country} class="ages">
            <legend>{careWords(lang)(`country.${country}`)}</legend>
            {purposes.map((purpose) => {
              const field = `${country}-${purpose}`
              return (
                <TextField
                  key={field}
                  name={field}
                  type="number"
                  inputmode="numeric"
                  width="short"
                  label={t(`purpose.${purpose}`)}
                  value={typedText(typed, field, String(ages[country][purpose]))}
                  error={mistakeOf(errors, field)}
                />
              )
            })}
          </fieldset>
        ))}
        <Button>{t('save')}</Button>
      </Form>
      <p class="muted">{t('ages.sources')}</p>
    </Page>
  )
}

/** Naming who looks after a community: for its facilitators, below the page that everybody reads. */
import { typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/date-fields.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Select } from '../../../ui/text-field.tsx'
import type { Carer } from '../adults.ts'
import { type Country, countries } from '../numbers.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { type Returned, wrong } from './returned.ts'

/** Somebody by name. */
export interface Named {
  readonly person_id: number
  readonly name: string
}

const choose = (lang: Language, people: readonly Named[]) => [
  { value: '', label: words(lang)('who.pick') },
  ...people.map((one) => ({ value: String(one.person_id), label: one.name })),
]

export const Tend = (
  props: Returned & {
    lang: Language
    slug: string
    carers: readonly Carer[]
    named: readonly Named[]
    adults: readonly Named[]
    country: Country
  },
) => {
  const { lang, slug, carers, named, adults, typed } = props
  const t = words(lang)
  const waiting = new Set(named.map((one) => one.person_id))
  const unchecked = adults.filter(
    (one) => !carers.some((carer) => carer.person_id === one.person_id && (carer.facilitates || carer.checked_on)),
  )
  const notLeads = adults.filter(
    (one) => !waiting.has(one.person_id) && !carers.some((carer) => carer.leads && carer.person_id === one.person_id),
  )
  return (
    <section class="flow" id="tend">
      <h2>{t('tend.title')}</h2>
      <p class="muted">{t('tend.lead')}</p>
      <Disclosure summary={t('tend.adult')} open={'person' in (typed ?? {})}>
        <Form action={urls.vetting({ slug })}>
          <Select
            name="person"
            label={t('tend.who')}
            hint={t('tend.adultHint')}
            options={choose(lang, unchecked)}
            value={typedText(typed, 'person')}
            {...wrong(lang, props, 'person')}
          />
          <DateFields
            lang={lang}
            name="checked"
            label={t('tend.when')}
            value={{
              day: typedText(typed, 'checked-day'),
              month: typedText(typed, 'checked-month'),
              year: typedText(typed, 'checked-year'),
            }}
            {...wrong(lang, props, 'checked')}
          />
          <Acts>
            <Button look="quiet">{t('tend.adultAct')}</Button>
          </Acts>
        </Form>
      </Disclosure>
      <Disclosure summary={t('tend.leadTitle')} open={'lead' in (typed ?? {})}>
        <Form action={urls.naming({ slug })}>
          <Select
            name="lead"
            label={t('tend.who')}
            hint={t('tend.leadHint')}
            options={choose(lang, notLeads)}
            value={typedText(typed, 'lead')}
            {...wrong(lang, props, 'lead')}
          />
          <Acts>
            <Button look="quiet">{t('tend.leadAct')}</Button>
          </Acts>
        </Form>
      </Disclosure>
      <Disclosure summary={t('tend.country')}>
        <Form action={urls.country({ slug })}>
          <Select
            name="country"
            label={t('tend.countryLabel')}
            options={countries.map((country) => ({ value: country, label: t(`country.${country}`) }))}
            value={props.country}
          />
          <Acts>
            <Button look="quiet">{t('tend.countryAct')}</Button>
          </Acts>
        </Form>
      </Disclosure>
      {named.map((one) => (
        <Form key={one.person_id} action={urls.leadAnswer({ slug, person: one.person_id })}>
          <p>
            {t('tend.waits', { name: one.name })}{' '}
            <Button look="plain" name="answer" value="no">
              {t('tend.takeBack')}
            </Button>
          </p>
        </Form>
      ))}
      {carers
        .filter((carer) => carer.checked_on)
        .map((carer) => (
          <Form key={carer.person_id} action={urls.vettingEnd({ slug, person: carer.person_id })}>
            <p>
              <Button look="plain">{t('tend.end', { name: carer.name })}</Button>
            </p>
          </Form>
        ))}
    </section>
  )
}

/** Quiet times and letters: what a person is told by letter, how often, and when never. */
import { type FieldError, type Typed, typedList, typedText } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checks, Choice } from '../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Rhythm } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

/** What the page is given. */
export interface LettersPageProps {
  readonly reader: Reader
  readonly rhythm: Rhythm
  readonly off: readonly string[]
  readonly topics: readonly { readonly value: string; readonly label: string }[]
  /** Facilitators may be told every day. */
  readonly daily: boolean
  readonly address: { readonly email: string; readonly since: Date | null } | undefined
  readonly once: string
  readonly saved: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const weekdays = (lang: Language) => {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { weekday: 'long', timeZone: 'UTC' })
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: format.format(Date.UTC(2024, 0, day)) }))
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00`.padStart(5, '0') }))
const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

const Address = ({ reader, address }: Pick<LettersPageProps, 'reader' | 'address'>) => {
  const t = words(reader.lang)
  if (!address) return <Notice>{t('letters.noAddress')}</Notice>
  if (!address.since) return <p class="muted">{t('letters.address', { email: address.email })}</p>
  return (
    <Notice kind="human" title={t('letters.bouncedTitle')}>
      <p>{t('letters.bounced', { email: address.email, when: momentOf(address.since, reader.lang, reader.zone) })}</p>
      <Form action={urls.addressAgain()}>
        <Button look="quiet">{t('letters.again')}</Button>
      </Form>
    </Notice>
  )
}

export const LettersPage = (props: LettersPageProps) => {
  const { reader, rhythm, typed } = props
  const { lang } = reader
  const t = words(lang)
  const errors = mistakesIn(lang, props.errors)
  const often = (['week', ...(props.daily ? (['day'] as const) : []), 'never'] as const).map((value) => ({
    value,
    label: t(`often.${value}`),
  }))
  const quietNow = [...(rhythm.weekends ? ['weekends'] : []), ...(rhythm.holidays ? ['holidays'] : [])]
  const wanted = props.topics.map(({ value }) => value).filter((topic) => !props.off.includes(topic))
  return (
    <Page title={t('letters.title')} lead={t('letters.lead')} measure="narrow">
      <ErrorSummary lang={lang} errors={errors} />
      {props.saved ? (
        <Notice kind="ok" announce>
          {t('letters.saved')}
        </Notice>
      ) : null}
      <Address reader={reader} address={props.address} />
      <Form action={urls.letters()} once={props.once}>
        <Choice
          name="often"
          label={t('letters.often')}
          hint={t('letters.oftenHint')}
          options={often}
          value={typedText(typed, 'often', rhythm.often)}
          error={mistakeOf(errors, 'often')}
        />
        <div class="row">
          <Select
            name="weekday"
            label={t('letters.weekday')}
            options={weekdays(lang)}
            value={typedText(typed, 'weekday', String(rhythm.weekday))}
          />
          <Select
            name="hour"
            label={t('letters.hour')}
            options={hours}
            value={typedText(typed, 'hour', String(rhythm.hour))}
          />
        </div>
        {props.topics.length > 0 ? (
          <Checks
            name="topics"
            label={t('letters.topics')}
            hint={t('letters.topicsHint')}
            options={props.topics}
            values={typedList(typed, 'topics', typed ? [] : wanted)}
          />
        ) : null}
        <h2>{t('letters.quiet')}</h2>
        <p class="muted">{t('letters.quietHint')}</p>
        <div class="row">
          <Select
            name="quiet_from"
            label={t('letters.quietFrom')}
            options={hours}
            value={typedText(typed, 'quiet_from', String(rhythm.quiet_from))}
          />
          <Select
            name="quiet_to"
            label={t('letters.quietTo')}
            options={hours}
            value={typedText(typed, 'quiet_to', String(rhythm.quiet_to))}
          />
        </div>
        <Checks
          name="quiet"
          label={t('letters.quietDays')}
          options={[
            { value: 'weekends', label: t('letters.weekends') },
            { value: 'holidays', label: t('letters.holidays') },
          ]}
          values={typedList(typed, 'quiet', typed ? [] : quietNow)}
        />
        <Select
          name="zone"
          label={t('letters.zone')}
          options={[{ value: '', label: t('letters.zoneSite', { zone: reader.zone.replaceAll('_', ' ') }) }, ...zones]}
          value={typedText(typed, 'zone', rhythm.zone ?? '')}
          error={mistakeOf(errors, 'zone')}
        />
        <Button>{t('letters.save')}</Button>
      </Form>
    </Page>
  )
}

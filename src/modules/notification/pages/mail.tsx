/** The mail of the site: whether letters go out, whose come back, a trial, and the days without letters. */

import type { MailWay } from '../../../platform/house.ts'
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { calendarDay, dayOf, momentOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/date-fields.tsx'
import { ErrorSummary, Form, type Mistake, mistakeOf } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import { administrationHref, arrivalWords } from '../../people/public.ts'
import type { Holiday } from '../contract.ts'
import type { MailState } from '../store/pages.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

/** What the page is given. */
export interface MailPageProps {
  readonly reader: Reader
  readonly way: MailWay
  readonly state: MailState
  readonly bounced: readonly { readonly name: string; readonly since: Date }[]
  readonly holidays: readonly Holiday[]
  /** Where a trial would go. */
  readonly address: string | undefined
  readonly once: string
  readonly told?: 'trial' | 'saved' | undefined
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

/** Whether the newest thing that happened was a fault of the mail, and not of one address. */
const fails = ({ sent_at, fault_at, fault }: MailState): boolean =>
  fault_at !== null && fault !== 'address' && (sent_at === null || fault_at > sent_at)

const Health = (props: MailPageProps) => {
  const { reader, way, state } = props
  const t = words(reader.lang)
  const when = (at: Date) => momentOf(at, reader.lang, reader.zone)
  if (way === 'none')
    return (
      <Notice kind="human" title={t('mail.none')}>
        {t('mail.noneText')}
      </Notice>
    )
  return (
    <section class="flow">
      {fails(state) ? (
        <Notice kind="human" title={t('mail.fails')}>
          <p>{t.maybe(`trouble.${state.fault}`)}</p>
          <p>{t('mail.failsSince', { when: when(state.fault_at as Date) })}</p>
        </Notice>
      ) : (
        <Notice kind={state.sent_at ? 'ok' : 'info'} title={state.sent_at ? t('mail.works') : t('mail.untried')}>
          {t(`way.${way}`)}
        </Notice>
      )}
      {state.sent_at || fails(state) ? (
        <p>{state.sent_at ? t('mail.lastSent', { when: when(state.sent_at) }) : t('mail.neverSent')}</p>
      ) : null}
      <p>
        {state.since ? t('mail.waiting', { count: state.waiting, when: when(state.since) }) : t('mail.noneWaiting')}
      </p>
      {state.unknown > 0 ? <p>{t('mail.unknown', { count: state.unknown })}</p> : null}
      {props.address ? (
        <Form action={urls.trials()} once={`${props.once}-trial`}>
          <Button>{t('trial.go')}</Button>
        </Form>
      ) : null}
    </section>
  )
}

const Bounced = ({ reader, bounced }: MailPageProps) => {
  const t = words(reader.lang)
  return (
    <section class="flow">
      <h2>{t('bounced.title')}</h2>
      <p>{bounced.length === 0 ? t('bounced.none') : t('bounced.lead', { count: bounced.length })}</p>
      {bounced.length > 0 ? (
        <List lined near>
          {bounced.map(({ name, since }) => (
            <span key={name}>
              <strong dir="auto">{name}</strong>{' '}
              <span class="muted">{t('bounced.since', { when: dayOf(since, reader.lang, reader.zone) })}</span>
            </span>
          ))}
        </List>
      ) : null}
    </section>
  )
}

const Holidays = (props: MailPageProps & { mistakes: readonly Mistake[] }) => {
  const { reader, holidays, typed, mistakes } = props
  const { lang } = reader
  const t = words(lang)
  const day = (text: string) => dayOf(calendarDay(text), lang, 'UTC')
  const typedDay = (which: string) => ({
    day: typedText(typed, `${which}-day`),
    month: typedText(typed, `${which}-month`),
    year: typedText(typed, `${which}-year`),
  })
  return (
    <section class="flow" id="holidays">
      <h2>{t('holiday.title')}</h2>
      <p class="muted">{t('holiday.lead')}</p>
      {holidays.length > 0 ? (
        <List lined>
          {holidays.map((free) => (
            <div key={free.id} class="row between">
              <span>
                <strong dir="auto">{free.name}</strong>{' '}
                <span class="muted">{t('holiday.span', { first: day(free.first_day), last: day(free.last_day) })}</span>
              </span>
              <Form action={urls.holidayRemoval({ id: free.id })}>
                <Button look="plain" says={t('holiday.removeSays', { name: free.name })}>
                  {t('holiday.remove')}
                </Button>
              </Form>
            </div>
          ))}
        </List>
      ) : null}
      <Form action={urls.holidays()} once={`${props.once}-holiday`}>
        <TextField
          name="name"
          label={t('holiday.name')}
          value={typedText(typed, 'name')}
          error={mistakeOf(mistakes, 'name')}
          maxlength={120}
        />
        <DateFields
          lang={lang}
          name="first"
          label={t('holiday.first')}
          value={typedDay('first')}
          error={mistakeOf(mistakes, 'first')}
        />
        <DateFields
          lang={lang}
          name="last"
          label={t('holiday.last')}
          value={typedDay('last')}
          error={mistakeOf(mistakes, 'last')}
        />
        <Button look="quiet">{t('holiday.add')}</Button>
      </Form>
    </section>
  )
}

export const MailPage = (props: MailPageProps) => {
  const { reader } = props
  const t = words(reader.lang)
  const mistakes = mistakesIn(reader.lang, props.errors)
  const up = { label: arrivalWords(reader.lang)('administration.title'), href: administrationHref() }
  return (
    <Page
      title={t('mail.title')}
      lead={t('mail.lead')}
      eyebrow={<Breadcrumb lang={reader.lang} crumbs={[up]} />}
      measure="narrow"
    >
      <ErrorSummary lang={reader.lang} errors={mistakes} />
      {props.told ? (
        <Notice kind="ok" announce>
          {props.told === 'trial' ? t('trial.sent', { email: props.address ?? '' }) : t('letters.saved')}
        </Notice>
      ) : null}
      <Health {...props} />
      <Bounced {...props} />
      <Holidays {...props} mistakes={mistakes} />
    </Page>
  )
}

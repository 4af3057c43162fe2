/** The pages on which a meeting is planned, changed, and cancelled. */
import { typedText } from '../../../platform/http/form.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/date-fields.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select, TextArea, TextField, TimeField } from '../../../ui/text-field.tsx'
import type { OpenMatter } from '../../challenge/public.ts'
import type { Reader } from '../../people/contract.ts'
import type { Meeting } from '../contract.ts'
import { lengths } from '../schemas.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { titleOf } from './meeting-card.tsx'
import { fieldOf, mistakesIn, type Returned } from './mistakes.ts'
import { WhenLines } from './when.tsx'

interface Planning extends Returned {
  readonly reader: Reader
  readonly slug: string
  readonly once: string
  readonly matters: readonly OpenMatter[]
}

const PlanForm = (props: Planning & { action: string; go: string; before?: Meeting; sign?: string }) => {
  const { reader, before, typed } = props
  const { lang } = reader
  const t = words(lang)
  const errors = mistakesIn(t, props)
  const field = (name: string, otherwise = '') => fieldOf(name, props, errors, otherwise)
  const { error: dayError } = field('on')
  const day = typed
    ? { day: typedText(typed, 'on-day'), month: typedText(typed, 'on-month'), year: typedText(typed, 'on-year') }
    : (before?.day ?? {})
  const challenges = props.matters.filter((one) => one.kind === 'challenge')
  const asked = before?.challenge_id ?? null
  const gone = asked !== null && !challenges.some((one) => one.id === asked)
  const minutes = [...new Set([...lengths, before?.minutes ?? 60])].sort((a, b) => a - b)
  return (
    <Form action={props.action} once={props.once}>
      <ErrorSummary lang={lang} errors={errors} />
      {props.sign ? <input type="hidden" name="seen" value={props.sign} /> : null}
      <DateFields
        lang={lang}
        name="on"
        label={t('plan.day')}
        value={day}
        required
        {...(dayError ? { error: dayError } : {})}
      />
      <TimeField {...field('at', before?.at ?? '')} label={t('plan.time')} note={t('optional')} />
      <Select
        {...field('minutes', String(before?.minutes ?? 60))}
        label={t('plan.long')}
        options={minutes.map((n) => ({ value: String(n), label: t('plan.minutes', { n }) }))}
      />
      <TextField
        {...field('place', before?.place)}
        label={t('plan.place')}
        hint={t('plan.placeHint')}
        note={t('optional')}
      />
      {challenges.length > 0 || gone ? (
        <Select
          {...field('challenge', asked === null ? '' : String(asked))}
          label={t('plan.challenge')}
          options={[
            { value: '', label: t('plan.challengeNone') },
            ...(gone ? [{ value: String(asked), label: before?.question ?? '' }] : []),
            ...challenges.map((one) => ({ value: String(one.id), label: one.words, lang: one.language })),
          ]}
        />
      ) : null}
      <TextArea
        {...field('question', before?.question)}
        label={t('plan.question')}
        hint={t('plan.questionHint')}
        note={t('optional')}
        low
      />
      <Acts>
        <Button>{props.go}</Button>
      </Acts>
    </Form>
  )
}

/** Plans a meeting. */
export const PlanPage = (props: Planning) => {
  const { lang } = props.reader
  const t = words(lang)
  const { slug } = props
  return (
    <Page
      title={t('plan.title')}
      lead={t('plan.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('nav'), href: urls.meetings({ slug }) }]} />}
    >
      <PlanForm {...props} action={urls.plan({ slug })} go={t('plan.go')} />
    </Page>
  )
}

/** Moves a meeting, or changes what it is about. */
export const ChangePage = (props: Planning & { before: Meeting; sign: string }) => {
  const { lang } = props.reader
  const t = words(lang)
  const { slug, before } = props
  const where = { slug, id: before.id }
  return (
    <Page
      title={t('change.title')}
      lead={t('change.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.meeting(where) }]} />}
    >
      <PlanForm {...props} action={urls.change(where)} go={t('change.go')} />
    </Page>
  )
}

/** Asks once more, and why. */
export const CancelPage = (props: Returned & { reader: Reader; once: string; meeting: Meeting }) => {
  const { reader, meeting } = props
  const { lang, zone } = reader
  const t = words(lang)
  const errors = mistakesIn(t, props)
  const where = { slug: meeting.slug, id: meeting.id }
  return (
    <Page
      title={t('cancel.title')}
      lead={t('cancel.lead', { community: meeting.community })}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.meeting(where) }]} />}
    >
      <p lang={meeting.question ? meeting.language : undefined} dir="auto">
        {titleOf(lang, meeting)}
      </p>
      <WhenLines lang={lang} zone={zone} meeting={meeting} />
      <Form action={urls.cancel(where)} once={props.once}>
        <ErrorSummary lang={lang} errors={errors} />
        <TextField {...fieldOf('why', props, errors)} label={t('cancel.why')} note={t('optional')} />
        <Acts>
          <Button>{t('cancel.go')}</Button>
          <ButtonLink look="quiet" href={urls.meeting(where)}>
            {t('cancel.stay')}
          </ButtonLink>
        </Acts>
      </Form>
    </Page>
  )
}

/** The record of processing (Art. 30), as the settings of this moment make it; and its two forms. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Definitions } from '../../../../ui/definition.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import { administrationHref, arrivalWords } from '../../../people/public.ts'
import { urls } from '../../urls.ts'
import { words as assessmentWords } from '../assessment/words.ts'
import { bases, heldBy, type Purpose, purposes } from '../purposes.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import { basisOf, howLong, type Told, WhoAnswers } from './told.tsx'

/** What the page is given. */
export interface ProcessingPageProps extends Told {
  /** What each module calls its part, by the module's name, with the names of its tables. */
  readonly parts: readonly { readonly name: string; readonly title: string; readonly tables: number }[]
  /** The machines to which webhooks send facts. */
  readonly hooks: readonly string[]
  readonly people: number
  readonly erased: number
  readonly now: Date
  readonly saved: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const receivers = ({ lang, mailServer, hooks }: ProcessingPageProps, purpose: Purpose): string => {
  const t = words(lang)
  if (purpose === 'letters') return t(mailServer ? 'receives.mail' : 'receives.nobody')
  if (purpose === 'community' && hooks.length > 0) return t('receives.hooks', { hosts: hooks.join(', ') })
  return t('receives.nobody')
}

const OnePurpose = (props: ProcessingPageProps & { purpose: Purpose }) => {
  const { lang, zone, purpose, parts, signed } = props
  const t = words(lang)
  const held = parts.filter(({ name }) => heldBy[purpose].includes(name))
  const tables = held.map((part) => t('record.tables', { title: part.title, tables: part.tables }))
  const signature = signed.find((one) => one.purpose === purpose)
  const by = signature
    ? t('record.signedBy', { name: signature.signed_name, when: dayOf(signature.at, lang, zone) })
    : ''
  return (
    <article class="card">
      <h3>{t(`purpose.${purpose}`)}</h3>
      <Definitions
        items={[
          { term: t('record.whose'), text: t(`whose.${purpose}`) },
          { term: t('record.which'), text: `${t(`which.${purpose}`)} ${tables.join(' · ')}` },
          { term: t('record.long'), text: howLong(props, purpose) },
          { term: t('record.receives'), text: receivers(props, purpose) },
          { term: t('record.basis'), text: `${basisOf(props, purpose)} ${by}` },
        ]}
      />
    </article>
  )
}

export const ProcessingPage = (props: ProcessingPageProps) => {
  const { lang, zone, controller, siteName, people, erased, now, saved, typed } = props
  const t = words(lang)
  const errors = mistakesIn(lang, props.errors)
  const unsigned = purposes.filter((purpose) => !props.signed.some((one) => one.purpose === purpose))
  return (
    <Page
      title={t('record.title')}
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: arrivalWords(lang)('administration.title'), href: administrationHref() }]}
        />
      }
      lead={t('record.lead', { site: siteName, when: dayOf(now, lang, zone) })}
    >
      <ErrorSummary lang={lang} errors={errors} />
      {saved ? (
        <Notice kind="ok" announce>
          {t('record.saved')}
        </Notice>
      ) : null}
      {unsigned.length > 0 ? <Notice kind="human">{t('record.unsigned', { count: unsigned.length })}</Notice> : null}
      <section class="flow">
        <h2>{t('controller.title')}</h2>
        <WhoAnswers lang={lang} controller={controller} />
      </section>
      <section class="flow">
        <h2>{t('record.purposes')}</h2>
        {purposes.map((purpose) => (
          <OnePurpose key={purpose} {...props} purpose={purpose} />
        ))}
      </section>
      <section class="flow">
        <h2>{t('record.measures')}</h2>
        <p>{t('record.measuresText')}</p>
        <p>{t('record.counts', { people, erased })}</p>
        <p>{t('record.support')}</p>
        <p class="no-print">
          <a href={urls.assessment()}>{assessmentWords(lang)('open')}</a>
        </p>
      </section>
      <section class="flow no-print">
        <h2>{t('basis.title')}</h2>
        <p>{t('basis.says')}</p>
        <Form action={urls.bases()}>
          <Select
            name="purpose"
            label={t('basis.purpose')}
            value={typedText(typed, 'purpose', unsigned[0] ?? purposes[0])}
            options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
          <Select
            name="basis"
            label={t('record.basis')}
            value={typedText(typed, 'basis', 'public-task')}
            options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          />
          <TextField
            name="name"
            label={t('basis.signer')}
            hint={t('basis.signerHint')}
            value={typedText(typed, 'name')}
            error={mistakeOf(errors, 'name')}
          />
          <Button>{t('basis.sign')}</Button>
        </Form>
      </section>
      <section class="flow no-print">
        <h2>{t('controller.write')}</h2>
        <Form action={urls.controller()}>
          {(['name', 'contact', 'officer', 'joint', 'host', 'authority'] as const).map((field) => (
            <TextField
              key={field}
              name={field}
              id={`controller-${field}`}
              label={t(`controller.${field}`)}
              value={controller[field]}
            />
          ))}
          <Button look="quiet">{t('record.save')}</Button>
        </Form>
      </section>
    </Page>
  )
}

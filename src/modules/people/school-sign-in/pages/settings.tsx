/** Administration: the school's own sign-in, what its groups mean here, and a try. */
import { type FieldError, type Typed, typedList, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { ErrorSummary, Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import type { Seating } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { words as peopleWords } from '../../words.ts'
import type { SchoolSettings } from '../school.ts'
import { words } from '../words.ts'

export interface SchoolPageProps {
  readonly lang: Language
  readonly settings: SchoolSettings | undefined
  readonly seating: Seating
  /** Where the school sends people back to. */
  readonly back: string
  readonly told?: 'saved' | 'ended' | 'fine' | undefined
  /** What is wrong with the school, when it was tried. */
  readonly trouble?: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

/** A few empty lines stand ready below those there are. */
const FREE = 3

const Lines = ({ lang, settings, seating, typed }: SchoolPageProps) => {
  const t = words(lang)
  const kept = settings?.lines ?? []
  const values = typedList(
    typed,
    'value',
    kept.map(({ value }) => value),
  )
  const communities = typedList(
    typed,
    'community',
    kept.map(({ community }) => community),
  )
  const perspectives = typedList(
    typed,
    'perspective',
    kept.map(({ perspective }) => perspective),
  )
  const rows = typed ? values.length : values.length + FREE
  const choices = [
    { value: '', label: t('noPerspective') },
    ...seating.perspectives.map((value) => ({ value, label: seating.calls(lang, value) })),
  ]
  return (
    <section class="flow" id="lines">
      <h2>{t('lines')}</h2>
      <p class="muted">{t('linesHint')}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div class="mapping" key={at}>
          <TextField id={`value-${at}`} name="value" label={t('value')} value={values[at] ?? ''} />
          <TextField id={`community-${at}`} name="community" label={t('community')} value={communities[at] ?? ''} />
          <Select
            id={`perspective-${at}`}
            name="perspective"
            label={t('perspective')}
            value={perspectives[at] ?? ''}
            options={choices}
          />
        </div>
      ))}
    </section>
  )
}

const Fields = (props: SchoolPageProps & { said: readonly Mistake[] }) => {
  const { lang, settings, typed, said } = props
  const t = words(lang)
  const field = (name: keyof SchoolSettings & string, otherwise = '') => ({
    name,
    value: typedText(typed, name, settings ? String(settings[name]) : otherwise),
    error: mistakeOf(said, name),
    autocomplete: 'off',
  })
  return (
    <>
      <TextField {...field('issuer')} type="url" inputmode="url" label={t('issuer')} hint={t('issuerHint')} />
      <TextField {...field('client_id')} label={t('client')} />
      <TextField
        name="secret"
        type="password"
        autocomplete="off"
        label={t('secret')}
        hint={t(settings ? 'secretKept' : 'secretHint')}
        error={mistakeOf(said, 'secret')}
      />
      <TextField {...field('button', t('buttonUsual'))} maxlength={80} label={t('button')} />
      <TextField {...field('scope', 'openid profile email')} label={t('scope')} hint={t('scopeHint')} />
      <TextField {...field('claim')} label={t('claim')} hint={t('claimHint')} />
    </>
  )
}

export const SchoolPage = (props: SchoolPageProps) => {
  const { lang, settings, back } = props
  const t = words(lang)
  const said = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  const crumbs = [{ label: peopleWords(lang)('administration.title'), href: urls.administration() }]
  return (
    <Page title={t('title')} lead={t('lead')} eyebrow={<Breadcrumb lang={lang} crumbs={crumbs} />} measure="narrow">
      <ErrorSummary lang={lang} errors={said} />
      {props.told ? (
        <Notice kind="ok" announce>
          {t(props.told)}
        </Notice>
      ) : null}
      {props.trouble ? (
        <Notice kind="warn" title={t('troubleTitle')} announce>
          {t.maybe(props.trouble)}
        </Notice>
      ) : null}
      <section class="flow">
        <p>{t('back')}</p>
        <p>
          <code class="secret">{back}</code>
        </p>
        <CopyButton lang={lang} text={back} />
      </section>
      <Form action={urls.schoolSignIn()} whole>
        <Fields {...props} said={said} />
        <Lines {...props} />
        <p class="muted">{t('never')}</p>
        <Button>{t('save')}</Button>
      </Form>
      {settings ? (
        <section class="flow">
          <h2>{t('tryTitle')}</h2>
          <p>{t('tryWhat')}</p>
          <Form action={urls.trySchool()} whole>
            <Button look="quiet">{t('try')}</Button>
          </Form>
          <h2>{t('endTitle')}</h2>
          <p>{t('endWhat')}</p>
          <Form action={urls.endSchool()} whole>
            <Button look="quiet">{t('end')}</Button>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}

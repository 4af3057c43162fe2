/** Leaving for good: what stays, what goes, and the one press that cannot be taken back. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { Checks, Choice } from '../../../ui/choice.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type ProofAsked, signInHref } from '../../people/public.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What the page is given. */
export interface LeavingPageProps {
  readonly lang: Language
  readonly proof: ProofAsked
  /** Communities that nobody else looks after, with where one hands them over. */
  readonly alone: readonly { readonly name: string; readonly href: string }[]
  readonly lastAdministrator: boolean
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const Alone = ({ lang, alone }: Pick<LeavingPageProps, 'lang' | 'alone'>) => {
  const t = words(lang)
  if (alone.length === 0) return null
  return (
    <Notice kind="human" title={t('leave.aloneTitle')}>
      <p>{t('leave.alone')}</p>
      <ul>
        {alone.map(({ name, href }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export const LeavingPage = (props: LeavingPageProps) => {
  const { lang, proof, alone, lastAdministrator, typed } = props
  const t = words(lang)
  const errors = (props.errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <Page
      title={t('leave.title')}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('mine.title'), href: urls.mine() }]} />}
      lead={t('leave.lead')}
      measure="narrow"
    >
      <ErrorSummary lang={lang} errors={errors} />
      <Alone lang={lang} alone={alone} />
      {lastAdministrator ? <Notice kind="warn">{t('leave.lastAdministrator')}</Notice> : null}
      <section class="flow">
        <ul>
          <li>{t('leave.goes')}</li>
          <li>{t('leave.group')}</li>
          <li>{t('leave.copies')}</li>
          <li>{t('leave.facts')}</li>
        </ul>
        <p>
          <a href={urls.mine()}>{t('leave.copyFirst')}</a>
        </p>
      </section>
      {proof === 'again' ? (
        <Notice title={t('leave.againTitle')}>
          <p>{t('proof.again')}</p>
          <p>
            <ButtonLink href={signInHref(urls.leaving())}>{t('leave.again')}</ButtonLink>
          </p>
        </Notice>
      ) : (
        <Form action={urls.leaving()} whole forgets>
          <Choice
            name="choice"
            label={t('leave.choice')}
            value={typedText(typed, 'choice')}
            error={mistakeOf(errors, 'choice')}
            options={[
              { value: 'keep', label: t('leave.keep'), hint: t('leave.keepHint') },
              { value: 'withdraw', label: t('leave.withdraw'), hint: t('leave.withdrawHint') },
            ]}
          />
          {proof === 'password' ? (
            <TextField
              name="password"
              type="password"
              autocomplete="current-password"
              label={t('leave.password')}
              hint={t('leave.passwordHint')}
              error={mistakeOf(errors, 'password')}
            />
          ) : null}
          <Checks
            name="sure"
            label={t('leave.sureLabel')}
            error={mistakeOf(errors, 'sure')}
            options={[{ value: 'yes', label: t('leave.sure') }]}
          />
          <Acts>
            <Button>{t('leave.do')}</Button>
            <ButtonLink look="quiet" href={urls.mine()}>
              {t('leave.stay')}
            </ButtonLink>
          </Acts>
        </Form>
      )}
    </Page>
  )
}

/** Joining: one screen with the promise, one's perspectives, and one button. */
import { type FieldError, type Typed, typedList, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import { PerspectiveChecks } from './perspective-checks.tsx'

export const JoinPage = (props: {
  lang: Language
  token: string
  invitation: { readonly name: string; readonly purpose: string; readonly invited_by: string }
  newcomer: boolean
  signInHref: string
  once: string
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const t = words(props.lang)
  const errors = mistakesIn(props.lang, props.errors)
  const { invitation } = props
  return (
    <Page
      title={t('join.title', { name: invitation.name })}
      eyebrow={t('join.by', { who: invitation.invited_by })}
      lead={invitation.purpose}
      measure="narrow"
    >
      <ErrorSummary lang={props.lang} errors={errors} />
      <Notice>
        <p>{t('join.promise')}</p>
        <p>{t('join.seen')}</p>
      </Notice>
      <Form action={urls.join({ token: props.token })} once={props.once} whole>
        {props.newcomer ? (
          <>
            <TextField
              name="name"
              autocomplete="name"
              label={t('join.name')}
              value={typedText(props.typed, 'name')}
              error={mistakeOf(errors, 'name')}
            />
            <TextField
              name="email"
              type="email"
              autocomplete="email"
              label={t('join.email')}
              hint={t('join.emailHint')}
              value={typedText(props.typed, 'email')}
              error={mistakeOf(errors, 'email')}
            />
          </>
        ) : null}
        <PerspectiveChecks
          lang={props.lang}
          label={t('begin.perspectives')}
          values={typedList(props.typed, 'perspectives')}
          error={mistakeOf(errors, 'perspectives')}
        />
        <Button look="big">{t('join.go')}</Button>
      </Form>
      {props.newcomer ? (
        <p>
          <a href={props.signInHref}>{t('join.have')}</a>
        </p>
      ) : null}
    </Page>
  )
}

export const InvitationEndedPage = ({ lang, name, closed }: { lang: Language; name: string; closed: boolean }) => (
  <Page title={name} lead={words(lang)(closed ? 'join.closed' : 'join.ended')} measure="narrow" />
)

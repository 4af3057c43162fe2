/** Signing in: by password, by a passkey, or by a link in a letter. */
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { cardUrls } from '../card/urls.ts'
import { words as cardWords } from '../card/words.ts'
import { SignInByPasskey } from '../passkey/pages/sign-in.tsx'
import { SignInBySchool } from '../school-sign-in/pages/sign-in.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'

export const SignInPage = (props: {
  lang: Language
  next: string
  mail: boolean
  /** Whether passkeys work at this address. */
  passkeys: boolean
  /** What the button says that leads to the school; none where the school is not asked. */
  school?: string | undefined
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const t = words(props.lang)
  const errors = mistakesIn(t, props.errors)
  const email = typedText(props.typed, 'email')
  return (
    <Page title={t('signIn.title')} measure="slim">
      <ErrorSummary lang={props.lang} errors={errors} />
      <Form action={urls.signIn()} whole>
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="email"
          type="email"
          autocomplete="username"
          label={t('signIn.email')}
          value={email}
          error={mistakeOf(errors, 'email')}
        />
        <TextField
          name="password"
          type="password"
          autocomplete="current-password"
          label={t('signIn.password')}
          error={mistakeOf(errors, 'password')}
        />
        <Button>{t('signIn.go')}</Button>
      </Form>
      {props.school ? <SignInBySchool button={props.school} next={props.next} /> : null}
      {props.passkeys ? <SignInByPasskey lang={props.lang} next={props.next} /> : null}
      <p>
        <a href={cardUrls.type()}>{cardWords(props.lang)('typed.title')}</a>
      </p>
      <section class="flow">
        <h2>{t('signIn.byLetter')}</h2>
        {props.mail ? (
          <Form action={urls.signInLetter()}>
            <input type="hidden" name="next" value={props.next} />
            <TextField
              id="letter-email"
              name="email"
              type="email"
              autocomplete="email"
              label={t('signIn.email')}
              hint={t('signIn.letterHint')}
              value={email}
              error={mistakeOf(errors, 'letter-email')}
            />
            <Button look="quiet">{t('signIn.sendLetter')}</Button>
          </Form>
        ) : (
          <Notice>{t('signIn.noMail')}</Notice>
        )}
      </section>
    </Page>
  )
}

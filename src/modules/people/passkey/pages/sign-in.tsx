/** The part of the sign-in page that a passkey opens. */
import type { Language } from '../../../../platform/words/words.ts'
import { urls } from '../../urls.ts'
import { words } from '../words.ts'
import { PassKeyForm } from './pass-key.tsx'

export const SignInByPasskey = ({ lang, next }: { lang: Language; next: string }) => {
  const t = words(lang)
  return (
    <section class="flow">
      <h2>{t('signInTitle')}</h2>
      <PassKeyForm
        lang={lang}
        ask={urls.passkeyChallenge()}
        does="show"
        action={urls.signInPasskey()}
        label={t('signIn')}
        look="quiet"
      >
        <input type="hidden" name="next" value={next} />
      </PassKeyForm>
    </section>
  )
}

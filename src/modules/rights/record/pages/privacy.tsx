/** What happens with your data, in words that a ten-year-old understands; made from the settings of this moment. */
import { Page } from '../../../../ui/page.tsx'
import { urls } from '../../urls.ts'
import { purposes } from '../purposes.ts'
import { words } from '../words.ts'
import { basisOf, howLong, type Told, WhoAnswers } from './told.tsx'

const rights = ['know', 'correct', 'erase', 'object', 'consent', 'complain'] as const

export const PrivacyPage = (props: Told & { signedIn: boolean }) => {
  const { lang, controller, siteName, mailServer, signed, signedIn } = props
  const t = words(lang)
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead', { site: siteName })} measure="narrow">
      <section class="flow">
        <h2>{t('privacy.shortTitle')}</h2>
        <ul>
          <li>{t('privacy.short.who')}</li>
          <li>{t('privacy.short.head')}</li>
          <li>{t('privacy.short.little')}</li>
          <li>{t('privacy.short.nobody')}</li>
          <li>{t('privacy.short.back')}</li>
        </ul>
      </section>
      <section class="flow">
        <h2>{t('controller.title')}</h2>
        <WhoAnswers lang={lang} controller={controller} />
      </section>
      <section class="flow">
        <h2>{t('privacy.whatTitle')}</h2>
        {purposes.map((purpose) => (
          <div key={purpose} class="flow">
            <h3>{t(`purpose.${purpose}`)}</h3>
            <p>{t(`which.${purpose}`)}</p>
            <p>{howLong(props, purpose)}</p>
            {signed.some((one) => one.purpose === purpose) ? (
              <p class="muted">{t('privacy.because', { basis: basisOf(props, purpose) })}</p>
            ) : null}
          </div>
        ))}
        <p>{t('privacy.special')}</p>
      </section>
      <section class="flow">
        <h2>{t('privacy.receiveTitle')}</h2>
        <p>{t('privacy.receive')}</p>
        {mailServer ? <p>{t('receives.mail')}</p> : null}
        <p>{t('privacy.operators')}</p>
      </section>
      <section class="flow">
        <h2>{t('privacy.rightsTitle')}</h2>
        <ul>
          {rights.map((right) => (
            <li key={right}>{t(`privacy.right.${right}`)}</li>
          ))}
        </ul>
        {signedIn ? (
          <p>
            <a href={urls.mine()}>{t('privacy.mine')}</a>
          </p>
        ) : null}
      </section>
      <section class="flow">
        <h2>{t('privacy.aboutTitle')}</h2>
        <p>{t('privacy.about')}</p>
      </section>
      <section class="flow">
        <h2>{t('privacy.childrenTitle')}</h2>
        <p>{t('privacy.children')}</p>
      </section>
    </Page>
  )
}

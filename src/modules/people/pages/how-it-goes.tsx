/** What happens here, told to whoever has not come in: the way of a question, and what one can rely on. */
import type { Language } from '../../../platform/words/words.ts'
import { words } from '../words.ts'

const steps = ['notice', 'understand', 'try', 'look-back'] as const
const promises = ['heard', 'seen', 'children', 'yours'] as const

export const HowItGoes = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <section class="flow">
        <h2>{t('welcome.how')}</h2>
        <ol class="way">
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`welcome.${step}`)}</strong>
              <span class="muted">{t(`welcome.${step}.says`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="flow">
        <h2>{t('welcome.rely')}</h2>
        <ul>
          {promises.map((promise) => (
            <li key={promise}>{t(`welcome.rely.${promise}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Whom to call outside, as large as a finger needs: 112, and the lines for children. */
import type { Language } from '../../../platform/words/words.ts'
import { type Country, dialled, EMERGENCY, linesOf } from '../numbers.ts'
import { words } from '../words.ts'

export const Outside = ({ lang, country }: { lang: Language; country: Country }) => {
  const t = words(lang)
  return (
    <section class="outside">
      <h2>{t('outside.title')}</h2>
      <ul>
        <li>
          <a href={dialled(EMERGENCY)}>
            <b>{EMERGENCY}</b> <span>{t('outside.emergency')}</span>
          </a>
        </li>
        {linesOf(country).map(({ name, number, lang: tongue }) => (
          <li key={name}>
            <a href={dialled(number)}>
              <b>{number}</b> <span lang={tongue}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="muted">{t('outside.text')}</p>
    </section>
  )
}

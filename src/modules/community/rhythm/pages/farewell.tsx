/** A farewell in the words it was given, and what was learned. */
import type { Language } from '../../../../platform/words/words.ts'
import type { Said } from '../store.ts'
import { words } from '../words.ts'

export const Farewell = ({ lang, said }: { lang: Language; said: Said }) => {
  const t = words(lang)
  return (
    <section class="flow">
      <h2>{t('close.farewell')}</h2>
      <blockquote lang={said.language} dir="auto">
        {said.farewell}
      </blockquote>
      {said.learned ? (
        <>
          <h3>{t('close.learned')}</h3>
          <blockquote lang={said.language} dir="auto">
            {said.learned}
          </blockquote>
        </>
      ) : null}
    </section>
  )
}

/** What a community's home shows of needs and offers: the newest that stand, and the ways to say one's own. */
import type { Language } from '../../../../platform/words/words.ts'
import { Acts } from '../../../../ui/button.tsx'
import { type NeedLine, needKinds } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { NeedLines } from './need-lines.tsx'

/** A few lines, each leading to its page. */
export const NeedsOnHome = (props: { lang: Language; slug: string; closed: boolean; needs: readonly NeedLine[] }) => {
  const { lang, slug, closed, needs } = props
  const t = words(lang)
  if (closed && needs.length === 0) return null
  return (
    <section class="flow">
      <h2>{t('nav')}</h2>
      {needs.length === 0 ? <p class="muted">{t('home.none')}</p> : <NeedLines lang={lang} needs={needs} />}
      <Acts>
        {closed
          ? null
          : needKinds.map((kind) => (
              <a key={kind} href={urls.say({ slug }, { kind })}>
                {t(`say.${kind}`)}
              </a>
            ))}
        {needs.length > 0 ? <a href={urls.needs({ slug })}>{t('home.all')}</a> : null}
      </Acts>
    </section>
  )
}

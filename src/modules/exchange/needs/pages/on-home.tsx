/** What a community's home shows of needs and offers: the newest that stand, and the ways to say one's own. */
import type { Language } from '../../../../platform/words/words.ts'
import type { NeedLine } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { SayLinks } from './needs-page.tsx'

/** A few lines, each leading to its page. */
export const NeedsOnHome = (props: { lang: Language; slug: string; closed: boolean; needs: readonly NeedLine[] }) => {
  const { lang, slug, closed, needs } = props
  const t = words(lang)
  if (closed && needs.length === 0) return null
  return (
    <section class="flow">
      <h2>{t('nav')}</h2>
      {needs.length === 0 ? (
        <p class="muted">{t('home.none')}</p>
      ) : (
        <ul class="list lined">
          {needs.map((need) => (
            <li key={need.id} class="need-line">
              <span class="meta">
                {t(`kind.${need.kind}`)} · <span dir="auto">{need.author}</span>
              </span>
              <a href={urls.need({ slug, id: need.id })} lang={need.language} dir="auto">
                {need.words}
              </a>
            </li>
          ))}
        </ul>
      )}
      {closed ? null : <SayLinks lang={lang} slug={slug} quiet />}
      {needs.length > 0 ? (
        <p>
          <a href={urls.needs({ slug })}>{t('home.all')}</a>
        </p>
      ) : null}
    </section>
  )
}

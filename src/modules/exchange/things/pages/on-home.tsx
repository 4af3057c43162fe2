/** What a community's home shows of what is shared: the newest few, and the way to share one's own. */
import type { Language } from '../../../../platform/words/words.ts'
import { Acts } from '../../../../ui/button.tsx'
import type { Thing } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { whatItIs } from './what-it-is.tsx'

/** A few lines, each leading to its page. */
export const ThingsOnHome = (props: { lang: Language; slug: string; closed: boolean; things: readonly Thing[] }) => {
  const { lang, slug, closed, things } = props
  const t = words(lang)
  if (closed && things.length === 0) return null
  return (
    <section class="flow">
      <h2>{t('nav')}</h2>
      {things.length === 0 ? (
        <p class="muted">{t('home.none')}</p>
      ) : (
        <ul class="list things-home">
          {things.map((thing) => (
            <li key={thing.id}>
              <a href={urls.thing({ slug, id: thing.id })} lang={thing.language} dir="auto">
                {thing.title}
              </a>
              <span class="muted small">
                {whatItIs(lang, thing)} · <span dir="auto">{thing.author}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Acts>
        {closed ? null : <a href={urls.share({ slug }, { what: 'link' })}>{t('share.link')}</a>}
        {closed ? null : <a href={urls.share({ slug }, { what: 'file' })}>{t('share.file')}</a>}
        {things.length > 0 ? <a href={urls.things({ slug })}>{t('home.all')}</a> : null}
      </Acts>
    </section>
  )
}
